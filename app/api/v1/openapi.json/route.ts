import { z } from "zod";
import { answerAsIs } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { openApiDocument } from "#lib/http/openapi/document.ts";
import { registeredRoutes } from "#lib/http/openapi/registry.ts";
import { VERSION } from "#lib/version.ts";

export const GET = defineRoute({
  auth: "public",
  openapi: {
    method: "get",
    path: "/api/v1/openapi.json",
    summary: "This document (OpenAPI 3.1)",
    tags: ["Service"],
    responses: { 200: z.looseObject({ openapi: z.string() }) },
  },
  async handle() {
    await import("./routes.ts");
    return answerAsIs(200, openApiDocument(registeredRoutes(), VERSION), {
      "cache-control": "public, max-age=60",
    });
  },
});
