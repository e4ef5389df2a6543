import { headers } from "next/headers.js";
import { unstable_rethrow } from "next/navigation.js";
import type { z } from "zod";
import type { Ctx } from "../context.ts";
import { type Limit, takePoint } from "../limits/take-point.ts";
import { log } from "../log.ts";
import { type AppError, type ErrorCode, unauthenticated } from "../shared/errors.ts";
import { sessionContext } from "./context.ts";
import { toAppError } from "./error-answer.ts";
import { errorIn } from "./error-sentences.ts";
import { parseInput } from "./invalid-fields.ts";
import { pageLocale } from "./page-locale.ts";
import { limitSubject } from "./rate-limit.ts";

export interface ActionError {
  code: ErrorCode;
  message: string;
  fieldErrors?: Record<string, string>;
  retryAfterSeconds?: number;
  /** Where to object, when it is a decision a person can look at again. */
  appealUrl?: string;
  /** Request id: names the log lines of this try. */
  ref: string;
}

/** `values` are what was typed, secrets left out, so that a form can show them again. */
export type ActionResult<Data> =
  | { ok: true; data: Data }
  | { ok: false; error: ActionError; values: Record<string, string> };

export interface ActionDefinition<Input extends z.ZodType, Data> {
  auth: "public" | "user";
  input: Input;
  limit?: Limit;
  handle(args: { ctx: Ctx & { requestId: string }; input: z.output<Input> }): Promise<Data>;
}

/** Callable directly with a form or an object, and by `useActionState` with the state before it. */
export interface Action<Input, Data> {
  (input: FormData | Input): Promise<ActionResult<Data>>;
  (previous: ActionResult<unknown> | null, input: FormData | Input): Promise<ActionResult<Data>>;
}

const SECRET_FIELD = /password|token|secret/i;

/** A server action over a verb: the same checks and errors as a route. Redirects pass through. */
export function defineAction<Input extends z.ZodType, Data>(
  action: ActionDefinition<Input, Data>,
): Action<z.input<Input>, Data> {
  return async (...args: unknown[]): Promise<ActionResult<Data>> => {
    const given = args.at(-1);
    const input = given instanceof FormData ? formValues(given) : given;
    const ref = { requestId: "" };
    try {
      const ctx = await sessionContext();
      ref.requestId = ctx.requestId;
      if (action.auth === "user" && ctx.actor.type === "guest") throw unauthenticated();
      if (action.limit) {
        await takePoint(ctx.db, action.limit, limitSubject(ctx.actor, await headers()));
      }
      const data = await action.handle({ ctx, input: parseInput(action.input, input) });
      return { ok: true, data };
    } catch (error) {
      unstable_rethrow(error);
      const failure = toAppError(error);
      if (failure.code === "internal") {
        log.error({ requestId: ref.requestId, err: failure.cause }, "action failed");
      }
      return {
        ok: false,
        error: toActionError(failure, ref.requestId, await pageLocale()),
        values: shownValues(input),
      };
    }
  };
}

/** The fields of a form; a repeated one becomes a list, React's own are left out. */
function formValues(form: FormData): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const all = form.getAll(name);
    values[name] = all.length > 1 ? all : all[0];
  }
  return values;
}

function shownValues(input: unknown): Record<string, string> {
  if (typeof input !== "object" || input === null) return {};
  const shown = Object.entries(input).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === "string" && !SECRET_FIELD.test(entry[0]),
  );
  return Object.fromEntries(shown);
}

function toActionError(failure: AppError, ref: string, locale: string): ActionError {
  const { code, userMessage, fieldErrors, retryAfterSeconds, details } = failure;
  const said = Object.entries(fieldErrors ?? {}).map(([field, message]) => {
    return [field, errorIn(locale, message)] as const;
  });
  return {
    code,
    message: errorIn(locale, userMessage),
    ref,
    ...(fieldErrors ? { fieldErrors: Object.fromEntries(said) } : {}),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(typeof details.appeal_url === "string" ? { appealUrl: details.appeal_url } : {}),
  };
}
