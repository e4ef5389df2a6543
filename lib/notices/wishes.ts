import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { isMailedUnasked, NOTICE_TOPICS, type NoticeTopic } from "./topics.ts";

export type NoticeWishes = Record<NoticeTopic, boolean>;

/** Which topics the acting person gets mails about: those they chose, else all but finished work. */
export async function getNoticeWishes(ctx: Ctx): Promise<NoticeWishes> {
  const rows = await ctx.db.noticeWish.findMany({
    where: { userId: actorUserId(ctx.actor) },
    select: { topic: true, byMail: true },
  });
  const said = new Map(rows.map(({ topic, byMail }) => [topic, byMail]));
  const wishes = NOTICE_TOPICS.map((topic) => [topic, said.get(topic) ?? isMailedUnasked(topic)]);
  return Object.fromEntries(wishes) as NoticeWishes;
}
