import type { Ctx } from "../context.ts";
import { getProfile } from "./get-profile.ts";

export interface MailItem {
  id: string;
  to: string;
  subject: string;
  text: string;
  createdAt: Date;
}

const MOST_MAILS = 50;

/** The newest 50 mails to the acting person; to everyone, for an admin. Throws `unauthenticated`. */
export async function listMails(ctx: Pick<Ctx, "actor" | "db">): Promise<MailItem[]> {
  const { email, role } = await getProfile(ctx);
  return ctx.db.mail.findMany({
    where: role === "admin" ? {} : { to: email },
    select: { id: true, to: true, subject: true, text: true, createdAt: true },
    orderBy: { createdAt: "desc" },
    take: MOST_MAILS,
  });
}
