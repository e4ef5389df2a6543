import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";
import { type CaseView, caseSelect } from "./case.ts";

/** A case of the acting person's: what they were refused, or reported. Throws `not_found`, also for one of somebody else. */
export async function getCase(ctx: Ctx, caseId: string): Promise<CaseView> {
  const row = await ctx.db.moderationCase.findFirst({
    where: { id: caseId, userId: actorUserId(ctx.actor) },
    select: caseSelect,
  });
  if (!row) throw notFound("decision");
  return row;
}
