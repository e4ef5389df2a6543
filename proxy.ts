import { type NextRequest, NextResponse } from "next/server";
import { uploadOrigin } from "#lib/adapters/blob/upload-origin.ts";
import { env } from "#lib/env.ts";
import { preflightResponse } from "#lib/http/cors.ts";
import { contentSecurityPolicy, pageHeaders } from "#lib/http/page-headers.ts";

/**
 * Headers of pages. A convenience, never the authorisation: pages and routes check for themselves.
 */
export function proxy(request: NextRequest): NextResponse | Response {
  if (request.nextUrl.pathname.startsWith("/api")) return preflightResponse(request);
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const https = request.headers.get("x-forwarded-proto")?.split(",")[0] === "https";
  const policy = contentSecurityPolicy({
    nonce,
    https,
    development: env().NODE_ENV === "development",
    uploadOrigin: uploadOrigin(env()),
  });
  const forwarded = new Headers(request.headers);
  // Next reads the nonce from the request's policy and puts it on the scripts it writes.
  forwarded.set("content-security-policy", policy);
  forwarded.set("x-nonce", nonce);
  const response = NextResponse.next({ request: { headers: forwarded } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of Object.entries(pageHeaders(https))) response.headers.set(name, value);
  return response;
}

export const config = {
  matcher: [
    // Not the API (a body that passes here is cut at 10 MB) and not files.
    "/((?!api/|api$|health/?$|_next/static|_next/image|kernel/|.*\\.(?:svg|png|jpg|webp|ico|wasm|glb|txt|xml|webmanifest)$).*)",
    // The question a browser asks before it calls the API from another origin has no body.
    { source: "/api/:path*", has: [{ type: "header", key: "access-control-request-method" }] },
  ],
};
