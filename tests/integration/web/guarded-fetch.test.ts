import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { guardedFetch } from "#lib/web/guarded-fetch.ts";
import { HOSTILE_ADDRESSES, REDIRECT_TARGETS } from "./hostile-addresses.ts";

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(answer: RequestListener, host: string, port = 0): Promise<number> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  return (server.address() as AddressInfo).port;
}

/** What reached the canary. */
let touched: string[] = [];
const canary: RequestListener = (request, response) => {
  touched.push(request.url ?? "");
  response.writeHead(200, { "content-type": "image/png" }).end("caught");
};
const port = await listen(canary, "127.0.0.1");
await listen(canary, "::1", port).catch(() => undefined);

/** The shop's own server: the one private host that may be asked, as an operator would allow it. */
let answer: RequestListener = (_, response) => response.end();
const shopPort = await listen((request, response) => answer(request, response), "127.0.0.1");
const shop = `http://shop.test:${shopPort}`;
env().PRIVATE_PICTURE_HOSTS.push(`shop.test:${shopPort}`);
afterAll(() => {
  env().PRIVATE_PICTURE_HOSTS.length = 0;
});

beforeEach(() => {
  touched = [];
  asked = [];
});

/** The test's own naming; what it was asked. */
let asked: string[] = [];
const V4 = (address: string) => ({ address, family: 4 });
const V6 = (address: string) => ({ address, family: 6 });
const NAMES: Record<string, { address: string; family: number }[]> = {
  "shop.test": [V4("127.0.0.1")],
  localhost: [V4("127.0.0.1"), V6("::1")],
  "localhost.": [V4("127.0.0.1")],
  "loopback.test": [V4("127.0.0.1")],
  "loopback-v6.test": [V6("::1")],
  "mapped.test": [V6("::ffff:127.0.0.1")],
  "lan.test": [V4("192.168.1.10")],
  "metadata.test": [V4("169.254.169.254")],
  "half.test": [V4("8.8.8.8"), V4("127.0.0.1")],
  "half-v6.test": [V4("8.8.8.8"), V6("::1")],
};

/** `changing.test` is public when it is first asked for, and the machine itself from then on. */
async function resolve(host: string) {
  asked.push(host);
  if (host === "changing.test") {
    const isFirst = asked.filter((name) => name === host).length === 1;
    return [isFirst ? V4("192.0.43.8") : V4("127.0.0.1")];
  }
  return NAMES[host] ?? [];
}

const fetchIt = (address: string, more = {}) =>
  guardedFetch(address, { maxBytes: 1000, type: "image/", timeoutMs: 400, resolve, ...more });

const outcome = (address: string, more = {}) =>
  fetchIt(address, more).then(
    () => "fetched",
    (error: unknown) => (isAppError(error) ? error.code : `no AppError: ${error}`),
  );

const withPort = (address: string) => address.replaceAll("{port}", String(port));

describe("an address that leads to the machine or its network", () => {
  test("comes in more than a hundred forms", () => {
    expect(new Set([...HOSTILE_ADDRESSES, ...REDIRECT_TARGETS]).size).toBeGreaterThan(130);
  });

  test.each(HOSTILE_ADDRESSES)("reaches nothing: %s", async (address) => {
    const code = await outcome(withPort(address));
    expect(["invalid_input", "unavailable"]).toContain(code);
    expect(touched).toEqual([]);
  });

  test.each(REDIRECT_TARGETS)("reaches nothing as a redirect: %s", async (address) => {
    answer = (_, response) => response.writeHead(302, { location: withPort(address) }).end();
    const code = await outcome(`${shop}/start`);
    expect(["invalid_input", "unavailable"]).toContain(code);
    expect(touched).toEqual([]);
  });

  test("is asked for once: a name that changes is connected to where it was checked", async () => {
    await outcome(withPort("http://changing.test:{port}/"));
    expect(asked).toEqual(["changing.test"]);
    expect(touched).toEqual([]);
  });

  test("is told from a public one", async () => {
    const { isPublicAddress } = await import("#lib/web/public-address.ts");
    const open = [
      "8.8.8.8",
      "1.1.1.1",
      "172.32.0.1",
      "100.128.0.1",
      "2606:4700::1111",
      "2a00:1450::1",
    ];
    expect(open.filter((address) => !isPublicAddress(address))).toEqual([]);
  });
});

describe("a picture on a host that may be asked", () => {
  const picture: RequestListener = (_, response) =>
    response.writeHead(200, { "content-type": "image/png" }).end("picture");

  test("is fetched, also behind redirects", async () => {
    answer = (request, response) =>
      request.url === "/end"
        ? picture(request, response)
        : response.writeHead(307, { location: "/end" }).end();
    const { bytes, contentType } = await fetchIt(`${shop}/start`);
    expect(new TextDecoder().decode(bytes)).toBe("picture");
    expect(contentType).toBe("image/png");
  });

  test("that redirects without end is given up", async () => {
    answer = (_, response) => response.writeHead(302, { location: "/again" }).end();
    expect(await outcome(shop)).toBe("invalid_input");
  });

  test.each([
    ["is too large", "too_large", { "content-type": "image/png" }, 200, "x".repeat(2000)],
    ["is a page", "unsupported_type", { "content-type": "text/html" }, 200, "<p>"],
    ["is missing", "invalid_input", { "content-type": "image/png" }, 404, ""],
    ["has a server that fails", "unavailable", {}, 500, ""],
    [
      "is compressed to hide its size",
      "invalid_input",
      { "content-type": "image/png", "content-encoding": "gzip" },
      200,
      "x",
    ],
  ])("that %s is refused", async (_, code, headers, status, body) => {
    answer = (_request, response) => response.writeHead(status, headers).end(body);
    expect(await outcome(shop)).toBe(code);
  });

  test("that never comes is given up in time", async () => {
    answer = (_, response) => response.writeHead(200, { "content-type": "image/png" }).write("x");
    expect(await outcome(shop)).toBe("unavailable");
  });
});
