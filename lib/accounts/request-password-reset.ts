import { z } from "zod";
import type { Ctx } from "../context.ts";
import { type Limit, takePoint } from "../limits/take-point.ts";
import { flushOutbox } from "../outbox/flush-outbox.ts";
import { emailAddress } from "./email.ts";
import { promiseLetter } from "./letters.ts";

export const requestPasswordResetInput = z.object({ email: emailAddress });

export const RESET_MAILS: Limit = { name: "reset-mail", points: 5, seconds: 3600 };

/**
 * Promises the link that sets a new password; whether the address has an account is looked up when it is sent, so that the
 * caller cannot tell, not even by the time it takes.
 * Throws `invalid_input` and `rate_limited` (5 mails an hour for an address).
 */
export async function requestPasswordReset(
  ctx: Pick<Ctx, "db">,
  input: z.input<typeof requestPasswordResetInput>,
): Promise<void> {
  const { email } = requestPasswordResetInput.parse(input);
  await takePoint(ctx.db, RESET_MAILS, email);
  await promiseLetter(ctx.db, "reset", email);
  await flushOutbox(ctx.db);
}
