import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";
import { type ImageRow, imageSelect } from "./row.ts";

/** A picture of the actor's. Throws `not_found`, also for one of someone else. */
export async function requireImage(ctx: Ctx, id: string): Promise<ImageRow> {
  const where = { id, ...workspaceScope(ctx.actor, "read") };
  const row = await ctx.db.image.findFirst({ where, select: imageSelect });
  if (!row) throw notFound("picture");
  return row;
}
