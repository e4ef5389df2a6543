import { z } from "zod";
import type { Ctx } from "../context.ts";
import { type Limit, takePoint } from "../limits/take-point.ts";
import { flushOutbox } from "../outbox/flush-outbox.ts";
import { conflict, forbidden, invalidInput, unauthenticated } from "../shared/errors.ts";
import { promiseLetter } from "./letters.ts";
import { hashPassword, isPassword, newPassword } from "./password.ts";

export const changePasswordInput = z.object({
  currentPassword: z.string().min(1).max(200),
  newPassword,
});

export const PASSWORD_CHANGES: Limit = { name: "change-password", points: 10, seconds: 900 };

/**
 * Changes the own password and ends every other session: the caller gets a new one from what this
 * returns. Throws `unauthenticated`, `forbidden` (API key), `invalid_input` (current password wrong)
 * and `conflict` (changed elsewhere at the same time).
 */
export async function changePassword(
  ctx: Ctx,
  input: z.input<typeof changePasswordInput>,
): Promise<{ id: string; sessionEpoch: number }> {
  const { actor } = ctx;
  if (actor.type === "guest") throw unauthenticated();
  if (actor.type !== "user") throw forbidden("Only you, signed in, may change your password.");
  const { currentPassword, newPassword: wanted } = changePasswordInput.parse(input);
  await takePoint(ctx.db, PASSWORD_CHANGES, actor.userId);
  const user = await ctx.db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { id: true, email: true, sessionEpoch: true, passwordHash: true },
  });
  if (!(await isPassword(currentPassword, user.passwordHash))) {
    const text = "This is not your password.";
    throw invalidInput(text, { fieldErrors: { currentPassword: text } });
  }
  const passwordHash = await hashPassword(wanted);
  const sessionEpoch = user.sessionEpoch + 1;
  await ctx.db.$transaction(async (tx) => {
    const changed = await tx.user.updateMany({
      where: { id: user.id, sessionEpoch: user.sessionEpoch },
      data: { passwordHash, sessionEpoch },
    });
    if (changed.count === 0) throw conflict("Your password was changed elsewhere just now.");
    await promiseLetter(tx, "changed", user.email);
  });
  await flushOutbox(ctx.db);
  return { id: user.id, sessionEpoch };
}
