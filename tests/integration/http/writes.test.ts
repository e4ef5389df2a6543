import "./environment.ts";
import "#app/api/v1/openapi.json/routes.ts";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { type DocumentedRoute, registeredRoutes } from "#lib/http/openapi/registry.ts";

const nameOf = ({ openapi: { method, path: at } }: DocumentedRoute) => `${method} ${at}`;

/** What is sent as a body and changes nothing, or shows in another way that it may. */
const NO_WRITE_SCOPE = new Map([
  ["post /api/mcp", "each of its tools asks for the scope it needs"],
  ["post /api/v1/ateliers", "looks up"],
  ["post /api/v1/generate/enhance", "answers words, keeps nothing"],
  ["post /api/v1/search", "looks up"],
  ["post /api/v1/payments/webhook", "signed by the provider"],
  ["post /api/v1/webhooks/fal", "signed by the provider"],
]);

test("a key that may only read changes nothing by any route", () => {
  const open = registeredRoutes()
    .filter(({ openapi }) => openapi.method !== "get")
    .filter(({ auth }) => typeof auth === "string" || auth.scope !== "write");
  expect(open.map(nameOf)).toEqual([...NO_WRITE_SCOPE.keys()].sort());
});

const STATE = "moves a state once: then it is refused, or stands as it was left";
const UPSERT = "puts a row in its place: twice leaves the same";
const LOOKS = "changes nothing";
/** POSTs that need no name for what they make, to be repeated after a crash. */
const NOT_NAMED = new Map([
  ...Object.entries({
    "/api/mcp": "every call is new; its tools name what they make",
    "/api/v1/catalog/imports": "the same rows again change nothing",
    "/api/v1/collections/{id}/links": "the link is shown once and never kept, so it is made anew",
    "/api/v1/concepts/{id}/adopt": "the revision is named after the concept",
    "/api/v1/designs/{id}/again": "answers the job that is open",
    "/api/v1/orders/{id}/pay": "answers the payment that is begun",
    "/api/v1/payments/webhook": "the provider's event has an id",
    "/api/v1/quotes/{id}/answer": "the same offer takes the place of the first",
    "/api/v1/reports": "the same report is one",
    "/api/v1/uploads": "answers addresses; what is sent there lies under its own name",
    "/api/v1/webhooks/fal": "the provider's request has an id",
  }),
  ...["/api/v1/ateliers", "/api/v1/generate/enhance", "/api/v1/search"].map(
    (at) => [at, LOOKS] as const,
  ),
  ...[
    ...["/api/v1/catalog/rates", "/api/v1/catalog/resync", "/api/v1/collections/{id}/designs"],
    ...["/api/v1/products", "/api/v1/search/judgments"],
  ].map((at) => [at, UPSERT] as const),
  ...[
    ...["/api/v1/conversations/{id}/seen", "/api/v1/conversations/{id}/show"],
    ...["/api/v1/conversations/{id}/stop"],
    ...["/api/v1/figurines/{id}/approve", "/api/v1/jobs/{id}/cancel", "/api/v1/jobs/{id}/replay"],
    ...["/api/v1/moderation/{id}/appeal", "/api/v1/notices/read", "/api/v1/orders/{id}/cancel"],
    ...["/api/v1/orders/{id}/confirm", "/api/v1/orders/{id}/deliver"],
    ...["/api/v1/orders/{id}/dispute", "/api/v1/orders/{id}/paid", "/api/v1/orders/{id}/review"],
    ...["/api/v1/orders/{id}/ship", "/api/v1/products/{id}/withdraw"],
    ...["/api/v1/quotes/{id}/accept", "/api/v1/quotes/{id}/counter"],
    ...["/api/v1/quotes/{id}/decline", "/api/v1/tasks/{id}/cancel", "/api/v1/tasks/{id}/mask"],
    "/api/v1/tasks/{id}/retry",
  ].map((at) => [at, STATE] as const),
]);

/** A route's own text and that of what lies beside it. */
function sourceOf(route: string): string {
  const file = `app${route.replace(/\{(.+?)\}/g, "[$1]")}/route.ts`;
  const text = readFileSync(file, "utf8");
  const beside = [...text.matchAll(/from "(\.{1,2}\/[^"]+)"/g)].map(([, at]) =>
    readFileSync(path.join(path.dirname(file), at ?? ""), "utf8"),
  );
  return [text, ...beside].join("\n");
}

test("what a POST makes has a name by which its repetition after a crash finds it", () => {
  const posts = registeredRoutes().filter(({ openapi }) => openapi.method === "post");
  const named = posts.filter(({ openapi }) => sourceOf(openapi.path).includes("effectId"));
  expect(named.filter(({ idempotent }) => !idempotent).map(nameOf)).toEqual([]);
  const others = posts.filter((one) => !named.includes(one)).map(({ openapi }) => openapi.path);
  expect(others).toEqual([...NOT_NAMED.keys()].sort());
});
