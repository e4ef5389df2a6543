import type { Blob, BlobInfo } from "../adapters/blob/port.ts";
import { type AppError, isAppError, notFound } from "../shared/errors.ts";
import { type ByteRange, readRange } from "./byte-range.ts";

export interface FileOptions {
  filename?: string | undefined;
  disposition?: "inline" | "attachment" | undefined;
  /** How long a browser may keep it; default: it asks each time. */
  maxAgeSeconds?: number;
}

/** Types a browser may show; anything else a stranger uploaded is saved, never run. */
const SHOWN_INLINE = /^(image\/(png|jpeg|webp|avif|gif)|model\/gltf-binary|application\/pdf)$/;

/** RFC 6266: an ASCII name for old clients, the real one in UTF-8. */
export function contentDisposition(kind: "inline" | "attachment", filename?: string): string {
  if (!filename) return kind;
  const ascii = filename.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(filename)}`;
}

/**
 * A stored file as an answer: streamed, with ETag, `304` for what the client has, and one byte
 * range. Throws `not_found`.
 */
export async function fileResponse(
  blob: Blob,
  key: string,
  request: Request,
  options: FileOptions = {},
): Promise<Response> {
  const info = await blob.info(key);
  if (!info) throw notFound("file");
  const headers = fileHeaders(info, options);
  const etag = headers.get("etag") ?? "";
  if (
    request.headers
      .get("if-none-match")
      ?.split(/\s*,\s*/)
      .includes(etag)
  ) {
    return new Response(null, { status: 304, headers });
  }
  const condition = request.headers.get("if-range");
  const wanted = !condition || condition === etag ? request.headers.get("range") : null;
  try {
    return await bodyResponse(blob, info, readRange(wanted, info.bytes), headers, request.method);
  } catch (error) {
    if (!isRangeError(error)) throw error;
    return new Response(null, {
      status: 416,
      headers: { "content-range": `bytes */${info.bytes}` },
    });
  }
}

function isRangeError(error: unknown): boolean {
  return isAppError(error) && (error as AppError).details.field === "range";
}

function fileHeaders(info: BlobInfo, options: FileOptions): Headers {
  const inline = options.disposition !== "attachment" && SHOWN_INLINE.test(info.contentType);
  const age = options.maxAgeSeconds ?? 0;
  return new Headers({
    "content-type": info.contentType,
    "content-disposition": contentDisposition(inline ? "inline" : "attachment", options.filename),
    etag: `"${info.sha256}"`,
    "accept-ranges": "bytes",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": info.personal || age === 0 ? "private, no-cache" : `private, max-age=${age}`,
  });
}

async function bodyResponse(
  blob: Blob,
  info: BlobInfo,
  range: ByteRange | null,
  headers: Headers,
  method: string,
): Promise<Response> {
  const { start, end } = range ?? { start: 0, end: info.bytes };
  headers.set("content-length", String(end - start));
  if (range) headers.set("content-range", `bytes ${start}-${end - 1}/${info.bytes}`);
  const status = range ? 206 : 200;
  if (method === "HEAD") return new Response(null, { status, headers });
  const opened = await blob.get(info.key, range ?? undefined);
  if (!opened) throw notFound("file");
  return new Response(opened.stream as BodyInit, { status, headers });
}
