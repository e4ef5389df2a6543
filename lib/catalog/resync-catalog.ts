import { requireAdmin } from "#lib/accounts/require-admin.ts";
import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";
import { type Repaired, repairCatalog } from "./repair-catalog.ts";

/**
 * Compares a catalogue with its vectors and picture files, removes what is left over and lets what is missing be made
 * again. Indexes of embedders no longer in use go once the one in use holds every product. Admins only.
 */
export async function resyncCatalog(ctx: Ctx, slug: string): Promise<Repaired> {
  workspaceScope(ctx.actor, "write");
  await requireAdmin(ctx);
  const catalog = await ctx.db.catalog.findUnique({ where: { slug } });
  if (!catalog) throw notFound("catalogue");
  return repairCatalog(ctx, catalog);
}
