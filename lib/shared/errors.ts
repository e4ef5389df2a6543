/** The closed set of what can go wrong; every transport maps it once. */
export type ErrorCode =
  | "invalid_input"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "payment_required"
  | "too_large"
  | "unsupported_type"
  | "rule_broken"
  | "rate_limited"
  | "cancelled"
  | "timeout"
  | "unavailable"
  | "insufficient_storage"
  | "internal";

export interface AppErrorOptions {
  retryable?: boolean;
  retryAfterSeconds?: number;
  /** Machine-readable facts, snake_case keys: field, value, minimum, maximum, unit, nearest … */
  details?: Record<string, unknown>;
  /** Messages by form field. */
  fieldErrors?: Record<string, string>;
  cause?: unknown;
}

/** The one error type. `userMessage` is shown as it is: plain words, no internals. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly userMessage: string;
  readonly retryable: boolean;
  readonly retryAfterSeconds: number | undefined;
  readonly details: Record<string, unknown>;
  readonly fieldErrors: Record<string, string> | undefined;

  constructor(code: ErrorCode, userMessage: string, options: AppErrorOptions = {}) {
    super(userMessage, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.userMessage = userMessage;
    this.retryable = options.retryable ?? false;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.details = options.details ?? {};
    this.fieldErrors = options.fieldErrors;
  }
}

/** True for an AppError, also one from another module instance or a worker (compares shape, not class). */
export function isAppError(error: unknown): error is AppError {
  return (
    error instanceof Error &&
    error.name === "AppError" &&
    typeof (error as { code?: unknown }).code === "string"
  );
}

export const invalidInput = (message: string, options?: AppErrorOptions) =>
  new AppError("invalid_input", message, options);

/** Also for rows of someone else: a foreign row does not exist. */
export const notFound = (what: string) => new AppError("not_found", `There is no such ${what}.`);

export const conflict = (message: string, options?: AppErrorOptions) =>
  new AppError("conflict", message, options);

export const unauthenticated = (message = "Sign in to go on.") =>
  new AppError("unauthenticated", message);

export const forbidden = (message: string) => new AppError("forbidden", message);

export const rateLimited = (retryAfterSeconds: number, details: Record<string, unknown> = {}) =>
  new AppError("rate_limited", `Too many tries. Try again in ${retryAfterSeconds} s.`, {
    retryable: true,
    retryAfterSeconds,
    details,
  });

export const unavailable = (message: string, options?: AppErrorOptions) =>
  new AppError("unavailable", message, { retryable: true, ...options });

/** The work was stopped by the person it was for. */
export const stopped = (cause?: unknown) =>
  new AppError("cancelled", "This was stopped.", cause === undefined ? {} : { cause });

/** A defect of ours: the user reads a fixed text, the log keeps the cause. */
export const internal = (cause: unknown) =>
  new AppError("internal", "Something went wrong on our side. Your work is saved; try again.", {
    cause,
  });
