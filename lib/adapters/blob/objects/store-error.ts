import { AppError, unavailable } from "../../../shared/errors.ts";
import { isPassing } from "../../send-patiently.ts";

export interface StoreRefusal {
  /** Name of the store. */
  store: string;
  status: number;
  /** The store's own word for it. */
  code: string;
  retryAfterSeconds?: number | undefined;
}

/** What a store's refusal means to the person whose file it was; the store's own words stay in the cause. */
export function toStoreError({ store, status, code, retryAfterSeconds }: StoreRefusal): AppError {
  const cause = new Error(`${store} answered ${status} ${code}`.trim());
  if (status === 507 || code === "store_suspended" || code === "QuotaExceeded") {
    return new AppError(
      "insufficient_storage",
      "The file store takes no more. Whoever runs the site has to make room.",
      { cause },
    );
  }
  if (status === 401 || status === 403) {
    return unavailable(
      "The file store refuses this site's key. Whoever runs the site has to look at it.",
      { cause, retryable: false },
    );
  }
  if (isPassing(status)) {
    return unavailable("The file store is busy. Try again in a moment.", {
      cause,
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    });
  }
  return unavailable("The file store did not take this. Whoever runs the site has to look at it.", {
    cause,
    retryable: false,
  });
}

/** A store that could not be reached at all. */
export const unreachableStore = (cause: unknown) =>
  unavailable("The file store cannot be reached. Try again in a moment.", { cause });
