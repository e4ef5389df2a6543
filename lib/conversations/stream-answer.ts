import { UI_MESSAGE_STREAM_HEADERS } from "ai";

/** An answer's chunks as an HTTP response in the AI SDK's form. */
export function streamAnswer(stream: ReadableStream<Uint8Array>): Response {
  return new Response(stream, { headers: UI_MESSAGE_STREAM_HEADERS });
}
