import { APICallError, RetryError } from "ai";
import { AppError, isAppError, unavailable } from "../../shared/errors.ts";

/**
 * A failed call of a model as a fact: who has to do something, and whether it may pass by itself. What the service wrote
 * is left out, since services write keys and addresses into their texts.
 */
export function toChatModelError(error: unknown): AppError {
  if (isAppError(error)) return error;
  const last = RetryError.isInstance(error) ? error.lastError : error;
  if (!APICallError.isInstance(last)) {
    return unavailable("The designer did not answer to the end. Try again in a moment.", {
      cause: new Error(last instanceof Error ? last.name : "unknown"),
    });
  }
  return refusalOf(last.statusCode ?? 0, last.responseHeaders?.["retry-after"]);
}

function refusalOf(status: number, retryAfter: string | undefined): AppError {
  const cause = new Error(`the chat model's service answered ${status}`);
  if (status === 401 || status === 403) {
    return unavailable(
      "The designer did not answer: its service refuses this site's key. Whoever runs the site has to look at it.",
      { cause, retryable: false },
    );
  }
  if (status === 402) {
    return new AppError(
      "payment_required",
      "The designer did not answer: this site has no credit left at its service. Whoever runs the site has to add some.",
      { cause },
    );
  }
  if (status === 429) {
    const seconds = Number.parseInt(retryAfter ?? "", 10);
    return unavailable(
      "The designer did not answer: it is asked too much. Try again in a moment.",
      {
        cause,
        ...(Number.isFinite(seconds) && { retryAfterSeconds: seconds }),
      },
    );
  }
  if (status === 413) {
    return unavailable(
      "The designer did not answer: this conversation is too long for it. Begin a new one.",
      { cause, retryable: false },
    );
  }
  const mayPass = status === 0 || status === 408 || status >= 500;
  return unavailable("The designer did not answer. Try again in a moment.", {
    cause,
    retryable: mayPass,
  });
}
