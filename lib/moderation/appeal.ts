import { z } from "zod";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { conflict } from "#lib/shared/errors.ts";
import { type CaseView, LONGEST_WORDS } from "./case.ts";
import { getCase } from "./get-case.ts";

export const appealInput = z.object({
  caseId: z.string(),
  words: z.string().trim().min(1, "Say in a sentence why it is fine.").max(LONGEST_WORDS),
});

/** Asks a person to look at a refusal again. Throws `not_found`, `conflict` when that was asked before. */
export async function appeal(
  ctx: Ctx,
  { caseId, words }: z.output<typeof appealInput>,
): Promise<CaseView> {
  await getCase(ctx, caseId);
  const opened = await ctx.db.moderationCase.updateMany({
    where: { id: caseId, userId: actorUserId(ctx.actor), origin: "check", status: "decided" },
    data: { status: "open", appeal: words, openedAt: ctx.now() },
  });
  if (opened.count === 0) throw conflict("This decision is already being looked at, or was.");
  return getCase(ctx, caseId);
}
