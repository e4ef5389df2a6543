import { requireAdmin } from "#lib/accounts/require-admin.ts";
import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";
import { announceChange } from "./announce-change.ts";

/** Takes a product out of every search at once; who saved it still sees it. Admins only. Throws `not_found`. */
export async function withdrawProduct(ctx: Ctx, productId: string): Promise<void> {
  workspaceScope(ctx.actor, "write");
  await requireAdmin(ctx);
  const [row] = await ctx.db.product.updateManyAndReturn({
    where: { id: productId, withdrawnAt: null },
    data: { withdrawnAt: ctx.now() },
    select: { catalogId: true },
  });
  if (!row) throw notFound("product");
  await announceChange(ctx.db, row.catalogId);
}
