import type { Db } from "../../db.ts";
import type { Env } from "../../env.ts";
import { createOutboxMail } from "./outbox.ts";
import type { Mail } from "./port.ts";
import { createSmtpMail } from "./smtp.ts";

/** The mail server of SMTP_URL; without one, mails wait on the outbox page. */
export function createMail(env: Env, db: () => Db): Mail {
  if (!env.SMTP_URL) return createOutboxMail({ db });
  const host = env.MAQUETTE_URL ? new URL(env.MAQUETTE_URL).hostname : "localhost";
  return createSmtpMail({ db, url: env.SMTP_URL, from: `Maquette <no-reply@${host}>` });
}
