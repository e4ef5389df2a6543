import type { MailMessage } from "../adapters/mail/port.ts";
import type { Ctx } from "../context.ts";
import { createAuthToken, type TokenPurpose } from "./auth-token.ts";
import type { LetterName } from "./mail-texts.ts";
import { confirmationMail, passwordChangedMail, passwordResetMail } from "./mails.ts";

export interface PromisedLetter {
  letterId: string;
  letter: LetterName;
  to: string;
}

type LetterCtx = Pick<Ctx, "db" | "now" | "adapters">;

/**
 * Sends a promised letter, in the person's language, once; nothing where the address has no account or needs no
 * confirmation any more. Answers whether one went out. Throws `unavailable` when the mail server does not take it.
 */
export async function sendLetter(ctx: LetterCtx, promised: PromisedLetter): Promise<boolean> {
  const { letterId, letter, to } = promised;
  const user = await ctx.db.user.findUnique({
    where: { email: to },
    select: { id: true, locale: true, emailVerified: true },
  });
  if (!user || (letter === "confirm" && user.emailVerified)) return false;
  const dedupeKey = `letter/${letterId}`;
  // Another run would make a new link, and the one that went out would lead nowhere.
  const sent = await ctx.db.mail.count({ where: { dedupeKey, sentAt: { not: null } } });
  if (sent > 0) return false;
  await ctx.adapters.mail.send({ ...(await written(ctx, promised, user)), dedupeKey });
  return true;
}

async function written(
  ctx: LetterCtx,
  { letter, to }: PromisedLetter,
  { id: userId, locale }: { id: string; locale: string },
): Promise<MailMessage> {
  const tokenFor = (purpose: TokenPurpose) =>
    ctx.db.$transaction((tx) => createAuthToken(tx, { userId, purpose, now: ctx.now() }));
  switch (letter) {
    case "confirm":
      return confirmationMail(to, await tokenFor("confirm-email"), locale);
    case "reset":
      return passwordResetMail(to, await tokenFor("reset-password"), locale);
    case "changed":
      return passwordChangedMail(to, locale);
  }
}
