import type { Ctx } from "../context.ts";

/** Long enough to find out why a mail did not come. */
const KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Deletes what is kept of mails made more than 30 days ago. Answers how many. */
export async function deleteOldMails(ctx: Pick<Ctx, "db" | "now">): Promise<number> {
  const before = new Date(ctx.now().getTime() - KEPT_DAYS * DAY_MS);
  const { count } = await ctx.db.mail.deleteMany({ where: { createdAt: { lt: before } } });
  return count;
}
