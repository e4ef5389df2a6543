import { type Access, workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";
import { type ConceptRow, conceptSelect } from "./row.ts";

/** A concept of the actor's. Throws `not_found`, also for one of someone else. */
export async function requireConcept(ctx: Ctx, id: string, access: Access): Promise<ConceptRow> {
  const row = await ctx.db.concept.findFirst({
    where: { id, design: workspaceScope(ctx.actor, access) },
    select: conceptSelect,
  });
  if (!row) throw notFound("concept picture");
  return row;
}
