import "./environment.ts";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openApiDocument } from "#lib/http/openapi/document.ts";
import { registeredRoutes } from "#lib/http/openapi/registry.ts";
import { GET } from "../../../app/api/v1/openapi.json/route.ts";

/** Spoken by a library in its own protocol, or answering what no route has. */
const NOT_DOCUMENTED = new Set(["/api/auth/{nextauth}", "/api/inngest", "/api/{path}"]);
const HANDLER = /export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/g;

/** `app/api/v1/designs/[id]/route.ts` → `/api/v1/designs/{id}`. */
function pathOf(file: string): string {
  const folders = path.dirname(file).split(path.sep);
  const parts = folders.map((one) => one.replace(/^\[(?:\.\.\.)?(.+)\]$/, "{$1}"));
  return `/${["api", ...parts].filter((one) => one !== ".").join("/")}`;
}

const handlers = readdirSync("app/api", { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "route.ts")
  .filter((file) => !NOT_DOCUMENTED.has(pathOf(file)))
  .flatMap((file) => {
    const text = readFileSync(path.join("app/api", file), "utf8");
    return [...text.matchAll(HANDLER)].map(([, method]) => ({ method, route: pathOf(file) }));
  });

interface Operation {
  summary: string;
  responses: Record<string, unknown>;
  parameters: { name?: string; in?: string }[];
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

async function documentOf(): Promise<Document> {
  const response = await GET(new Request("http://maquette.test/api/v1/openapi.json"));
  expect(response.status).toBe(200);
  return response.json();
}

describe("the API document", () => {
  test("is OpenAPI 3.1", async () => {
    expect((await documentOf()).openapi).toBe("3.1.0");
  });

  test("there are routes to look for", () => {
    expect(handlers.length).toBeGreaterThan(5);
  });

  test.each(handlers)("has $method $route", async ({ method, route }) => {
    const { paths } = await documentOf();
    expect(paths[route]?.[method?.toLowerCase() ?? ""]?.summary).toBeTruthy();
  });

  test("names every parameter in a path, and what is answered", async () => {
    const { paths } = await documentOf();
    for (const [route, operations] of Object.entries(paths)) {
      const names = [...route.matchAll(/\{(.+?)\}/g)].map(([, name]) => name);
      for (const { parameters, responses } of Object.values(operations)) {
        const given = parameters.filter((one) => one.in === "path").map((one) => one.name);
        expect(given).toEqual(names);
        expect(Object.keys(responses).length).toBeGreaterThan(1);
      }
    }
  });

  test("gives every operation a name of its own", () => {
    const document = openApiDocument(registeredRoutes(), "1") as unknown as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const ids = Object.values(document.paths).flatMap((one) =>
      Object.values(one).map((operation) => operation.operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});
