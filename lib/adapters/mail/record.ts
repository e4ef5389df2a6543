import { Prisma } from "#generated/prisma/client.ts";
import type { Db } from "../../db.ts";
import { invalidInput } from "../../shared/errors.ts";
import type { MailMessage } from "./port.ts";

/** One address and nothing else: a list or a line break would reach others too. */
const ONE_ADDRESS = /^[^\s,;:<>()"\\]+@[^\s,;:<>()"\\]+$/;

/**
 * Writes the message down, as sent when a time is given. Null when its dedupe
 * key is known. Throws `invalid_input` when `to` is not one address.
 */
export async function recordMail(
  db: Db,
  message: MailMessage,
  sentAt: Date | null = null,
): Promise<{ id: string } | null> {
  if (!ONE_ADDRESS.test(message.to)) throw invalidInput("This is not an e-mail address.");
  const { to, subject, text, html, dedupeKey } = message;
  try {
    return await db.mail.create({
      data: { to, subject, text, html: html ?? null, dedupeKey: dedupeKey ?? null, sentAt },
      select: { id: true },
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      return null;
    throw error;
  }
}
