import type { Ctx } from "../context.ts";
import { type Limit, takePoint } from "../limits/take-point.ts";
import { flushOutbox } from "../outbox/flush-outbox.ts";
import { getProfile } from "./get-profile.ts";
import { promiseLetter } from "./letters.ts";

export const CONFIRMATION_MAILS: Limit = { name: "confirmation-mail", points: 5, seconds: 3600 };

/**
 * Promises the confirmation mail again; nothing for an address that is confirmed. Throws
 * `unauthenticated` and `rate_limited` (5 an hour).
 */
export async function requestEmailConfirmation(ctx: Ctx): Promise<void> {
  const { id, email, emailVerified } = await getProfile(ctx);
  if (emailVerified) return;
  await takePoint(ctx.db, CONFIRMATION_MAILS, id);
  await promiseLetter(ctx.db, "confirm", email);
  await flushOutbox(ctx.db);
}
