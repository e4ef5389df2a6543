import { Prisma } from "#generated/prisma/client.ts";
import type { Db } from "../../db.ts";
import type { MailMessage } from "./port.ts";

/** Writes the message down. Null when one with its dedupe key is already there. */
export async function recordMail(
  db: Db,
  message: MailMessage,
): Promise<{ id: string; sentAt: Date | null } | null> {
  const { to, subject, text, html, dedupeKey } = message;
  try {
    return await db.mail.create({
      data: { to, subject, text, html: html ?? null, dedupeKey: dedupeKey ?? null },
      select: { id: true, sentAt: true },
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      return null;
    throw error;
  }
}
