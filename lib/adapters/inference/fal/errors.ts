import { z } from "zod";
import { AppError, invalidInput, isAppError, unavailable } from "../../../shared/errors.ts";

/** Why fal did not do it; `details.reason` of every error from here. */
export type FalReason =
  | "key"
  | "credit"
  | "limit"
  | "content_policy"
  | "input"
  | "down"
  | "gone"
  | "unclear"
  | "result";

const problem = z.object({
  loc: z.array(z.union([z.string(), z.number()])).default([]),
  msg: z.string().default(""),
  type: z.string().default(""),
});
const errorBody = z.object({ detail: z.union([z.string(), z.array(problem)]).optional() });
type Problem = z.infer<typeof problem>;

const LONGEST_TEXT = 300;
const DEFAULT_WAIT_S = 5;
/** How fal words an account without credit where it does not answer 402. */
const NO_CREDIT = /balance|credit|billing|payment/i;

const about = (reason: FalReason, more: Record<string, unknown> = {}) => ({
  provider: "fal",
  reason,
  ...more,
});

/** What fal's refusal means, without a word of the key. */
export async function refusalOf(response: Response, key: string): Promise<AppError> {
  const text = (await response.text().catch(() => "")).replaceAll(key, "[key]");
  return refusal(response.status, response.headers, bodyOf(text));
}

function bodyOf(text: string): z.infer<typeof errorBody> {
  try {
    return errorBody.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

/** An answer that is no 2xx, as a fact: whose fault, whether it may pass, and when. */
export function refusal(
  status: number,
  headers: Headers,
  { detail }: z.infer<typeof errorBody>,
): AppError {
  const said = typeof detail === "string" ? detail : "";
  const cause = new Error(`fal answered ${status}${said && `: ${said.slice(0, LONGEST_TEXT)}`}`);
  if (status === 402 || (status === 403 && NO_CREDIT.test(said))) return noCredit(cause);
  if (status === 401 || status === 403) return wrongKey(cause);
  if (status === 429) return tooMany(retryAfterSeconds(headers) ?? DEFAULT_WAIT_S, cause);
  if (status === 422 || status === 400) return notTaken(detail, cause);
  if (status === 404 || status === 410) return gone(cause);
  return down(headers, cause);
}

/** A failure that fal's call tells of: `Invalid status code: 422`, and the model's own answer. */
export function toldFailure(error: string, payload: unknown): AppError {
  const status = Number(/\d{3}/.exec(error)?.[0] ?? 500);
  const body = errorBody.safeParse(payload);
  return refusal(status, new Headers(), body.success ? body.data : {});
}

const noCredit = (cause: Error) =>
  new AppError(
    "payment_required",
    "The provider's credit is used up. Whoever runs this installation must top it up.",
    { details: about("credit"), cause },
  );

const wrongKey = (cause: Error) =>
  new AppError(
    "unavailable",
    "The provider does not accept this installation's key. Whoever runs it must set FAL_KEY anew.",
    { details: about("key"), cause },
  );

const tooMany = (retryAfterSeconds: number, cause: Error) =>
  new AppError(
    "rate_limited",
    "The provider is busy with us. It goes on by itself; there is nothing to do.",
    {
      retryable: true,
      retryAfterSeconds,
      details: about("limit"),
      cause,
    },
  );

/** fal no longer has an order or a file. */
export const gone = (cause?: unknown) =>
  new AppError("unavailable", "The provider no longer has this. Try again to have it made anew.", {
    details: about("gone"),
    cause,
  });

function down(headers: Headers, cause: Error): AppError {
  const retryAfter = retryAfterSeconds(headers);
  return unavailable("The provider does not work at the moment. Try again in a while.", {
    retryable: headers.get("x-fal-retryable") !== "false",
    ...(retryAfter !== undefined && { retryAfterSeconds: retryAfter }),
    details: about("down"),
    cause,
  });
}

function notTaken(detail: string | Problem[] | undefined, cause: Error): AppError {
  const problems = Array.isArray(detail) ? detail : [];
  if (problems.some(({ type }) => type === "content_policy_violation")) {
    return invalidInput(
      "The provider refuses this under its content rules. Change the text or the picture.",
      { details: about("content_policy"), cause },
    );
  }
  const fieldErrors = Object.fromEntries(
    problems.map(({ loc, msg }) => [String(loc.at(-1) ?? "input"), msg.slice(0, LONGEST_TEXT)]),
  );
  const said = Object.entries(fieldErrors).map(([field, message]) => `${field}: ${message}`);
  const why = said.join("; ") || (typeof detail === "string" ? detail.slice(0, LONGEST_TEXT) : "");
  return invalidInput(
    `The provider cannot work with this.${why && ` ${why}.`} Change the text or the picture and try again.`,
    {
      fieldErrors,
      details: about("input", { fields: fieldErrors }),
      cause,
    },
  );
}

/** Seconds of a Retry-After header, as a number or a date; undefined where there is none. */
export function retryAfterSeconds(headers: Headers, now = Date.now()): number | undefined {
  const value = headers.get("retry-after");
  if (!value) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds));
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}

/** Nothing was sent: the connection was never made. */
const NEVER_SENT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CONNECT_TIMEOUT/;

/** An error on the way as a fact; one that is known already stays. `details.sent` says whether fal may have got it. */
export function unreachable(error: unknown): AppError {
  if (isAppError(error)) return error;
  const codes = chainOf(error).map((one) => String((one as { code?: unknown }).code ?? ""));
  const isSent = !codes.some((code) => NEVER_SENT.test(code));
  // The client walks causes for codes after which it would send again.
  const cause = new Error(`${error} ${codes.filter(Boolean).join(" ")}`.trim());
  return unavailable("The provider cannot be reached at the moment. Try again in a while.", {
    details: about("down", { sent: isSent ? "perhaps" : "no" }),
    cause,
  });
}

function chainOf(error: unknown): object[] {
  const chain: object[] = [];
  for (let one = error; one && typeof one === "object" && !chain.includes(one); ) {
    chain.push(one);
    one = (one as { cause?: unknown }).cause;
  }
  return chain;
}

/** An order whose sending was cut: it is not sent again by itself, since it may have been paid. */
export const unclear = () =>
  new AppError(
    "unavailable",
    "The order to the provider was cut off, and we cannot tell whether it arrived. It is not sent twice by itself: try again to send it anew.",
    { details: about("unclear") },
  );

/** What came back is no usable model. */
export const badResult = (message: string, cause?: unknown) =>
  new AppError("unavailable", message, { details: about("result"), cause });

export const reasonOf = (error: unknown): FalReason | null =>
  isAppError(error) && error.details.provider === "fal"
    ? (error.details.reason as FalReason)
    : null;
