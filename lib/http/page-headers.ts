export interface PolicyOptions {
  /** Random, new for each page. */
  nonce: string;
  https: boolean;
  /** The development server evaluates code and keeps a web socket open. */
  development?: boolean;
  /** Where pages send large files past the app: an origin. */
  uploadOrigin?: string | undefined;
}

/**
 * The Content-Security-Policy of a page: scripts by nonce alone, WebAssembly and workers for the
 * kernel, pictures from here, from memory and from data.
 */
export function contentSecurityPolicy(options: PolicyOptions): string {
  const { nonce, https, development, uploadOrigin } = options;
  const evaluate = development ? " 'unsafe-eval'" : "";
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'${evaluate}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' blob: data:${development ? " ws:" : ""}${uploadOrigin ? ` ${uploadOrigin}` : ""}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}

/** The other security headers of a page. */
export function pageHeaders(https: boolean): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy":
      "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    ...strictTransport(https),
  };
}

/** Holds browsers to https for a year, where the site was reached by it. */
export function strictTransport(https: boolean): Record<string, string> {
  return https ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {};
}
