import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { type CaseView, caseSelect } from "./case.ts";

const MOST = 50;

/** What the acting person was refused or has reported, newest first. */
export function listOwnCases(ctx: Ctx): Promise<CaseView[]> {
  return ctx.db.moderationCase.findMany({
    where: { userId: actorUserId(ctx.actor) },
    orderBy: { createdAt: "desc" },
    take: MOST,
    select: caseSelect,
  });
}
