import { internal, isAppError } from "../shared/errors.ts";
import type { TaskError } from "./types.ts";

/** What of an error is stored and shown; anything but an AppError becomes the fixed text of `internal`. */
export function toTaskError(error: unknown): TaskError {
  const known = isAppError(error) ? error : internal(error);
  const details = Object.keys(known.details ?? {}).length > 0 ? { details: known.details } : {};
  return { code: known.code, message: known.userMessage, retryable: known.retryable, ...details };
}
