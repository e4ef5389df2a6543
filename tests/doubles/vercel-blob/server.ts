import { createHash, createHmac, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Mishap, openLoopback, rangeOf, readBytes, sendBytes } from "../loopback.ts";

export interface VercelBlobDouble {
  /** Give it to the client as VERCEL_BLOB_API_URL; files are read below `/files` of it. */
  url: string;
  objects: Map<string, { bytes: Buffer; contentType: string }>;
  /** What a cache in front of the store still holds: read unless the question says `cache=0`. */
  cached: Map<string, Buffer>;
  requests: string[];
  mishaps: Mishap[];
  close(): Promise<void>;
}

export interface VercelStoreFacts {
  token: string;
  access?: "private" | "public";
  pageSize?: number;
}

interface State extends VercelStoreFacts {
  objects: VercelBlobDouble["objects"];
  cached: Map<string, Buffer>;
  uploads: Map<string, Map<number, Buffer>>;
}

interface Call {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  body: Buffer;
  mishap: Mishap | undefined;
}

/** A Vercel Blob store: put, parts, list, delete, client tokens, and its caching host for reads. */
export async function openVercelBlobDouble(facts: VercelStoreFacts): Promise<VercelBlobDouble> {
  const requests: string[] = [];
  const mishaps: Mishap[] = [];
  const state: State = { ...facts, objects: new Map(), cached: new Map(), uploads: new Map() };
  const server = await openLoopback(async (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const body = await readBytes(request);
    const mishap = mishaps.shift();
    if (typeof mishap === "object") {
      for (const [name, value] of Object.entries(mishap.headers ?? {})) {
        response.setHeader(name, value);
      }
      refuse(response, mishap.status, mishap.code ?? "unknown_error");
      return;
    }
    const url = new URL(request.url ?? "/", server.url);
    answer(state, { request, response, url, body, mishap });
  });
  return { ...server, objects: state.objects, cached: state.cached, requests, mishaps };
}

function answer(state: State, call: Call): ServerResponse {
  const { request, response, url } = call;
  const pathname = url.searchParams.get("pathname");
  if (url.pathname.startsWith("/files/")) return read(state, call);
  const refusal = refusalOf(state, call);
  if (refusal) return refuse(response, ...refusal);
  if (url.pathname === "/delete") {
    for (const one of JSON.parse(call.body.toString()).urls) state.objects.delete(one);
    return json(response, null);
  }
  if (url.pathname === "/mpu") return multipart(state, call);
  if (request.method === "GET") return list(state, call);
  if (request.method === "PUT" && pathname) return put(state, call, pathname, call.body);
  return refuse(response, 404, "not_found");
}

/** Why the caller may not: a wrong token, a token for another path, type or size, or a store of other access. */
function refusalOf(state: State, { request, url, body }: Call): [number, string] | null {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
  const access = request.headers["x-vercel-blob-access"];
  if (access && access !== (state.access ?? "private")) return [400, "bad_request"];
  if (token === state.token) return null;
  const sealed = Buffer.from(/^vercel_blob_client_[^_]+_(.+)$/.exec(token)?.[1] ?? "", "base64");
  const [signature, payload = ""] = sealed.toString().split(".");
  const good = createHmac("sha256", state.token).update(payload).digest("hex");
  if (signature !== good) return [403, "forbidden"];
  const terms = JSON.parse(Buffer.from(payload, "base64").toString()) as {
    pathname: string;
    maximumSizeInBytes: number;
    allowedContentTypes: string[];
    validUntil: number;
  };
  if (terms.validUntil < Date.now()) return [403, "client_token_expired"];
  if (terms.pathname !== url.searchParams.get("pathname")) {
    return [403, "client_token_pathname_mismatch"];
  }
  if (body.length > terms.maximumSizeInBytes) return [400, "file_too_large"];
  const type = String(request.headers["x-content-type"] ?? "");
  return terms.allowedContentTypes.includes(type) ? null : [400, "content_type_not_allowed"];
}

function put(
  state: State,
  { request, response }: Call,
  pathname: string,
  body: Buffer,
): ServerResponse {
  if (state.objects.has(pathname) && request.headers["x-allow-overwrite"] !== "1") {
    return refuse(response, 400, "bad_request");
  }
  const contentType = String(request.headers["x-content-type"] ?? "application/octet-stream");
  const before = state.objects.get(pathname);
  if (before) state.cached.set(pathname, before.bytes);
  state.objects.set(pathname, { bytes: body, contentType });
  return json(response, described(pathname, contentType));
}

const described = (pathname: string, contentType: string) => ({
  url: `https://store.private.blob.vercel-storage.com/${pathname}`,
  downloadUrl: `https://store.private.blob.vercel-storage.com/${pathname}?download=1`,
  pathname,
  contentType,
  contentDisposition: "inline",
  etag: `"${createHash("md5").update(pathname).digest("hex")}"`,
});

function multipart(state: State, call: Call): ServerResponse {
  const { request, response, url, body } = call;
  const header = (name: string) => String(request.headers[name] ?? "");
  const action = header("x-mpu-action");
  if (action === "create") {
    const uploadId = randomUUID();
    state.uploads.set(uploadId, new Map());
    return json(response, { uploadId, key: url.searchParams.get("pathname") });
  }
  const parts = state.uploads.get(header("x-mpu-upload-id"));
  if (!parts) return refuse(response, 404, "not_found");
  if (action === "upload") {
    parts.set(Number(header("x-mpu-part-number")), body);
    return json(response, { etag: createHash("md5").update(body).digest("hex") });
  }
  const bytes = [...parts].sort(([a], [b]) => a - b).map(([, one]) => one);
  return put(state, call, url.searchParams.get("pathname") ?? "", Buffer.concat(bytes));
}

function list(state: State, { response, url }: Call): ServerResponse {
  const prefix = url.searchParams.get("prefix") ?? "";
  const after = url.searchParams.get("cursor") ?? "";
  const paths = [...state.objects.keys()].filter((path) => path.startsWith(prefix) && path > after);
  const page = paths.sort().slice(0, state.pageSize ?? 1000);
  const hasMore = page.length < paths.length;
  return json(response, {
    blobs: page.map((pathname) => ({
      ...described(pathname, ""),
      size: state.objects.get(pathname)?.bytes.length,
      uploadedAt: new Date(0).toISOString(),
    })),
    hasMore,
    ...(hasMore && { cursor: page.at(-1) }),
  });
}

function read(state: State, { request, response, url, mishap }: Call): ServerResponse {
  if (request.headers.authorization !== `Bearer ${state.token}`) {
    return refuse(response, 403, "forbidden");
  }
  const pathname = decodeURIComponent(url.pathname.slice("/files/".length));
  const object = state.objects.get(pathname);
  const stale = url.searchParams.get("cache") === "0" ? undefined : state.cached.get(pathname);
  const bytes = stale ?? object?.bytes;
  if (!bytes) return refuse(response, 404, "not_found");
  const range = rangeOf(request.headers.range, bytes.length);
  if (range && range.start >= bytes.length) return refuse(response, 416, "bad_request");
  if (range) response.statusCode = 206;
  return sendBytes(response, range ? bytes.subarray(range.start, range.end) : bytes, mishap);
}

function json(response: ServerResponse, body: unknown): ServerResponse {
  response.setHeader("content-type", "application/json");
  return response.end(JSON.stringify(body));
}

function refuse(response: ServerResponse, status: number, code: string): ServerResponse {
  response.statusCode = status;
  return json(response, { error: { code, message: "No." } });
}
