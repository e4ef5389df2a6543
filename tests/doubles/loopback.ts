import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Loopback {
  url: string;
  close(): Promise<void>;
}

/** A server on a free port of 127.0.0.1; what its handler throws is answered 500 with the text. */
export async function openLoopback(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Loopback> {
  const server = createServer((request, response) => {
    handle(request, response).catch((error) => {
      if (!response.headersSent) response.statusCode = 500;
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => close(server) };
}

/** What is left when a sender goes away in the middle is thrown away. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** Misbehaviour asked for ahead: each call of a double takes the next. */
export type Mishap =
  /** Answered in place of the real answer. */
  | { status: number; headers?: Record<string, string>; code?: string }
  /** The answer begins and the connection ends in the middle of it. */
  | "cut"
  /** Nothing: lets one call pass before the next mishap. */
  | "none";

/** `bytes=2-5` of `size` as start and end (excluded); null without a range. */
export function rangeOf(
  header: string | undefined,
  size: number,
): { start: number; end: number } | null {
  const match = /^bytes=(\d+)-(\d*)$/.exec(header ?? "");
  if (!match) return null;
  return { start: Number(match[1]), end: Math.min(size, match[2] ? Number(match[2]) + 1 : size) };
}

/** Sends bytes, or as many as a cut connection lets through. */
export function sendBytes(
  response: ServerResponse,
  bytes: Buffer,
  mishap?: Mishap,
): ServerResponse {
  response.setHeader("content-length", bytes.length);
  if (mishap !== "cut") return response.end(bytes);
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
  return response;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
