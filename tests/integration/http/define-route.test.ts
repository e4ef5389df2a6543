import "./environment.ts";
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createApiKey } from "#lib/accounts/create-api-key.ts";
import { revokeApiKey } from "#lib/accounts/revoke-api-key.ts";
import { workspaceScope } from "#lib/accounts/scope.ts";
import { encodeSession } from "#lib/accounts/session.ts";
import { answer } from "#lib/http/answer.ts";
import { preflightResponse } from "#lib/http/cors.ts";
import { defineRoute, type RouteHandler } from "#lib/http/define-route.ts";
import { AppError, notFound } from "#lib/shared/errors.ts";
import { makePerson, type Person } from "../accounts/people.ts";
import { db } from "./environment.ts";

const SITE = "http://maquette.test";
const ok = { 200: z.unknown() };

let ada: Person;
let eve: Person;
let key: string;
let cookie: string;

beforeAll(async () => {
  ada = await makePerson();
  eve = await makePerson();
  key = (await createApiKey(ada.ctx, { name: "Test" })).key;
  const secret = process.env.NEXTAUTH_SECRET ?? "";
  const session = await encodeSession({ id: ada.userId, sessionEpoch: 0 }, { secret });
  cookie = `other=1; next-auth.session-token=${session}`;
});

interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: unknown;
  params?: Record<string, string>;
}

async function send(route: RouteHandler, sent: Sent = {}) {
  const body = typeof sent.body === "string" ? sent.body : JSON.stringify(sent.body);
  const request = new Request(SITE + (sent.path ?? "/api/v1/test"), {
    method: sent.method ?? (sent.body === undefined ? "GET" : "POST"),
    headers: {
      host: "maquette.test",
      ...(sent.body === undefined ? {} : { "content-type": "application/json" }),
      ...sent.headers,
    },
    ...(sent.body === undefined ? {} : { body }),
  });
  const response = await route(request, { params: Promise.resolve(sent.params ?? {}) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text && JSON.parse(text) };
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

const whoAmI = defineRoute({
  auth: "user",
  openapi: { method: "get", path: "/test/who", summary: "Who", tags: ["Test"], responses: ok },
  handle: async ({ ctx }) => ({ actorType: ctx.actor.type, requestId: ctx.requestId }),
});

describe("who sends a request", () => {
  test("is told by an API key", async () => {
    const { status, json } = await send(whoAmI, { headers: bearer(key) });
    expect(status).toBe(200);
    expect(json.actor_type).toBe("api-key");
  });

  test("is told by a session cookie", async () => {
    const { json } = await send(whoAmI, { headers: { cookie } });
    expect(json.actor_type).toBe("user");
  });

  test("is nobody without either: 401", async () => {
    const { status, json, headers } = await send(whoAmI);
    expect(status).toBe(401);
    expect(json.error.code).toBe("unauthenticated");
    expect(headers.get("www-authenticate")).toMatch(/^Bearer/);
  });

  test.each(["Bearer mq_unknown", "Bearer", "Basic YTpi", "mq_x"])(
    "is not told by %j: 401",
    async (authorization) => {
      expect((await send(whoAmI, { headers: { authorization, cookie } })).status).toBe(401);
    },
  );

  test("is not told by a revoked key", async () => {
    const { id, key: old } = await createApiKey(ada.ctx, { name: "Old" });
    await revokeApiKey(ada.ctx, { id });
    expect((await send(whoAmI, { headers: bearer(old) })).status).toBe(401);
  });

  test("needs the scope a route asks for", async () => {
    const write = defineRoute({
      auth: { scope: "write" },
      openapi: { method: "get", path: "/test/w", summary: "W", tags: ["Test"], responses: ok },
      handle: async () => ({}),
    });
    const reader = await createApiKey(ada.ctx, { name: "Reader", scopes: ["read"] });
    const refused = await send(write, { headers: bearer(reader.key) });
    expect(refused.status).toBe(403);
    expect(refused.json.error.code).toBe("forbidden");
    expect((await send(write, { headers: bearer(key) })).status).toBe(200);
    expect((await send(write, { headers: { cookie } })).status).toBe(200);
  });
});

describe("a foreign row", () => {
  const getDesign = defineRoute({
    auth: { scope: "read" },
    params: z.object({ id: z.uuid() }),
    openapi: { method: "get", path: "/test/d/{id}", summary: "D", tags: ["Test"], responses: ok },
    async handle({ ctx, params: { id } }) {
      const where = { id, ...workspaceScope(ctx.actor, "read") };
      const design = await ctx.db.design.findFirst({ where, select: { title: true } });
      if (!design) throw notFound("design");
      return design;
    },
  });

  test("is 404, as one that never was", async () => {
    const data = { kind: "ring", title: "Eve's" };
    const { id } = await db.design.create({
      data: { ...data, workspaceId: eve.workspaceId, createdById: eve.userId },
    });
    const foreign = await send(getDesign, { headers: bearer(key), params: { id } });
    const none = await send(getDesign, { headers: bearer(key), params: { id: randomUUID() } });
    expect(foreign.status).toBe(404);
    expect({ ...foreign.json.error, timestamp: 0, request_id: 0 }).toEqual({
      ...none.json.error,
      timestamp: 0,
      request_id: 0,
    });
  });

  test("asked for by a wrong id is 400, naming it", async () => {
    const { status, json } = await send(getDesign, { headers: bearer(key), params: { id: "7" } });
    expect(status).toBe(400);
    expect(json.error.details).toMatchObject({ field: "id", value: "7" });
  });
});

let echoed = 0;
const echo = defineRoute({
  auth: "user",
  query: z.object({
    perPage: z.coerce.number().max(9).optional(),
    tags: z.array(z.string()).optional(),
  }),
  body: z.object({ bandWidthMm: z.number().min(0.8).max(12), title: z.string().default("Ring") }),
  openapi: { method: "post", path: "/test/echo", summary: "Echo", tags: ["Test"], responses: ok },
  async handle({ query, body }) {
    echoed += 1;
    return answer(201, { ...query, ...body, times: echoed, selfUrl: "/api/v1/test" });
  },
});

describe("what a request carries", () => {
  test("comes in snake_case and goes out so, with absolute links", async () => {
    const { status, json } = await send(echo, {
      path: "/api/v1/test?per_page=5&tags=a&tags=b",
      headers: bearer(key),
      body: { band_width_mm: 2.4 },
    });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      per_page: 5,
      tags: ["a", "b"],
      band_width_mm: 2.4,
      title: "Ring",
      self_url: `${SITE}/api/v1/test`,
    });
  });

  test("is answered with field, value and limit when it is wrong", async () => {
    const { status, json } = await send(echo, {
      headers: bearer(key),
      body: { band_width_mm: 0.1 },
    });
    expect(status).toBe(400);
    expect(json.error.details).toMatchObject({ field: "band_width_mm", value: 0.1, minimum: 0.8 });
  });

  test.each([
    ["no JSON", "{", {}, 400, "invalid_input"],
    ["a list", "[]", {}, 400, "invalid_input"],
    ["a form", "a=1", { "content-type": "text/plain" }, 415, "unsupported_type"],
    ["more than a megabyte", `"${"x".repeat(1024 * 1024)}"`, {}, 413, "too_large"],
  ])("is refused when it is %s", async (_, body, headers, status, code) => {
    const answered = await send(echo, { headers: { ...bearer(key), ...headers }, body });
    expect(answered.status).toBe(status);
    expect(answered.json.error.code).toBe(code);
  });
});

