import type { z } from "zod";
import { missingScope } from "../accounts/scope.ts";
import type { Actor, Ctx } from "../context.ts";
import { type Limit, type LimitState, takePoint, takePointInMemory } from "../limits/take-point.ts";
import { log } from "../log.ts";
import { counter, histogram } from "../metrics.ts";
import { type AppError, unauthenticated } from "../shared/errors.ts";
import { toResponse, toWire, type WireAnswer } from "./answer.ts";
import { readJson, readQuery } from "./body.ts";
import { identifiedContext, REQUEST_ID_HEADER, requestIdOf } from "./context.ts";
import { corsHeaders } from "./cors.ts";
import { errorAnswer, toAppError } from "./error-answer.ts";
import { idempotencyKeyOf, requestHash, runOnce } from "./idempotency.ts";
import { parseInput } from "./invalid-fields.ts";
import { type MultipartBody, type MultipartLimits, readMultipart } from "./multipart.ts";
import { type OpenApiInfo, type RouteAuth, registerRoute } from "./openapi/registry.ts";
import { refuseForeignOrigin, siteOrigin } from "./origin.ts";
import { API_LIMIT, limitHeaders, limitSubject } from "./rate-limit.ts";

type BodyOption = z.ZodType | "multipart" | "raw";

/** What `handle` gets as `body`: the parsed JSON, a received form, or nothing. */
type BodyOf<Body> = Body extends z.ZodType
  ? z.output<Body>
  : Body extends "multipart"
    ? MultipartBody
    : undefined;
type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

export interface RouteInput<Params, Query, Body> {
  ctx: Ctx & { requestId: string };
  params: Parsed<Params>;
  query: Parsed<Query>;
  body: BodyOf<Body>;
  request: Request;
}

export interface RouteDefinition<Params, Query, Body> {
  /** "public", "user" (a session or any API key), or the scope an API key must have. */
  auth: RouteAuth;
  params?: Params;
  query?: Query;
  /** A zod schema in camelCase (JSON), "multipart" (streamed to disk) or "raw" (left to `handle`). */
  body?: Body;
  multipart?: MultipartLimits;
  /** A limit of this route's own, counted in the database, besides the general one. */
  limit?: Limit;
  /** Whether Idempotency-Key counts. Default: on POST with a body that is not raw. */
  idempotent?: boolean;
  openapi: OpenApiInfo;
  /** Returns a plain object (200), an `answer(status, …)` or a Response (streams, files). */
  handle(input: RouteInput<Params, Query, Body>): Promise<unknown>;
}

export interface RouteArguments {
  params: Promise<Record<string, string | string[] | undefined>>;
}
export type RouteHandler = (request: Request, args?: RouteArguments) => Promise<Response>;

const requests = counter("http_requests_total", "Answered API requests.");
const durations = histogram("http_request_duration_seconds", "Time to the answer's first byte.");

/** Everything known of a request while it is answered. */
interface Progress {
  startedAt: number;
  requestId: string;
  actor: Actor;
  limit: LimitState | null;
}

/**
 * A Next route handler: identifies the caller, checks origin, rate limit, path, query and body,
 * runs `handle`, and turns what it returns or throws into an answer. Registers itself in the
 * API document.
 */
export function defineRoute<
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends BodyOption | undefined = undefined,
>(route: RouteDefinition<Params, Query, Body>): RouteHandler {
  const isJsonPost = route.openapi.method === "post" && route.body !== "raw";
  const idempotent = route.idempotent ?? isJsonPost;
  const { auth, params, query, body, openapi } = route;
  registerRoute({ auth, params, query, body, idempotent, openapi });

  return async (request, args) => {
    const progress: Progress = {
      startedAt: performance.now(),
      requestId: requestIdOf(request.headers),
      actor: { type: "guest" },
      limit: null,
    };
    let response: Response;
    let failure: AppError | undefined;
    try {
      const result = await answerRequest({ ...route, idempotent }, request, args, progress);
      response = result instanceof Response ? result : toResponse(result);
    } catch (error) {
      failure = toAppError(error);
      response = toResponse(failureOf(failure, progress, request));
    }
    return finish(response, openapi, progress, request, failure);
  };
}

async function answerRequest<
  Params extends z.ZodType | undefined,
  Query extends z.ZodType | undefined,
  Body extends BodyOption | undefined,
