import { z } from "zod";
import type { Ctx } from "../context.ts";
import { flushOutbox } from "../outbox/flush-outbox.ts";
import { takeAuthToken } from "./auth-token.ts";
import { promiseLetter } from "./letters.ts";
import { hashPassword, newPassword } from "./password.ts";

export const resetPasswordInput = z.object({
  token: z.string().min(1).max(200),
  password: newPassword,
});

/**
 * Sets a new password by the token of a mail and ends every session. Who could read the mail owns
 * the address, so it counts as confirmed; API keys of before belong to whoever signed up with it. Throws `invalid_input` for a bad token or password.
 */
export async function resetPassword(
  ctx: Pick<Ctx, "db" | "now">,
  input: z.input<typeof resetPasswordInput>,
): Promise<{ id: string; sessionEpoch: number }> {
  const { token, password } = resetPasswordInput.parse(input);
  const passwordHash = await hashPassword(password);
  const now = ctx.now();
  const user = await ctx.db.$transaction(async (tx) => {
    const { userId } = await takeAuthToken(tx, { token, purpose: "reset-password", now });
    const { emailVerified } = await tx.user.findUniqueOrThrow({ where: { id: userId } });
    if (!emailVerified) {
      await tx.apiKey.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
    }
    const changed = await tx.user.update({
      where: { id: userId },
      data: { passwordHash, sessionEpoch: { increment: 1 }, emailVerified: emailVerified ?? now },
      select: { id: true, email: true, sessionEpoch: true },
    });
    await promiseLetter(tx, "changed", changed.email);
    return { id: changed.id, sessionEpoch: changed.sessionEpoch };
  });
  await flushOutbox(ctx.db);
  return user;
}