describe("a request by cookie", () => {
  const body = { band_width_mm: 2 };

  test.each([
    ["Origin", { origin: "https://evil.example" }],
    ["Sec-Fetch-Site", { "sec-fetch-site": "cross-site" }],
    ["a neighbouring site", { "sec-fetch-site": "same-site", origin: "http://a.maquette.test" }],
    ["a hidden origin", { origin: "null" }],
  ])("that changes something is refused from another site, told by %s", async (_, headers) => {
    const { status, json } = await send(echo, { headers: { cookie, ...headers }, body });
    expect(status).toBe(403);
    expect(json.error.code).toBe("forbidden");
  });

  test("is taken from this site, and reading from anywhere", async () => {
    const own = { cookie, origin: SITE, "sec-fetch-site": "same-origin" };
    expect((await send(echo, { headers: own, body })).status).toBe(201);
    const foreign = { cookie, origin: "https://evil.example" };
    expect((await send(whoAmI, { headers: foreign })).status).toBe(200);
  });

  test("by an API key is taken from anywhere", async () => {
    const headers = { ...bearer(key), origin: "https://evil.example" };
    expect((await send(echo, { headers, body })).status).toBe(201);
  });
});

describe("an idempotency key", () => {
  const body = { band_width_mm: 3 };
  const withKey = (name: string) => ({ ...bearer(key), "idempotency-key": name });

  test("gives a repeated request the first answer", async () => {
    const first = await send(echo, { headers: withKey("again"), body });
    const second = await send(echo, { headers: withKey("again"), body });
    expect(second.status).toBe(201);
    expect(second.json).toEqual(first.json);
    expect(first.headers.get("idempotent-replayed")).toBeNull();
    expect(second.headers.get("idempotent-replayed")).toBe("true");
  });

  test("belongs to one person", async () => {
    const { key: foreign } = await createApiKey(eve.ctx, { name: "Test" });
    const first = await send(echo, { headers: withKey("mine"), body });
    const second = await send(echo, {
      headers: { ...bearer(foreign), "idempotency-key": "mine" },
      body,
    });
    expect(second.json.times).toBe(first.json.times + 1);
  });

  test("is refused for another request", async () => {
    await send(echo, { headers: withKey("other"), body });
    const { status, json } = await send(echo, {
      headers: withKey("other"),
      body: { band_width_mm: 4 },
    });
    expect(status).toBe(409);
    expect(json.error.details.reason).toBe("other_request");
  });

  test("keeps a refusal too", async () => {
    let calls = 0;
    const refuse = defineRoute({
      auth: "user",
      body: z.object({}),
      openapi: { method: "post", path: "/test/no", summary: "No", tags: ["Test"], responses: ok },
      async handle() {
        calls += 1;
        throw notFound(`thing ${calls}`);
      },
    });
    const first = await send(refuse, { headers: withKey("refused"), body: {} });
    const second = await send(refuse, { headers: withKey("refused"), body: {} });
    expect(first.status).toBe(404);
    expect(second.json.error.message).toBe(first.json.error.message);
    expect(calls).toBe(1);
  });

  test("lets a request be tried again that failed on our side", async () => {
    let calls = 0;
    const shaky = defineRoute({
      auth: "user",
      body: z.object({}),
      openapi: { method: "post", path: "/test/sh", summary: "Sh", tags: ["Test"], responses: ok },
      async handle() {
        calls += 1;
        if (calls === 1) throw new AppError("unavailable", "Not now.");
        return { calls };
      },
    });
    expect((await send(shaky, { headers: withKey("shaky"), body: {} })).status).toBe(503);
    expect((await send(shaky, { headers: withKey("shaky"), body: {} })).json.calls).toBe(2);
  });

  /** A route whose first call waits until it is let go. */
  function heldRoute(path: string) {
    const gate = Promise.withResolvers<void>();
    const seen = { calls: 0 };
    const route = defineRoute({
      auth: "user",
      body: z.object({}),
      openapi: { method: "post", path, summary: "Held", tags: ["Test"], responses: ok },
      async handle() {
        const call = ++seen.calls;
        if (call === 1) await gate.promise;
        return { calls: call };
      },
    });
    return { route, seen, release: gate.resolve };
  }

  test("lets one of two equal requests run, and asks the other to come back", async () => {
    const { route, seen, release } = heldRoute("/test/sl");
    const first = send(route, { headers: withKey("race"), body: {} });
    await expect.poll(() => seen.calls).toBe(1);
    const second = await send(route, { headers: withKey("race"), body: {} });
    expect(second.status).toBe(409);
    expect(second.json.error.details.reason).toBe("still_running");
    expect(second.headers.get("retry-after")).toBe("1");
    release();
    expect((await first).status).toBe(200);
    expect((await send(route, { headers: withKey("race"), body: {} })).json.calls).toBe(1);
    expect(seen.calls).toBe(1);
  });

  test("stays with whoever took it over, when the first call ends after all", async () => {
    const { route, seen, release } = heldRoute("/test/late");
    const ask = () => send(route, { headers: withKey("late"), body: {} });
    const first = ask();
    await expect.poll(() => seen.calls).toBe(1);
    const longAgo = new Date(Date.now() - 3 * 60_000);
    await db.idempotencyKey.updateMany({ where: { key: "late" }, data: { createdAt: longAgo } });
    expect((await ask()).json.calls).toBe(2);
    release();
    expect((await first).json.calls).toBe(1);
    expect((await ask()).json.calls).toBe(2);
  });

  test("is free again after a crash, and after a day", async () => {
    await send(echo, { headers: withKey("crash"), body });
    const where = { key: "crash" };
    const before = await send(echo, { headers: withKey("crash"), body });
    const long = new Date(Date.now() - 3 * 60_000);
    await db.idempotencyKey.updateMany({ where, data: { status: null, createdAt: long } });
    const after = await send(echo, { headers: withKey("crash"), body });
    expect(after.json.times).toBeGreaterThan(before.json.times);
    await db.idempotencyKey.updateMany({ where, data: { expiresAt: new Date(0) } });
    const nextDay = await send(echo, { headers: withKey("crash"), body });
    expect(nextDay.json.times).toBeGreaterThan(after.json.times);
  });

  test("has 1 to 200 characters", async () => {
    const { status } = await send(echo, { headers: withKey("x".repeat(201)), body });
    expect(status).toBe(400);
  });
});

