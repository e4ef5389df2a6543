import { adapters } from "../adapters/index.ts";
import type { Actor } from "../context.ts";
import type { LimitState } from "../limits/take-point.ts";
import { log } from "../log.ts";
import { counter, histogram } from "../metrics.ts";
import type { AppError } from "../shared/errors.ts";
import { REQUEST_ID_HEADER, requestIdOf } from "./context.ts";
import { corsHeaders } from "./cors.ts";
import type { OpenApiInfo } from "./openapi/registry.ts";
import { siteOrigin } from "./origin.ts";
import { strictTransport } from "./page-headers.ts";
import { limitHeaders } from "./rate-limit.ts";

/** Everything known of a request while it is answered. */
export interface Progress {
  request: Request;
  openapi: OpenApiInfo;
  requestId: string;
  actor: Actor;
  limit: LimitState | null;
  /** `performance.now()` at the start. */
  startedAt: number;
}

const requests = counter("http_requests_total", "Answered API requests.", [
  "method",
  "route",
  "status",
]);
const durations = histogram("http_request_duration_seconds", "Time to the answer's first byte.", [
  "method",
  "route",
]);

/** A request as it comes in: nobody is known yet. */
export function startProgress(openapi: OpenApiInfo, request: Request): Progress {
  return {
    request,
    openapi,
    requestId: requestIdOf(request.headers),
    actor: { type: "guest" },
    limit: null,
    startedAt: performance.now(),
  };
}

/** Adds the headers every answer carries, counts it and writes its log line. */
export function finishResponse(
  response: Response,
  progress: Progress,
  failure?: AppError,
): Response {
  record(response.status, progress, failure);
  const sent = progress.request.headers;
  const headers = new Headers({
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    [REQUEST_ID_HEADER]: progress.requestId,
    ...strictTransport(siteOrigin(sent).startsWith("https:")),
    ...corsHeaders(sent.get("origin")),
    ...(progress.limit ? limitHeaders(progress.limit) : {}),
  });
  for (const [name, value] of response.headers) headers.set(name, value);
  return new Response(response.body, { status: response.status, headers });
}

function record(status: number, progress: Progress, failure: AppError | undefined): void {
  const { actor, openapi, request, requestId } = progress;
  const durationMs = Math.round(performance.now() - progress.startedAt);
  const { method } = request;
  const route = openapi.path;
  requests({ method, route, status: String(status) });
  durations(durationMs / 1000, { method, route });
  const actorId = actor.type === "guest" ? undefined : actor.userId;
  const line = { requestId, method, route, status, durationMs, actor: actor.type, actorId };
  if (failure?.code === "internal") {
    adapters().errorReports.report(failure.cause, { requestId, route: `${method} ${route}` });
    log.error({ ...line, err: failure.cause }, "request failed");
  } else log.info({ ...line, code: failure?.code }, "request");
}
