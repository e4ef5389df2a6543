import { env } from "../env.ts";
import { forbidden } from "../shared/errors.ts";

/** Where the client reached this site, e.g. `http://127.0.0.1:3000`. */
export function siteOrigin(headers: Headers): string {
  const { TRUST_PROXY } = env();
  const forwardedHost = TRUST_PROXY ? headers.get("x-forwarded-host") : null;
  const host = forwardedHost ?? headers.get("host");
  if (!host) return env().MAQUETTE_URL ?? `http://${env().HOST}:${env().PORT}`;
  const protocol = TRUST_PROXY ? headers.get("x-forwarded-proto")?.split(",")[0]?.trim() : null;
  return `${protocol ?? "http"}://${host}`;
}

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a change that another site makes with a visitor's cookie. Every browser sends
 * Sec-Fetch-Site or Origin with such a request; a client that sends neither is no browser, and
 * nobody can make it carry a cookie unasked.
 */
export function refuseForeignOrigin(method: string, headers: Headers): void {
  if (SAFE_METHODS.has(method)) return;
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  const foreignSite = site !== null && site !== "same-origin" && site !== "none";
  const foreignOrigin = origin !== null && hostOf(origin) !== hostOf(siteOrigin(headers));
  if (foreignSite || foreignOrigin) {
    throw forbidden("This request comes from another site. Use an API key there.");
  }
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
