import { getProfile } from "#lib/accounts/get-profile.ts";
import type { Ctx } from "#lib/context.ts";

/** The currency the person reads prices in. */
export const personCurrency = async (ctx: Ctx): Promise<string> => (await getProfile(ctx)).currency;
