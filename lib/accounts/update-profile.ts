import { z } from "zod";
import type { Ctx } from "../context.ts";
import { getProfile, type Profile } from "./get-profile.ts";

/** Currencies prices can be shown in. */
export const CURRENCIES = ["EUR", "USD", "GBP", "CHF", "JPY", "HKD", "VND"] as const;

export const updateProfileInput = z.object({
  name: z.string().trim().min(1).max(80),
  currency: z.enum(CURRENCIES),
  askBeforePaying: z.stringbool().or(z.boolean()).default(false),
});

/** Changes name and currency of the acting person. Throws `unauthenticated` and `invalid_input`. */
export async function updateProfile(
  ctx: Ctx,
  input: z.input<typeof updateProfileInput>,
): Promise<Profile> {
  const { id } = await getProfile(ctx);
  const data = updateProfileInput.parse(input);
  await ctx.db.user.update({ where: { id }, data });
  return getProfile(ctx);
}
