import { z } from "zod";
import type { Ctx } from "../context.ts";
import { clearPoints, type Limit, returnPoint, takePoint } from "../limits/take-point.ts";
import { unauthenticated } from "../shared/errors.ts";
import { isPassword } from "./password.ts";

export const signInInput = z.object({
  email: z.string().trim().toLowerCase().min(1).max(254),
  password: z.string().min(1).max(200),
});

const QUARTER_HOUR_SECONDS = 15 * 60;

/** Failed tries for one account from one address: whoever tries from elsewhere locks nobody out. */
export const SIGN_IN_BY_BOTH: Limit = {
  name: "sign-in-both",
  points: 10,
  seconds: QUARTER_HOUR_SECONDS,
};
/** Failed tries for one account, wherever they come from. */
export const SIGN_IN_BY_EMAIL: Limit = {
  name: "sign-in-email",
  points: 50,
  seconds: QUARTER_HOUR_SECONDS,
};
/** Failed tries from one address, for whatever account. */
export const SIGN_IN_BY_ADDRESS: Limit = {
  name: "sign-in-address",
  points: 50,
  seconds: QUARTER_HOUR_SECONDS,
};

/**
 * The person with this e-mail address and password. Throws `unauthenticated` with one text for both
 * kinds of mistake, and `rate_limited` after too many tries for the account or from the address.
 */
export async function signIn(
  ctx: Pick<Ctx, "db">,
  input: z.input<typeof signInInput>,
  clientAddress: string,
): Promise<{ id: string; sessionEpoch: number; locale: string }> {
  const { email, password } = signInInput.parse(input);
  const both = `${email} ${clientAddress}`;
  await takePoint(ctx.db, SIGN_IN_BY_ADDRESS, clientAddress);
  await takePoint(ctx.db, SIGN_IN_BY_BOTH, both);
  await takePoint(ctx.db, SIGN_IN_BY_EMAIL, email);
  const user = await ctx.db.user.findUnique({
    where: { email },
    select: { id: true, sessionEpoch: true, locale: true, passwordHash: true },
  });
  const fits = await isPassword(password, user?.passwordHash ?? null);
  if (!user || !fits) throw unauthenticated("The e-mail address or the password is wrong.");
  await clearPoints(ctx.db, SIGN_IN_BY_BOTH, both);
  await returnPoint(ctx.db, SIGN_IN_BY_EMAIL, email);
  await returnPoint(ctx.db, SIGN_IN_BY_ADDRESS, clientAddress);
  return { id: user.id, sessionEpoch: user.sessionEpoch, locale: user.locale };
}
