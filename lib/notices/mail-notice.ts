import { publicUrl } from "#lib/accounts/mails.ts";
import type { Ctx } from "#lib/context.ts";

/** Sends the mail of a notice to whoever wants mails about its topic, once. Answers whether one went out. */
export async function mailNotice(
  ctx: Pick<Ctx, "db" | "adapters">,
  noticeId: string,
): Promise<boolean> {
  const notice = await ctx.db.notice.findUnique({
    where: { id: noticeId },
    select: {
      id: true,
      topic: true,
      title: true,
      text: true,
      link: true,
      userId: true,
      user: { select: { email: true } },
    },
  });
  if (!notice) return false;
  const { userId, topic } = notice;
  const wish = await ctx.db.noticeWish.findUnique({
    where: { userId_topic: { userId, topic } },
    select: { byMail: true },
  });
  if (wish?.byMail === false) return false;
  await ctx.adapters.mail.send({
    to: notice.user.email,
    subject: notice.title,
    text: `${notice.text}\n\n${publicUrl(notice.link)}\n\nYou choose which mails you get at ${publicUrl("/notices")}.\n`,
    dedupeKey: `notice/${notice.id}`,
  });
  return true;
}
