import type { Ctx } from "../context.ts";
import { type Limit, takePoint } from "../limits/take-point.ts";
import { createAuthToken } from "./auth-token.ts";
import { getProfile } from "./get-profile.ts";
import { confirmationMail } from "./mails.ts";

export const CONFIRMATION_MAILS: Limit = { name: "confirmation-mail", points: 5, seconds: 3600 };

/**
 * Sends the confirmation mail again; nothing for an address that is confirmed. Throws
 * `unauthenticated` and `rate_limited` (5 an hour).
 */
export async function requestEmailConfirmation(ctx: Ctx): Promise<void> {
  const { id, email, emailVerified, locale } = await getProfile(ctx);
  if (emailVerified) return;
  await takePoint(ctx.db, CONFIRMATION_MAILS, id);
  const token = await ctx.db.$transaction((tx) =>
    createAuthToken(tx, { userId: id, purpose: "confirm-email", now: ctx.now() }),
  );
  await ctx.adapters.mail.send(confirmationMail(email, token, locale));
}
