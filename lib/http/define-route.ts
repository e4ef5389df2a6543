import type { z } from "zod";
import { missingScope } from "../accounts/scope.ts";
import type { Actor, Ctx } from "../context.ts";
import { type Limit, type LimitState, takePoint, takePointInMemory } from "../limits/take-point.ts";
import { type AppError, unauthenticated } from "../shared/errors.ts";
import { toResponse, toWire, type WireAnswer } from "./answer.ts";
import { readJson, readQuery } from "./body.ts";
import { requestContext } from "./context.ts";
import { errorAnswer, toAppError } from "./error-answer.ts";
import { finishResponse, type Progress, startProgress } from "./finish-response.ts";
import { effectIdOf, idempotencyKeyOf, requestHash, runOnce } from "./idempotency.ts";
import { parseInput } from "./invalid-fields.ts";
import { type MultipartBody, type MultipartLimits, readMultipart } from "./multipart.ts";
import { seeOther, wantsPage } from "./notice.ts";
import { type OpenApiInfo, type RouteAuth, registerRoute } from "./openapi/registry.ts";
import { refuseForeignOrigin, siteOrigin } from "./origin.ts";
import { API_LIMIT, limitSubject, refusedLimit } from "./rate-limit.ts";
import { takeSentUploads } from "./sent-uploads.ts";

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
  /** UUID of what the call makes, the same for a repetition under one Idempotency-Key; absent without a key. */
  effectId?: string;
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
  /** The page of a form that works without scripts: its browser is led back there with what was wrong. */
  formPage?: string;
  /** Returns a plain object (200), an `answer(status, …)` or a Response (streams, files). */
  handle(input: RouteInput<Params, Query, Body>): Promise<unknown>;
}

export interface RouteArguments {
  params: Promise<Record<string, string | string[] | undefined>>;
}
export type RouteHandler = (request: Request, args?: RouteArguments) => Promise<Response>;

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
    const progress = startProgress(openapi, request);
    try {
      const result = await answerRequest({ ...route, idempotent }, request, args, progress);
      return finishResponse(result instanceof Response ? result : toResponse(result), progress);
    } catch (error) {
      const failure = toAppError(error);
      progress.limit ??= refusedLimit(failure);
      const { formPage } = route;
      if (formPage && failure.code !== "internal" && wantsPage(request)) {
        return finishResponse(seeOther(formPage, failure), progress, failure);
      }
      return finishResponse(toResponse(failureOf(failure, progress)), progress, failure);
    }
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
  const { ctx, byCookie } = await requestContext(request.headers);
  progress.actor = ctx.actor;
  ctx.requestId = progress.requestId;
  if (byCookie) refuseForeignOrigin(request.method, request.headers);
  authorise(route.auth, ctx.actor);
  progress.limit = await takeLimits(route.limit, ctx, request.headers);
  const params = parsed(route.params, await args?.params) as Parsed<Params>;
  const query = parsed(route.query, readQuery(new URL(request.url))) as Parsed<Query>;
  const form = route.body === "multipart" ? await readMultipart(request, route.multipart) : null;
  try {
    if (form) await takeSentUploads(ctx, form, route.multipart);
    const body = (form?.body ?? (await jsonBody(route.body, request))) as BodyOf<Body>;
    const run = async (effectId?: string) => {
      const input = { ctx, params, query, body, request };
      const result = await route.handle({ ...input, ...(effectId && { effectId }) });
      return result instanceof Response ? result : toWire(result, siteOrigin(request.headers));
    };
    return route.idempotent ? await runUnderKey(ctx, body, run, progress) : await run();
  } finally {
    await form?.remove();
  }
}

/** Runs a call once under its Idempotency-Key, or just runs it when it has none. */
async function runUnderKey(
  ctx: Ctx,
  body: unknown,
  run: (effectId?: string) => Promise<WireAnswer | Response>,
  progress: Progress,
): Promise<WireAnswer | Response> {
  const { request, openapi } = progress;
  const key = idempotencyKeyOf(request.headers);
  if (key === null || ctx.actor.type === "guest") return run();
  const { pathname, search } = new URL(request.url);
  const call = {
    actorId: ctx.actor.userId,
    route: `${request.method} ${openapi.path}`,
    key,
    requestHash: requestHash(pathname, search, body),
  };
  const runNamed = () => run(effectIdOf(call));
  return runOnce(ctx.db, call, ctx.now(), () => answeringErrors(runNamed, progress));
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
): Promise<WireAnswer | Response> {
  try {
    return await run();
  } catch (error) {
    const failure = toAppError(error);
    if (failure.code === "internal") throw error;
    return failureOf(failure, progress);
  }
}

function failureOf(failure: AppError, { requestId, request }: Progress): WireAnswer {
  const body = errorAnswer(failure, requestId, new Date());
  return toWire(body, siteOrigin(request.headers));
}
