import { env } from "../env.ts";

const EXPOSED = "x-request-id, retry-after, ratelimit, ratelimit-policy, location, etag";
const ALLOWED_HEADERS =
  "authorization, content-type, idempotency-key, last-event-id, range, x-request-id";
const ALLOWED_METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
const PREFLIGHT_SECONDS = "600";

/** The origins in CORS_ORIGINS; cookies never cross, so they need an API key. */
export function allowedOrigins(): Set<string> {
  const list = env().CORS_ORIGINS?.split(",") ?? [];
  return new Set(list.map((origin) => origin.trim().replace(/\/$/, "")).filter(Boolean));
}

/** Headers that let an allowed origin read the answer; none for any other. */
export function corsHeaders(origin: string | null): Record<string, string> {
  if (!origin || !allowedOrigins().has(origin)) return { vary: "Origin" };
  return {
    "access-control-allow-origin": origin,
    "access-control-expose-headers": EXPOSED,
    vary: "Origin",
  };
}

/** The answer to a browser's question before it sends a request from another origin. */
export function preflightResponse(request: Request): Response {
  const headers = new Headers(corsHeaders(request.headers.get("origin")));
  if (!headers.has("access-control-allow-origin")) {
    return new Response(null, { status: 403, headers });
  }
  headers.set("access-control-allow-methods", ALLOWED_METHODS);
  headers.set("access-control-allow-headers", ALLOWED_HEADERS);
  headers.set("access-control-max-age", PREFLIGHT_SECONDS);
  return new Response(null, { status: 204, headers });
}
