import { type Access, workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { LARGEST_INT } from "#lib/shared/cursor.ts";
import { notFound } from "#lib/shared/errors.ts";
import { type DesignRow, designSelect, type RevisionRow, revisionSelect } from "./row.ts";

/** The design with its newest revision. Throws `not_found`, also for a design of someone else. */
export async function requireDesign(ctx: Ctx, id: string, access: Access): Promise<DesignRow> {
  const row = await ctx.db.design.findFirst({
    where: { id, ...workspaceScope(ctx.actor, access) },
    select: designSelect,
  });
  if (!row) throw notFound("design");
  return row;
}

/** One revision of a design by its number. Throws `not_found`. */
export async function requireRevision(
  ctx: Ctx,
  designId: string,
  number: number,
  access: Access,
): Promise<RevisionRow> {
  if (number > LARGEST_INT) throw notFound("revision");
  const row = await ctx.db.revision.findFirst({
    where: { designId, number, design: workspaceScope(ctx.actor, access) },
    select: revisionSelect,
  });
  if (!row) throw notFound("revision");
  return row;
}

/** The revision a change was made under before, with its design; null when the change is new. */
export async function findMadeRevision(ctx: Ctx, revisionId: string | undefined) {
  if (!revisionId) return null;
  return ctx.db.revision.findFirst({
    where: { id: revisionId, design: workspaceScope(ctx.actor, "read") },
    select: { id: true, designId: true },
  });
}
