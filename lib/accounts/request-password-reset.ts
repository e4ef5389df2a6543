import { z } from "zod";
import type { Ctx } from "../context.ts";
import { type Limit, takePoint } from "../limits/take-point.ts";
import { createAuthToken } from "./auth-token.ts";
import { emailAddress } from "./email.ts";
import { passwordResetMail } from "./mails.ts";

export const requestPasswordResetInput = z.object({ email: emailAddress });

export const RESET_MAILS: Limit = { name: "reset-mail", points: 5, seconds: 3600 };

/**
 * Sends the link that sets a new password, if the address has an account; the caller cannot tell.
 * Throws `invalid_input` and `rate_limited` (5 mails an hour for an address).
 */
export async function requestPasswordReset(
  ctx: Pick<Ctx, "db" | "now" | "adapters">,
  input: z.input<typeof requestPasswordResetInput>,
): Promise<void> {
  const { email } = requestPasswordResetInput.parse(input);
  await takePoint(ctx.db, RESET_MAILS, email);
  const user = await ctx.db.user.findUnique({
    where: { email },
    select: { id: true, locale: true },
  });
  if (!user) return;
  const token = await ctx.db.$transaction((tx) =>
    createAuthToken(tx, { userId: user.id, purpose: "reset-password", now: ctx.now() }),
  );
  await ctx.adapters.mail.send(passwordResetMail(email, token, user.locale));
}
