import "../http/environment.ts";
import { readdirSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { createApiKey } from "#lib/accounts/create-api-key.ts";
import { adapters } from "#lib/adapters/index.ts";
import type { RouteHandler } from "#lib/http/define-route.ts";
import { openApiDocument } from "#lib/http/openapi/document.ts";
import { registeredRoutes } from "#lib/http/openapi/registry.ts";
import { repetitions } from "#tests/setup/length.ts";
import { makePerson, type Person } from "../accounts/people.ts";
import { DrawingEngine } from "../designs/drawing-engine.ts";
import { db } from "../http/environment.ts";
import { serve } from "../http/serve.ts";
import { broken, NASTY, type Schema, valid } from "./arbitrary.ts";
import { makeThings } from "./things.ts";

/** Stands in everything of Eve's: no answer to anybody else may hold it. */
const MARK = "eves-own-secret-9f2c";
const RUNS = repetitions(6, 60);
const SEED = 20_261_125;

type Method = "get" | "post" | "put" | "patch" | "delete";
interface Operation {
  security: unknown[];
  parameters: { name?: string; in?: string; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
}

// What is fuzzed is what requests can do: pieces are not built for it.
Object.assign(globalThis, {
  maquetteAdapters: Object.create(adapters(), { inference: { value: new DrawingEngine() } }),
});

/** Every route file under app/api, by the path the document names. */
const handlers = new Map<string, Partial<Record<string, RouteHandler>>>();
for (const file of readdirSync("app/api", { recursive: true, encoding: "utf8" })) {
  if (path.basename(file) !== "route.ts" || /nextauth|inngest|\.\.\.path/.test(file)) continue;
  const parts = path.dirname(file).split(path.sep);
  const named = parts.map((part) => part.replace(/^\[(?:\.\.\.)?(.+)\]$/, "{$1}"));
  const module = await import(/* @vite-ignore */ path.resolve("app/api", file));
  handlers.set(["/api", ...named].filter((part) => part !== ".").join("/"), module);
}
const paths = openApiDocument(registeredRoutes(), "0").paths as Record<
  string,
  Partial<Record<Method, Operation>>
>;
const operations = Object.entries(paths).flatMap(([route, methods]) =>
  Object.entries(methods)
    .filter(([method]) => handlers.get(route)?.[method.toUpperCase()])
    .map(([method, operation]) => ({ route, method, operation: operation as Operation })),
);

/** `/api/v1/designs/{id}` and the request's own path → the parameters Next would give. */
function paramsOf(route: string, pathname: string): Record<string, string | string[]> {
  const names = route.split("/");
  const parts = pathname.split("/");
  return Object.fromEntries(
    names.flatMap((name, at) => {
      const key = /^\{(.+)\}$/.exec(name)?.[1];
      if (!key) return [];
      const value = parts[at] ?? "";
      return [[key, key === "key" ? parts.slice(at) : safeDecode(value)]];
    }),
  );
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const app = await serve(
  async (request) => {
    const route = request.headers.get("x-test-route") ?? "";
    const handler = handlers.get(route)?.[request.method];
    const params = paramsOf(route, new URL(request.url).pathname);
    if (!handler) return new Response(null, { status: 404 });
    return handler(request, { params: Promise.resolve(params) });
  },
  () => ({}),
);

let ada: Person;
let key: string;
let eves: string[];
beforeAll(async () => {
  ada = await makePerson();
  key = (await createApiKey(ada.ctx, { name: "test" })).key;
  eves = await makeThings(await makePerson(), MARK);
});

/** Texts that mean something to the API, by the name of the property. */
function known(name: string): fc.Arbitrary<unknown> | null {
  if (name === "kind") return fc.constantFrom("ring", "ring", "no-such-kind");
  if (/(^|_)id$|_ids$/.test(name)) return fc.constantFrom(...eves, crypto.randomUUID());
  if (name === "wait") return fc.constant(0);
  return null;
}

interface Call {
  pathname: string;
  query: Record<string, unknown>;
  body: unknown;
}

/** Path parameters name Eve's things, nobody's, or nonsense. */
function calls(route: string, operation: Operation, isValid: boolean): fc.Arbitrary<Call> {
  const id = fc.constantFrom(...eves, crypto.randomUUID(), "1", "null", "..%2f..", "%00", "🦊");
  const names = [...route.matchAll(/\{[^}]+\}/g)].map(([name]) => name);
  const query = operation.parameters.filter((one) => one.in === "query" && one.name);
  const schema = operation.requestBody?.content["application/json"]?.schema ?? {};
  const queryOf = query.map(({ name = "", schema: one = {} }) => {
    const arbitrary = isValid ? valid(one, known, name) : NASTY;
    return [name, fc.option(arbitrary, { nil: undefined })] as const;
  });
  return fc.record({
    pathname: fc
      .array(id, { minLength: names.length, maxLength: names.length })
      .map((ids) => ids.reduce((text, one) => text.replace(/\{[^}]+\}/, encodeURI(one)), route)),
    query: fc.record(Object.fromEntries(queryOf)),
    body: isValid ? valid(schema, known) : broken(schema, known),
  });
}

async function send(route: string, method: string, call: Call, headers: Record<string, string>) {
  const url = new URL(call.pathname, app.url);
  for (const [name, value] of Object.entries(call.query)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  const hasBody = !["get", "delete"].includes(method);
  const init = hasBody ? { body: JSON.stringify(call.body) ?? "" } : {};
  // Limits are tested elsewhere; here they would hide what lies behind them.
  await db.rateLimiterFlexible.deleteMany();
  const answer = await fetch(url, {
    ...init,
    method: method.toUpperCase(),
    headers: { "x-test-route": route, "content-type": "application/json", ...headers },
    signal: AbortSignal.timeout(10_000),
  });
  const text = answer.headers.get("content-type")?.includes("event-stream")
    ? await firstPiece(answer)
    : await answer.text();
  return { status: answer.status, text };
}

async function firstPiece(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  const piece = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(piece?.value);
}

/** The readiness of a service without its parts is told by 503. */
const mayBeUnready = (route: string) => route.endsWith("/health/ready");

test("there are operations to try", () => {
  expect(operations.length).toBeGreaterThan(30);
});

test.each(operations)(
  "$method $route takes anything without a 5xx or another's data",
  async ({ route, method, operation }) => {
    const isPublic = operation.security.length === 0;
    for (const isValid of [true, false]) {
      const property = fc.asyncProperty(calls(route, operation, isValid), async (call) => {
        const own = await send(route, method, call, { authorization: `Bearer ${key}` });
        expect(own.text).not.toContain(MARK);
        expect(own.status).toSatisfy((status: number) => status < 500 || mayBeUnready(route));
        const guest = await send(route, method, call, {});
        expect(guest.text).not.toContain(MARK);
        expect(guest.status).toSatisfy((status: number) =>
          isPublic ? status < 500 || mayBeUnready(route) : status === 401,
        );
      });
      await fc.assert(property, { numRuns: RUNS, seed: SEED });
    }
  },
);
