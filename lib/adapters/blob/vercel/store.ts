import {
  completeMultipartUpload,
  createMultipartUpload,
  del,
  list,
  put,
  uploadPart,
} from "@vercel/blob";
import { generateClientTokenFromReadWriteToken } from "@vercel/blob/client";
import { type Patience, sendPatiently } from "../../send-patiently.ts";
import { streamOf } from "../objects/pieces.ts";
import type { ObjectStore, PartUpload } from "../objects/store.ts";
import { toStoreError, unreachableStore } from "../objects/store-error.ts";
import type { ByteRange, UploadLink, UploadLinkOptions } from "../port.ts";
import { VERCEL_API_URL } from "../upload-origin.ts";
import { toVercelError } from "./errors.ts";

export interface VercelBlobOptions {
  /** `vercel_blob_rw_<store>_<secret>`, of a private store. */
  token: string;
  /** Address of the API, where it is not Vercel's own. */
  apiUrl?: string | undefined;
  patience?: Patience;
}

/** Version of the wire protocol that an upload link speaks. */
const API_VERSION = "12";
/** Longest time of one call with the client's own retries. */
const CALL_TIMEOUT_MS = 60_000;
const DELETES_AT_ONCE = 100;
const PAGE = 1000;

/** Where the files of a private store are read: its own host, or below a double's address. */
export function storageUrl({ token, apiUrl }: VercelBlobOptions): string {
  if (apiUrl) return `${apiUrl.replace(/\/$/, "")}/files`;
  const storeId = token.split("_")[3]?.toLowerCase() ?? "";
  return `https://${storeId}.private.blob.vercel-storage.com`;
}

/**
 * A private Vercel Blob store. Access is a property of the store and cannot be changed by a call: a public
 * store refuses, rather than showing a file to the world.
 */
export function createVercelStore(options: VercelBlobOptions): ObjectStore {
  const { token } = options;
  const access = "private" as const;
  const call = <T>(work: (common: { token: string; abortSignal: AbortSignal }) => Promise<T>) =>
    work({ token, abortSignal: AbortSignal.timeout(CALL_TIMEOUT_MS) }).catch((error: unknown) => {
      throw toVercelError(error);
    });
  return {
    name: "vercel-blob",
    async put(path, bytes, contentType) {
      const body = Buffer.from(bytes);
      await call((common) =>
        put(path, body, { ...common, access, contentType, allowOverwrite: true }),
      );
    },
    startParts: (path, contentType) => startParts(call, path, contentType),
    get: (path, { range, fresh = false } = {}) => readFile(options, path, { range, fresh }),
    async delete(paths) {
      for (let at = 0; at < paths.length; at += DELETES_AT_ONCE) {
        await call((common) => del(paths.slice(at, at + DELETES_AT_ONCE), common));
      }
    },
    async list(prefix) {
      const paths: string[] = [];
      let cursor: string | undefined;
      do {
        const from = cursor;
        const page = await call((common) =>
          list({ ...common, prefix, limit: PAGE, ...(from && { cursor: from }) }),
        );
        paths.push(...page.blobs.map(({ pathname }) => pathname));
        cursor = page.hasMore ? page.cursor : undefined;
      } while (cursor);
      return paths;
    },
    uploadLink: (path, link) => uploadLink(options, path, link),
  };
}

type Call = <T>(
  work: (common: { token: string; abortSignal: AbortSignal }) => Promise<T>,
) => Promise<T>;

async function startParts(call: Call, path: string, contentType: string): Promise<PartUpload> {
  const own = { access: "private" as const, contentType, allowOverwrite: true };
  const { uploadId, key } = await call((common) =>
    createMultipartUpload(path, { ...common, ...own }),
  );
  const parts: { etag: string; partNumber: number }[] = [];
  return {
    async put(partNumber, bytes) {
      const body = Buffer.from(bytes);
      const place = { uploadId, key, partNumber };
      const { etag } = await call((common) =>
        uploadPart(path, body, { ...common, ...own, ...place }),
      );
      parts.push({ etag, partNumber });
    },
    async complete() {
      await call((common) =>
        completeMultipartUpload(path, parts, { ...common, ...own, uploadId, key }),
      );
    },
    // The protocol knows no word for it: parts that are never completed are dropped by the service.
    async abort() {},
  };
}

async function readFile(
  options: VercelBlobOptions,
  path: string,
  { range, fresh }: { range: ByteRange | undefined; fresh: boolean },
): Promise<ReadableStream<Uint8Array> | null> {
  if (range && range.end <= range.start) return new Blob([]).stream();
  const url = `${storageUrl(options)}/${path}${fresh ? "?cache=0" : ""}`;
  const headers = {
    authorization: `Bearer ${options.token}`,
    ...(range && { range: `bytes=${range.start}-${range.end - 1}` }),
  };
  const answer = await sendPatiently(() => new Request(url, { headers }), options.patience).catch(
    (cause) => {
      throw unreachableStore(cause);
    },
  );
  if (answer.status === 404) {
    await answer.body?.cancel();
    return null;
  }
  if (!answer.ok) {
    await answer.body?.cancel();
    throw toStoreError({ store: "vercel-blob", status: answer.status, code: "" });
  }
  const body = answer.body ?? new Blob([]).stream();
  // A cache may answer the whole file to a question for a part of it.
  return range && answer.status === 200 ? streamOf(cut(body, range)) : body;
}

async function* cut(
  pieces: AsyncIterable<Uint8Array>,
  { start, end }: ByteRange,
): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const piece of pieces) {
    const from = Math.max(0, start - at);
    const to = Math.min(piece.byteLength, end - at);
    if (to > from) yield piece.subarray(from, to);
    at += piece.byteLength;
    if (at >= end) return;
  }
}

/** A token for one path and size, with what the service's own browser client would send beside it. */
async function uploadLink(
  { token, apiUrl = VERCEL_API_URL }: VercelBlobOptions,
  pathname: string,
  { contentType, bytes, expiresInSeconds }: UploadLinkOptions,
): Promise<UploadLink> {
  const clientToken = await generateClientTokenFromReadWriteToken({
    token,
    pathname,
    maximumSizeInBytes: bytes,
    allowedContentTypes: [contentType],
    validUntil: Date.now() + expiresInSeconds * 1000,
    addRandomSuffix: false,
    allowOverwrite: false,
  });
  return {
    url: `${apiUrl.replace(/\/$/, "")}/?${new URLSearchParams({ pathname })}`,
    headers: {
      authorization: `Bearer ${clientToken}`,
      "x-api-version": API_VERSION,
      "x-content-type": contentType,
      "x-vercel-blob-access": "private",
    },
  };
}
