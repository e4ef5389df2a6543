import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { forbidden } from "#lib/shared/errors.ts";
import { toUsd } from "#lib/shared/usd.ts";

/** Throws `forbidden` for what costs at a provider, when the person wants to be asked first: a program cannot ask. */
export async function refuseUnasked(ctx: Ctx, costMicroUsd: number): Promise<void> {
  if (costMicroUsd <= 0) return;
  const person = await ctx.db.user.findUnique({
    where: { id: actorUserId(ctx.actor) },
    select: { askBeforePaying: true },
  });
  if (!person?.askBeforePaying) return;
  throw forbidden(
    `This costs about $${toUsd(costMicroUsd)}, and you want to be asked first. Do it in the studio, or change that under your profile.`,
  );
}
