import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { fromCursor, type Page, type PageInput, pageSize, toPage } from "#lib/shared/cursor.ts";

export interface NoticeView {
  id: string;
  topic: string;
  title: string;
  text: string;
  link: string;
  readAt: Date | null;
  createdAt: Date;
}

/** The acting person's notices, newest first. Throws `unauthenticated` for a guest. */
export async function listNotices(ctx: Ctx, input: PageInput): Promise<Page<NoticeView>> {
  const size = pageSize(input);
  const after = input.cursor ? fromCursor(input.cursor) : null;
  const rows = await ctx.db.notice.findMany({
    where: {
      userId: actorUserId(ctx.actor),
      ...(after && {
        OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }],
      }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: size + 1,
    select: {
      id: true,
      topic: true,
      title: true,
      text: true,
      link: true,
      readAt: true,
      createdAt: true,
    },
  });
  return toPage(rows, size, (row) => ({ at: row.createdAt, id: row.id }), rows.slice(0, size));
}
