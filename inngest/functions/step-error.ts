import { NonRetriableError, RetryAfterError } from "inngest";
import { isAppError } from "#lib/shared/errors.ts";

/**
 * An error as Inngest takes it: what no attempt will mend is not tried again, and what says when to come back is
 * heeded. Anything but an AppError stays what it is, and is tried again.
 */
export function toStepError(error: unknown): unknown {
  if (!isAppError(error)) return error;
  const { message, retryable, retryAfterSeconds } = error;
  if (!retryable) return new NonRetriableError(message, { cause: error });
  if (retryAfterSeconds === undefined) return error;
  return new RetryAfterError(message, retryAfterSeconds * 1000, { cause: error });
}

/** Does work of a step, with its error as Inngest takes it. */
export async function asStep<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toStepError(error);
  }
}
