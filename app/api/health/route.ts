import { z } from "zod";
import { defineRoute } from "#lib/http/define-route.ts";

export const GET = defineRoute({
  auth: "public",
  openapi: {
    method: "get",
    path: "/api/health",
    aliases: ["/health"],
    summary: "Whether the app answers",
    tags: ["Service"],
    responses: { 200: z.object({ status: z.literal("ok"), uptimeS: z.number() }) },
  },
  handle: async () => ({ status: "ok", uptimeS: Math.round(process.uptime()) }),
});
