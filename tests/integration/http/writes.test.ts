import "./environment.ts";
import "../../../app/api/v1/openapi.json/routes.ts";
import { expect, test } from "vitest";
import { registeredRoutes } from "#lib/http/openapi/registry.ts";

const nameOf = ({ openapi: { method, path } }: ReturnType<typeof registeredRoutes>[number]) =>
  `${method} ${path}`;

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
