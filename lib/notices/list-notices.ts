import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import {
  behindCursor,
  newestFirst,
  type Page,
  type PageInput,
  pageSize,
  toPage,
} from "#lib/shared/cursor.ts";
import { noticeIn } from "./sentences.ts";

export interface NoticeView {
  id: string;
  topic: string;
  title: string;
  text: string;
  link: string;
  readAt: Date | null;
  createdAt: Date;
}

/** The acting person's notices in their language, newest first. Throws `unauthenticated` for a guest. */
export async function listNotices(ctx: Ctx, input: PageInput): Promise<Page<NoticeView>> {
  const size = pageSize(input);
  const rows = await ctx.db.notice.findMany({
    where: {
      userId: actorUserId(ctx.actor),
      ...behindCursor("createdAt", input.cursor),
    },
    orderBy: newestFirst("createdAt"),
    take: size + 1,
    select: {
      id: true,
      topic: true,
      title: true,
      text: true,
      link: true,
      readAt: true,
      createdAt: true,
      user: { select: { locale: true } },
    },
  });
  const items = rows.slice(0, size).map(({ user: { locale }, title, text, ...row }) => ({
    ...row,
    title: noticeIn(locale, title),
    text: noticeIn(locale, text),
  }));
  return toPage(rows, size, "createdAt", items);
}
