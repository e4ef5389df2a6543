import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { NOTICE_TOPICS } from "./topics.ts";
import type { NoticeWishes } from "./wishes.ts";

/** Keeps which topics the acting person wants mails about. Throws `unauthenticated`. */
export async function setNoticeWishes(ctx: Ctx, wishes: NoticeWishes): Promise<void> {
  const userId = actorUserId(ctx.actor);
  for (const topic of NOTICE_TOPICS) {
    const byMail = wishes[topic];
    await ctx.db.noticeWish.upsert({
      where: { userId_topic: { userId, topic } },
      update: { byMail },
      create: { userId, topic, byMail },
    });
  }
}
