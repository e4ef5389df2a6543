import { z } from "zod";
import type { Ctx } from "../context.ts";
import { takeAuthToken } from "./auth-token.ts";
import { passwordChangedMail } from "./mails.ts";
import { hashPassword, newPassword } from "./password.ts";

export const resetPasswordInput = z.object({
  token: z.string().min(1).max(200),
  password: newPassword,
});

/**
 * Sets a new password by the token of a mail and ends every session. Who could read the mail owns
 * the address, so it counts as confirmed. Throws `invalid_input` for a bad token or password.
 */
export async function resetPassword(
  ctx: Pick<Ctx, "db" | "now" | "adapters">,
  input: z.input<typeof resetPasswordInput>,
): Promise<{ id: string; sessionEpoch: number }> {
  const { token, password } = resetPasswordInput.parse(input);
  const passwordHash = await hashPassword(password);
  const now = ctx.now();
  const user = await ctx.db.$transaction(async (tx) => {
    const { userId } = await takeAuthToken(tx, { token, purpose: "reset-password", now });
    const { emailVerified } = await tx.user.findUniqueOrThrow({ where: { id: userId } });
    return tx.user.update({
      where: { id: userId },
      data: { passwordHash, sessionEpoch: { increment: 1 }, emailVerified: emailVerified ?? now },
      select: { id: true, email: true, locale: true, sessionEpoch: true },
    });
  });
  await ctx.adapters.mail.send(passwordChangedMail(user.email, user.locale));
  return { id: user.id, sessionEpoch: user.sessionEpoch };
}
