import { z } from "zod";
import type { Ctx } from "../context.ts";
import { takeAuthToken } from "./auth-token.ts";

export const confirmEmailInput = z.object({ token: z.string().min(1).max(200) });

/** Marks the address of the token's person as confirmed. Throws `invalid_input` for a bad token. */
export async function confirmEmail(
  ctx: Pick<Ctx, "db" | "now">,
  input: z.input<typeof confirmEmailInput>,
): Promise<{ email: string }> {
  const { token } = confirmEmailInput.parse(input);
  const now = ctx.now();
  return ctx.db.$transaction(async (tx) => {
    const { userId } = await takeAuthToken(tx, { token, purpose: "confirm-email", now });
    return tx.user.update({
      where: { id: userId },
      data: { emailVerified: now },
      select: { email: true },
    });
  });
}
