import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerChat, CHAT_PATH } from "./chat.ts";
import { answerFile, takeUpload } from "./files.ts";
import { readBody, refuse, sendJson } from "./http.ts";
import { answerQueue } from "./queue.ts";
import { type DoubleOptions, FalState } from "./state.ts";
import { makeWebhookKeys, type WebhookKeys } from "./webhooks.ts";

/** fal's queue, storage and keys over HTTP, under the paths of a gateway: FAL_BASE_URL is its `url`. */
export interface FalDouble {
  url: string;
  state: FalState;
  keys: WebhookKeys;
  close(): Promise<void>;
}

export interface OpenFalOptions extends Partial<DoubleOptions> {
  port?: number;
}

export const DOUBLE_FAL_KEY = "double-id:double-secret";

export async function openFalDouble(options: OpenFalOptions = {}): Promise<FalDouble> {
  const state = new FalState({ key: DOUBLE_FAL_KEY, ...options });
  const keys = makeWebhookKeys();
  const server = createServer((request, response) => {
    route(state, keys, request, response).catch((error) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: state.url, state, keys, close };
}

async function route(
  state: FalState,
  keys: WebhookKeys,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const url = new URL(request.url ?? "/", state.url);
  const path = url.pathname;
  if (path === "/rest/.well-known/jwks.json") return sendJson(response, 200, keys.jwks);
  if (path === "/control") return control(state, request, response);
  if (path.startsWith("/files/")) return answerFile(state, path.slice(7), response);
  if (path.startsWith("/upload/")) return takeUpload(state, path.slice(8), request, response);
  if (request.headers.authorization !== `Key ${state.key}`) {
    return refuse(response, {
      status: 401,
      body: { detail: "No user found for Key ID and Secret" },
    });
  }
  if (path === "/rest/storage/upload/initiate") {
    const { file_name: name } = JSON.parse((await readBody(request)).toString());
    const id = `${state.uploads.size}-${name}`;
    state.uploads.set(id, new Uint8Array());
    const [upload_url, file_url] = [`${state.url}/upload/${id}`, `${state.url}/files/${id}`];
    return sendJson(response, 200, { upload_url, file_url });
  }
  if (path === CHAT_PATH) {
    return answerChat(JSON.parse((await readBody(request)).toString()), response);
  }
  if (path.startsWith("/queue/")) return answerQueue(state, keys, url, request, response);
  refuse(response, { status: 404, body: { detail: "Not found" } });
}

/** By hand: GET tells what was ordered, POST sets how the next orders go (`{next, always, look, workMs}`). */
async function control(state: FalState, request: IncomingMessage, response: ServerResponse) {
  if (request.method === "POST") {
    const { next = [], always, look, workMs } = JSON.parse((await readBody(request)).toString());
    state.next.push(...next);
    if (always) state.always = always;
    if (look) state.look = look;
    if (workMs !== undefined) state.workMs = workMs;
  }
  const { submits, looks, cancelled, workMs, always } = state;
  sendJson(response, 200, { submits, looks, jobs: state.jobs.size, cancelled, workMs, always });
}
