import { createTransport } from "nodemailer";
import type { Db } from "../../db.ts";
import { unavailable } from "../../shared/errors.ts";
import type { Mail, MailMessage } from "./port.ts";
import { recordMail } from "./record.ts";

export interface SmtpMailOptions {
  db: () => Db;
  /** `smtps://user:password@host:465` or `smtp://host:587`. */
  url: string;
  /** Sender, with or without a name. */
  from: string;
}

const TIMEOUT_MS = 20_000;

/** Sends through a mail server. What was sent or why not stands in the table `Mail`. */
export function createSmtpMail({ db, url, from }: SmtpMailOptions): Mail {
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  return {
    name: "smtp",
    async send(message) {
      const mail =
        (await recordMail(db(), withoutSecret(message))) ?? (await findUnsent(db(), message));
      if (!mail) return;
      const { to, subject, text, html } = message;
      try {
        await transport.sendMail({ from, to, subject, text, ...(html ? { html } : {}) });
      } catch (cause) {
        const error = cause instanceof Error ? cause.message : String(cause);
        await db().mail.update({ where: { id: mail.id }, data: { error } });
        throw unavailable("The mail could not be sent. We try again.", { cause });
      }
      await db().mail.update({ where: { id: mail.id }, data: { sentAt: new Date(), error: null } });
    },
  };
}

/** What is kept of a message: nobody has to read its link here. */
function withoutSecret(message: MailMessage): MailMessage {
  if (!message.isSecret) return message;
  const { html: _, ...kept } = message;
  return { ...kept, text: "" };
}

/** A message whose first try failed is sent by the retry, which carries the same dedupe key. */
async function findUnsent(db: Db, message: MailMessage): Promise<{ id: string } | null> {
  if (!message.dedupeKey) return null;
  return db.mail.findFirst({
    where: { dedupeKey: message.dedupeKey, sentAt: null },
    select: { id: true },
  });
}
