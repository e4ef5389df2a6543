import { z } from "zod";
import { defineRoute } from "#lib/http/define-route.ts";
import { markRead } from "#lib/notices/mark-read.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  body: z.object({
    ids: z.array(z.string().max(64)).max(100).optional().describe("Unset: all of them."),
  }),
  openapi: {
    method: "post",
    path: "/api/v1/notices/read",
    summary: "Mark notices as read",
    tags: ["Notices"],
    responses: { 200: z.object({ read: z.number().int() }) },
  },
  handle: async ({ ctx, body: { ids } }) => ({
    read: await markRead(ctx, { ...(ids && { ids }) }),
  }),
});
