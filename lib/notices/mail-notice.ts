import { wishesLine } from "#lib/accounts/mail-texts.ts";
import { publicUrl } from "#lib/accounts/mails.ts";
import type { Ctx } from "#lib/context.ts";
import { noticeIn } from "./sentences.ts";
import { isMailedUnasked } from "./topics.ts";

/** Sends the mail of a notice, in the person's language, to whoever wants mails about its topic, once. Answers whether one went out. */
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
      user: { select: { email: true, locale: true } },
    },
  });
  if (!notice) return false;
  const { userId, topic } = notice;
  const wish = await ctx.db.noticeWish.findUnique({
    where: { userId_topic: { userId, topic } },
    select: { byMail: true },
  });
  if (!(wish?.byMail ?? isMailedUnasked(topic))) return false;
  const { email, locale } = notice.user;
  await ctx.adapters.mail.send({
    to: email,
    subject: noticeIn(locale, notice.title),
    text: `${noticeIn(locale, notice.text)}\n\n${publicUrl(notice.link)}\n\n${wishesLine(locale, publicUrl("/notices"))}\n`,
    dedupeKey: `notice/${notice.id}`,
  });
  return true;
}
