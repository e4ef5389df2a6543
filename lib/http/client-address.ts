import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { env } from "../env.ts";

const HEADER = "x-forwarded-for";

/**
 * The client's address. The header is what the server wrote (see `writeSocketAddress`), or, with
 * TRUST_PROXY, what the nearest proxy appended: the last entry is the only one a client cannot choose.
 */
export function clientAddress(headers: Headers): string {
  return headers.get(HEADER)?.split(",").at(-1)?.trim() || "unknown";
}

/**
 * Called once at start: route handlers do not see the socket, so its address is written over
 * whatever X-Forwarded-For a client sent. With TRUST_PROXY the header is left to the proxy.
 */
export function writeSocketAddress(): void {
  if (env().TRUST_PROXY) return;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[HEADER] = request.socket.remoteAddress ?? "unknown";
  });
}
