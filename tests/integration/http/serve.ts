import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeWebStream } from "node:stream/web";
import { afterAll } from "vitest";
import type { RouteHandler } from "#lib/http/define-route.ts";

export interface Served {
  /** `http://127.0.0.1:port`. */
  url: string;
}

/** Serves one route over a real socket; `paramsOf` stands in for Next's file names. */
export async function serve(
  route: RouteHandler,
  paramsOf: (path: string) => Record<string, string | string[]> = () => ({}),
): Promise<Served> {
  const server = createServer((incoming, outgoing) => {
    answer(route, paramsOf, incoming, outgoing).catch((error) => outgoing.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => close(server));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function answer(
  route: RouteHandler,
  paramsOf: (path: string) => Record<string, string | string[]>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host}`);
  const hasBody = !["GET", "HEAD"].includes(incoming.method ?? "GET");
  const request = new Request(url, {
    method: incoming.method ?? "GET",
    headers: new Headers(incoming.headers as Record<string, string>),
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" } : {}),
  } as RequestInit);
  const response = await route(request, { params: Promise.resolve(paramsOf(url.pathname)) });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (!response.body) {
    outgoing.end();
    return;
  }
  await pipeline(Readable.fromWeb(response.body as unknown as NodeWebStream), outgoing);
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
