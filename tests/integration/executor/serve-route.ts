import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";

type Method = "GET" | "POST" | "PUT";
/** What a route module exports, as far as it is served. */
export type RouteModule = Record<Method, (request: never, args: never) => Promise<Response>>;

/** Serves a route's module over real HTTP, at every path. */
export async function serveRoute(route: RouteModule) {
  const server = createServer(async (incoming, outgoing) => {
    const method = (incoming.method ?? "GET") as Method;
    const request = new Request(`http://${incoming.headers.host}${incoming.url}`, {
      method,
      headers: incoming.headers as Record<string, string>,
      ...(method === "GET" ? {} : { body: Readable.toWeb(incoming) as never, duplex: "half" }),
    } as RequestInit);
    const answer = await route[method](request as never, {} as never);
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
