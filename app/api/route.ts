import { z } from "zod";
import { defineRoute } from "#lib/http/define-route.ts";
import { VERSION } from "#lib/version.ts";

const links = z.object({
  docsUrl: z.string(),
  openapiUrl: z.string(),
  healthUrl: z.string(),
  readyUrl: z.string(),
});

export const GET = defineRoute({
  auth: "public",
  openapi: {
    method: "get",
    path: "/api",
    summary: "Name, version and where to go on",
    tags: ["Service"],
    responses: { 200: z.object({ name: z.string(), version: z.string(), links }) },
  },
  handle: async () => ({
    name: "Maquette",
    version: VERSION,
    links: {
      docsUrl: "/docs",
      openapiUrl: "/api/v1/openapi.json",
      healthUrl: "/api/health",
      readyUrl: "/api/v1/health/ready",
    },
  }),
});