>(
  route: RouteDefinition<Params, Query, Body> & { idempotent: boolean },
  request: Request,
  args: RouteArguments | undefined,
  progress: Progress,
): Promise<WireAnswer | Response> {
  const { ctx, byCookie } = await identifiedContext(request);
  progress.actor = ctx.actor;
  ctx.requestId = progress.requestId;
  if (byCookie) refuseForeignOrigin(request.method, request.headers);
  authorise(route.auth, ctx.actor);
  progress.limit = await takeLimits(route.limit, ctx, request.headers);
  const params = parsed(route.params, await args?.params) as Parsed<Params>;
  const query = parsed(route.query, readQuery(new URL(request.url))) as Parsed<Query>;
  const form = route.body === "multipart" ? await readMultipart(request, route.multipart) : null;
  try {
    const body = (form?.body ?? (await jsonBody(route.body, request))) as BodyOf<Body>;
    const run = async () => {
      const result = await route.handle({ ctx, params, query, body, request });
      return result instanceof Response ? result : toWire(result, siteOrigin(request.headers));
    };
    const key = route.idempotent ? idempotencyKeyOf(request.headers) : null;
    if (key === null || ctx.actor.type === "guest") return await run();
    const { pathname, search } = new URL(request.url);
    const call = {
      actorId: ctx.actor.userId,
      route: `${request.method} ${route.openapi.path}`,
      key,
      requestHash: requestHash(pathname, search, body),
    };
    return await runOnce(ctx.db, call, ctx.now(), () => answeringErrors(run, progress, request));
  } finally {
    await form?.remove();
  }
}

function parsed(schema: z.ZodType | undefined, value: unknown): unknown {
  return schema ? parseInput(schema, value) : undefined;
}

async function jsonBody(body: BodyOption | undefined, request: Request): Promise<unknown> {
  if (body === undefined || body === "raw" || body === "multipart") return undefined;
  return parseInput(body, await readJson(request));
}

function authorise(auth: RouteAuth, actor: Actor): void {
  if (auth === "public") return;
  if (actor.type === "guest") throw unauthenticated();
  if (auth === "user" || actor.type !== "api-key") return;
  if (!actor.scopes.includes(auth.scope)) throw missingScope(auth.scope);
}

async function takeLimits(
  limit: Limit | undefined,
  ctx: Ctx,
  headers: Headers,
): Promise<LimitState> {
  const subject = limitSubject(ctx.actor, headers);
  const general = await takePointInMemory(API_LIMIT, subject);
  return limit ? takePoint(ctx.db, limit, subject) : general;
}

/** Under an idempotency key a refusal is an answer too: it is kept and replayed like any other. */
async function answeringErrors(
  run: () => Promise<WireAnswer | Response>,
  progress: Progress,
  request: Request,
): Promise<WireAnswer | Response> {
  try {
    return await run();
  } catch (error) {
    const failure = toAppError(error);
    if (failure.code === "internal") throw error;
    return failureOf(failure, progress, request);
  }
}

function failureOf(failure: AppError, progress: Progress, request: Request): WireAnswer {
  const body = errorAnswer(failure, progress.requestId, new Date());
  return toWire(body, siteOrigin(request.headers));
}

/** Headers every answer carries, the log line and the metrics. */
function finish(
  response: Response,
  openapi: OpenApiInfo,
  progress: Progress,
  request: Request,
  failure: AppError | undefined,
): Response {
  const headers = new Headers(response.headers);
  headers.set(REQUEST_ID_HEADER, progress.requestId);
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "no-referrer");
  if (!headers.has("content-security-policy")) {
    headers.set("content-security-policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
  }
  if (progress.limit)
    for (const [k, v] of Object.entries(limitHeaders(progress.limit))) headers.set(k, v);
  for (const [k, v] of Object.entries(corsHeaders(request.headers.get("origin"))))
    headers.set(k, v);
  record(response.status, openapi, progress, request, failure);
  return new Response(response.body, { status: response.status, headers });
}

function record(
  status: number,
  openapi: OpenApiInfo,
  progress: Progress,
  request: Request,
  failure: AppError | undefined,
): void {
  const durationMs = Math.round(performance.now() - progress.startedAt);
  const labels = { method: request.method, route: openapi.path, status: String(status) };
  requests(labels);
  durations(durationMs / 1000, { method: request.method, route: openapi.path });
  const { actor, requestId } = progress;
  const actorId = actor.type === "guest" ? undefined : actor.userId;
  const line = { requestId, ...labels, status, durationMs, actor: actor.type, actorId };
  if (failure?.code === "internal") log.error({ ...line, err: failure.cause }, "request failed");
  else log.info({ ...line, code: failure?.code }, "request");
}
