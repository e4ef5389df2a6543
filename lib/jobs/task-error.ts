import { AppError, internal, isAppError } from "../shared/errors.ts";
import type { TaskError } from "./types.ts";

/** What of an error is stored and shown; anything but an AppError becomes the fixed text of `internal`. */
export function toTaskError(error: unknown): TaskError {
  const known = isAppError(error) ? error : (afterSteps(error) ?? internal(error));
  const details = Object.keys(known.details ?? {}).length > 0 ? { details: known.details } : {};
  return { code: known.code, message: known.userMessage, retryable: known.retryable, ...details };
}

/**
 * A step's error that went over the wire keeps an AppError's name and words, its own or its cause's, but not its code.
 * One that was tried to the end comes with its own name.
 */
function afterSteps(error: unknown): AppError | null {
  if (!(error instanceof Error)) return null;
  if (error.name === "AppError") {
    return new AppError("unavailable", error.message, { retryable: true, cause: error });
  }
  const { cause } = error;
  if (!(cause instanceof Error) || cause.name !== "AppError") return null;
  return new AppError("internal", cause.message, { cause: error });
}

/** Whether a stored error says that this machine could do the work of a provider that failed. */
export const offersToMakeHere = (error: unknown): boolean =>
  (error as TaskError | null)?.details?.fallback === "embedded";
