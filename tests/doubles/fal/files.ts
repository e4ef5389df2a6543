import type { IncomingMessage, ServerResponse } from "node:http";
import { readBody, refuse } from "./http.ts";
import type { FalState } from "./state.ts";

/** What an order made, or what was sent up; broken off where the order was to be so. */
export function answerFile(state: FalState, id: string, response: ServerResponse) {
  const file = state.files.get(id);
  const bytes = file?.bytes ?? state.uploads.get(id);
  if (!bytes || file?.isDead) return refuse(response, { status: 404, body: { detail: "Gone" } });
  response.writeHead(200, {
    "content-type": file?.contentType ?? "application/octet-stream",
    "content-length": bytes.length,
  });
  if (file && file.cutsLeft > 0) {
    file.cutsLeft -= 1;
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
  } else {
    response.end(bytes);
  }
}

export async function takeUpload(
  state: FalState,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (request.method !== "PUT" || !state.uploads.has(id)) return refuse(response, { status: 404 });
  state.uploads.set(id, new Uint8Array(await readBody(request)));
  response.writeHead(200).end();
}
