import { AppError, isAppError } from "../../shared/errors.ts";

/**
 * Does the work and says of a provider's failure that this machine can do the work instead, where it can:
 * `details.fallback` is `embedded` then. A content refusal stays one: it is not walked around.
 */
export async function offering<T>(canHere: boolean, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!canHere || !isAppError(error) || typeof error.details.provider !== "string") throw error;
    throw error.details.reason === "content_policy" ? error : withFallback(error);
  }
}

function withFallback(error: AppError): AppError {
  const { code, userMessage, retryable, retryAfterSeconds, fieldErrors, cause } = error;
  return new AppError(code, userMessage, {
    ...{ retryable, cause, details: { ...error.details, fallback: "embedded" } },
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(fieldErrors && { fieldErrors }),
  });
}
