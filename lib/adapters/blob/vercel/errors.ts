import {
  BlobAccessError,
  BlobServiceNotAvailable,
  BlobServiceRateLimited,
  BlobStoreNotFoundError,
  BlobStoreSuspendedError,
} from "@vercel/blob";
import { toStoreError, unreachableStore } from "../objects/store-error.ts";

const STORE = "vercel-blob";

/** The client's own error as an AppError; no type of the client leaves this folder. */
export function toVercelError(error: unknown): Error {
  const refusal = (status: number, code: string, retryAfterSeconds?: number) =>
    toStoreError({ store: STORE, status, code, retryAfterSeconds });
  if (error instanceof BlobServiceRateLimited) {
    return refusal(429, "rate_limited", error.retryAfter || undefined);
  }
  if (error instanceof BlobAccessError) return refusal(403, "forbidden");
  if (error instanceof BlobStoreSuspendedError) return refusal(403, "store_suspended");
  if (error instanceof BlobStoreNotFoundError) return refusal(404, "store_not_found");
  if (error instanceof BlobServiceNotAvailable) return refusal(503, "service_unavailable");
  return unreachableStore(error);
}
