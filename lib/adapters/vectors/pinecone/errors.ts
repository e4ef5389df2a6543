import { AppError, isAppError, unavailable } from "../../../shared/errors.ts";

const KEY_REFUSED = ["PineconeAuthorizationError", "PineconeForbiddenError"];
const NOT_MENDED = [
  "PineconeBadRequestError",
  "PineconeArgumentError",
  "PineconeConfigurationError",
  "PineconeUnprocessableEntityError",
  "PineconeFailedPreconditionError",
];

/** A failed call as a fact. The client's text is left out: it names the index's address. */
export function toPineconeError(error: unknown): AppError {
  if (isAppError(error)) return error;
  const name = error instanceof Error ? error.name : "unknown";
  const cause = new Error(`Pinecone: ${name}`);
  if (KEY_REFUSED.includes(name)) {
    return unavailable(
      "The search by pictures is away: its service refuses this site's key. Whoever runs the site has to look at it.",
      { cause, retryable: false },
    );
  }
  if (name === "PineconePaymentRequiredError") {
    return new AppError(
      "payment_required",
      "The search by pictures is away: this site has no credit left at its service.",
      { cause },
    );
  }
  if (NOT_MENDED.includes(name)) {
    return unavailable(
      "The search by pictures refuses what it is sent. Whoever runs the site has to look at its index: it needs the embedder's dimensions and the metric cosine.",
      { cause, retryable: false },
    );
  }
  return unavailable("The search by pictures does not answer. Try again in a moment.", { cause });
}

/** True for an answer that says: there is no such namespace, hence nothing in it. */
export const isNothingThere = (error: unknown) =>
  error instanceof Error && error.name === "PineconeNotFoundError";