describe("a rate limit", () => {
  const limited = defineRoute({
    auth: "public",
    limit: { name: "test-limit", points: 2, seconds: 60 },
    openapi: { method: "get", path: "/test/lim", summary: "L", tags: ["Test"], responses: ok },
    handle: async () => ({}),
  });
  const from = (address: string) => ({ headers: { "x-forwarded-for": address } });

  test("is told in headers and refuses beyond it, for each address by itself", async () => {
    const first = await send(limited, from("10.9.0.1"));
    expect(first.headers.get("ratelimit-policy")).toBe('"test-limit";q=2;w=60');
    expect(first.headers.get("ratelimit-remaining")).toBe("1");
    await send(limited, from("10.9.0.1"));
    const third = await send(limited, from("10.9.0.1"));
    expect(third.status).toBe(429);
    expect(third.json.error.code).toBe("rate_limited");
    expect(Number(third.headers.get("retry-after"))).toBeGreaterThan(50);
    expect(third.headers.get("ratelimit")).toMatch(/^"test-limit";r=0;t=\d+$/);
    expect((await send(limited, from("10.9.0.2"))).status).toBe(200);
  });

  test("counts a client by the address the server saw, not by one it made up", async () => {
    for (let n = 0; n < 2; n++) await send(limited, from(`1.2.3.${n}, 10.9.0.3`));
    expect((await send(limited, from("9.9.9.9, 10.9.0.3"))).status).toBe(429);
  });

  test("counts a person wherever they are", async () => {
    const headers = bearer(key);
    await send(limited, { headers: { ...headers, "x-forwarded-for": "10.9.1.1" } });
    await send(limited, { headers: { ...headers, "x-forwarded-for": "10.9.1.2" } });
    const third = await send(limited, { headers: { ...headers, "x-forwarded-for": "10.9.1.3" } });
    expect(third.status).toBe(429);
  });

  test("lets exactly its points through when many come at once", async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => send(limited, from("10.9.0.4"))));
    expect(all.filter((one) => one.status === 200)).toHaveLength(2);
  });
});

