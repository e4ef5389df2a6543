import type { MailMessage } from "../adapters/mail/port.ts";
import { env } from "../env.ts";
import { letter } from "./mail-texts.ts";

/** The public address; never taken from a request, so that nobody can bend a mail's link. */
export function publicUrl(path: string): string {
  const { MAQUETTE_URL, HOST, PORT } = env();
  return new URL(path, MAQUETTE_URL ?? `http://${HOST}:${PORT}`).href;
}

/** Asks a new person to confirm the address. */
export const confirmationMail = (to: string, token: string, locale: string): MailMessage => ({
  to,
  ...letter("confirm", locale, publicUrl(`/confirm?token=${token}`)),
  isSecret: true,
});

/** Carries the link that sets a new password. */
export const passwordResetMail = (to: string, token: string, locale: string): MailMessage => ({
  to,
  ...letter("reset", locale, publicUrl(`/reset/${token}`)),
  isSecret: true,
});

/** Tells a person that the password was changed, in case it was not them. */
export const passwordChangedMail = (to: string, locale: string): MailMessage => ({
  to,
  ...letter("changed", locale, publicUrl("/reset")),
});
