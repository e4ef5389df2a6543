import { z } from "zod";
import type { Ctx } from "../context.ts";
import { getProfile, type Profile } from "./get-profile.ts";
import { preferenceShape } from "./preferences.ts";

export const profilePatch = z
  .object({
    name: z.string().trim().min(1).max(80),
    askBeforePaying: z.boolean(),
    ...preferenceShape,
  })
  .partial();

/** Nothing chosen in a list arrives as an empty text. */
const orNone = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((given) => (given === "" ? null : given), schema);

/** The form of the profile page: a box that is not ticked is absent. */
export const profileFormInput = z.object({
  name: z.string().trim().min(1).max(80),
  askBeforePaying: z.stringbool().or(z.boolean()).default(false),
  ...preferenceShape,
  metal: orNone(preferenceShape.metal),
  ringSystem: orNone(preferenceShape.ringSystem),
});

/** Changes what is given of the acting person's name and preferences. Throws `unauthenticated` and `invalid_input`. */
export async function updateProfile(
  ctx: Ctx,
  input: z.input<typeof profilePatch>,
): Promise<Profile> {
  const { id } = await getProfile(ctx);
  const given = Object.entries(profilePatch.parse(input)).filter(
    ([, value]) => value !== undefined,
  );
  await ctx.db.user.update({ where: { id }, data: Object.fromEntries(given) });
  return getProfile(ctx);
}
