import { createHash, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Mishap, openLoopback, rangeOf, readBytes, sendBytes } from "../loopback.ts";
import { checkSignature } from "./sign.ts";

export interface S3Double {
  url: string;
  objects: Map<string, { bytes: Buffer; contentType: string }>;
  /** Uploads in parts that were begun and neither completed nor given up. */
  openUploads(): number;
  /** Method and path of every request, in order. */
  requests: string[];
  /** What the next requests meet. */
  mishaps: Mishap[];
  close(): Promise<void>;
}

export interface S3Keys {
  bucket: string;
  secretAccessKey: string;
  /** Keys in one answer of a list. */
  pageSize?: number;
}

interface State {
  keys: S3Keys;
  objects: S3Double["objects"];
  uploads: Map<string, Map<number, Buffer>>;
  mishaps: Mishap[];
}

const hex = (bytes: Buffer) => createHash("md5").update(bytes).digest("hex");
/** The least size of a part but the last, as the real service has it. */
const LEAST_PART_BYTES = 5 * 1024 * 1024;

/** One bucket of an S3-compatible service: signatures, ranges, uploads in parts, lists in pages. */
export async function openS3Double(keys: S3Keys): Promise<S3Double> {
  const requests: string[] = [];
  const state: State = { keys, objects: new Map(), uploads: new Map(), mishaps: [] };
  const server = await openLoopback(async (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const body = await readBytes(request);
    const mishap = state.mishaps.shift();
    if (typeof mishap === "object") {
      for (const [name, value] of Object.entries(mishap.headers ?? {})) {
        response.setHeader(name, value);
      }
      refuse(response, mishap.status, mishap.code ?? "SlowDown");
      return;
    }
    const checked = checkSignature(request, body, keys.secretAccessKey);
    if (checked !== "good") refuse(response, 403, checked);
    else answer(state, request, response, body, mishap);
  });
  return {
    ...server,
    objects: state.objects,
    openUploads: () => state.uploads.size,
    requests,
    mishaps: state.mishaps,
  };
}

function answer(
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  mishap: Mishap | undefined,
): ServerResponse {
  const url = new URL(request.url ?? "/", "http://double");
  const [, bucket = "", ...rest] = url.pathname.split("/").map(decodeURIComponent);
  const key = rest.join("/");
  const query = url.searchParams;
  if (bucket !== state.keys.bucket) return refuse(response, 404, "NoSuchBucket");
  if (query.get("list-type") === "2") return list(state, query, response);
  if (query.has("uploads")) return begin(state, response);
  const uploadId = query.get("uploadId");
  if (uploadId) return part(state, { request, response, body, key, uploadId, query });
  if (request.method === "PUT") {
    const contentType = request.headers["content-type"] ?? "binary/octet-stream";
    state.objects.set(key, { bytes: body, contentType });
    return response.setHeader("etag", `"${hex(body)}"`).end();
  }
  if (request.method !== "DELETE") return read(state, { key, request, response, mishap });
  state.objects.delete(key);
  return response.writeHead(204).end();
}

interface Reading {
  key: string;
  request: IncomingMessage;
  response: ServerResponse;
  mishap: Mishap | undefined;
}

function read(state: State, { key, request, response, mishap }: Reading): ServerResponse {
  const object = state.objects.get(key);
  if (!object) return refuse(response, 404, "NoSuchKey");
  response.setHeader("content-type", object.contentType);
  const range = rangeOf(request.headers.range, object.bytes.length);
  if (range && range.start >= object.bytes.length) return refuse(response, 416, "InvalidRange");
  if (range) response.statusCode = 206;
  const bytes = range ? object.bytes.subarray(range.start, range.end) : object.bytes;
  return sendBytes(response, bytes, mishap);
}

function begin(state: State, response: ServerResponse): ServerResponse {
  const uploadId = randomUUID();
  state.uploads.set(uploadId, new Map());
  return response.end(
    `<InitiateMultipartUploadResult><UploadId>${uploadId}</UploadId></InitiateMultipartUploadResult>`,
  );
}

interface PartCall {
  request: IncomingMessage;
  response: ServerResponse;
  body: Buffer;
  key: string;
  uploadId: string;
  query: URLSearchParams;
}

function part(state: State, call: PartCall): ServerResponse {
  const { request, response, body, key, uploadId, query } = call;
  const parts = state.uploads.get(uploadId);
  if (!parts) return refuse(response, 404, "NoSuchUpload");
  if (request.method === "PUT") {
    parts.set(Number(query.get("partNumber")), body);
    return response.setHeader("etag", `"${hex(body)}"`).end();
  }
  state.uploads.delete(uploadId);
  if (request.method === "DELETE") return response.writeHead(204).end();
  const bytes = [...parts].sort(([a], [b]) => a - b).map(([, one]) => one);
  if (bytes.slice(0, -1).some((one) => one.length < LEAST_PART_BYTES)) {
    return refuse(response, 400, "EntityTooSmall");
  }
  state.objects.set(key, { bytes: Buffer.concat(bytes), contentType: "binary/octet-stream" });
  return response.end("<CompleteMultipartUploadResult></CompleteMultipartUploadResult>");
}

function list(state: State, query: URLSearchParams, response: ServerResponse): ServerResponse {
  const after = query.get("continuation-token") ?? "";
  const prefix = query.get("prefix") ?? "";
  const keys = [...state.objects.keys()].filter((key) => key.startsWith(prefix) && key > after);
  const page = keys.sort().slice(0, state.keys.pageSize ?? 1000);
  const next = page.length < keys.length ? page.at(-1) : undefined;
  const contents = page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join("");
  const token = next ? `<NextContinuationToken>${next}</NextContinuationToken>` : "";
  return response.end(
    `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><Name>b</Name>${contents}${token}</ListBucketResult>`,
  );
}

function refuse(response: ServerResponse, status: number, code: string): ServerResponse {
  response.writeHead(status, { ...response.getHeaders(), "content-type": "application/xml" });
  return response.end(
    `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>No.</Message></Error>`,
  );
}