describe("every answer", () => {
  test("carries a request id: the caller's own when it looks like one", async () => {
    const given = await send(whoAmI, {
      headers: { ...bearer(key), "x-request-id": "caller-0001" },
    });
    expect(given.headers.get("x-request-id")).toBe("caller-0001");
    expect(given.json.request_id).toBe("caller-0001");
    const odd = await send(whoAmI, { headers: { ...bearer(key), "x-request-id": "<script>" } });
    expect(odd.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("may be read by allowed origins alone", async () => {
    const shop = await send(whoAmI, {
      headers: { ...bearer(key), origin: "https://shop.example" },
    });
    expect(shop.headers.get("access-control-allow-origin")).toBe("https://shop.example");
    expect(shop.headers.get("access-control-allow-credentials")).toBeNull();
    const evil = await send(whoAmI, {
      headers: { ...bearer(key), origin: "https://evil.example" },
    });
    expect(evil.headers.get("access-control-allow-origin")).toBeNull();
    expect(evil.headers.get("vary")).toBe("Origin");
  });

  test("to a browser's question before a call names what an allowed origin may send", () => {
    const ask = (origin: string) =>
      preflightResponse(new Request(SITE, { method: "OPTIONS", headers: { origin } }));
    const shop = ask("https://shop.example");
    expect(shop.status).toBe(204);
    expect(shop.headers.get("access-control-allow-headers")).toContain("idempotency-key");
    expect(ask("https://other.example").status).toBe(204);
    const evil = ask("https://evil.example");
    expect(evil.status).toBe(403);
    expect(evil.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("to a defect of ours is a fixed text with the id to find it by", async () => {
    const broken = defineRoute({
      auth: "public",
      openapi: { method: "get", path: "/test/b", summary: "B", tags: ["Test"], responses: ok },
      async handle() {
        throw new TypeError("Cannot read properties of undefined (reading 'secret')");
      },
    });
    const { status, json, headers } = await send(broken);
    expect(status).toBe(500);
    expect(json.error.code).toBe("internal");
    expect(json.error.message).not.toContain("secret");
    expect(json.error.request_id).toBe(headers.get("x-request-id"));
  });

  test("is never sniffed, framed or cached", async () => {
    const { headers } = await send(whoAmI, { headers: bearer(key) });
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("cache-control")).toBe("no-store");
  });
});
