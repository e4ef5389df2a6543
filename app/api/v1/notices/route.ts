import { z } from "zod";
import { defineRoute } from "#lib/http/define-route.ts";
import { listQuery } from "#lib/http/list.ts";
import { countUnread } from "#lib/notices/count-unread.ts";
import { listNotices } from "#lib/notices/list-notices.ts";
import { noticeForm } from "#lib/notices/wire.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  query: listQuery,
  openapi: {
    method: "get",
    path: "/api/v1/notices",
    summary: "What you should know of, newest first, and how much of it is unread",
    tags: ["Notices"],
    responses: {
      200: z.object({
        items: z.array(noticeForm),
        nextCursor: z.string().nullable(),
        unread: z.number().int(),
      }),
    },
  },
  async handle({ ctx, query }) {
    const [page, unread] = await Promise.all([listNotices(ctx, query), countUnread(ctx)]);
    return { ...page, unread };
  },
});
