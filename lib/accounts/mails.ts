import type { MailMessage } from "../adapters/mail/port.ts";
import { env } from "../env.ts";

/** The public address; never taken from a request, so that nobody can bend a mail's link. */
export function publicUrl(path: string): string {
  const { MAQUETTE_URL, HOST, PORT } = env();
  return new URL(path, MAQUETTE_URL ?? `http://${HOST}:${PORT}`).href;
}

/** Asks a new person to confirm the address. */
export function confirmationMail(to: string, token: string): MailMessage {
  const link = publicUrl(`/confirm?token=${token}`);
  return {
    to,
    subject: "Confirm your e-mail address",
    text: `Welcome to Maquette.\n\nConfirm this address by opening the link:\n${link}\n\nThe link works for three days. If you did not make an account, ignore this mail.\n`,
  };
}

/** Carries the link that sets a new password. */
export function passwordResetMail(to: string, token: string): MailMessage {
  const link = publicUrl(`/reset/${token}`);
  return {
    to,
    subject: "Set a new password",
    text: `Someone asked for a new password for this address at Maquette.\n\nSet it here:\n${link}\n\nThe link works for one hour, once. If it was not you, ignore this mail: nothing changes.\n`,
  };
}

/** Tells a person that the password was changed, in case it was not them. */
export function passwordChangedMail(to: string): MailMessage {
  return {
    to,
    subject: "Your password was changed",
    text: `The password of your Maquette account was just changed, and every other session was signed out.\n\nIf it was not you, set a new one: ${publicUrl("/reset")}\n`,
  };
}
