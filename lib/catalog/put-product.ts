import { requireAdmin } from "#lib/accounts/require-admin.ts";
import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { announceChange } from "./announce-change.ts";
import type { ProductInput } from "./product-input.ts";
import { putProducts } from "./put-products.ts";

/** Adds a product to a catalogue, or changes the one with its SKU; its vectors follow. Admins only. */
export async function putProduct(
  ctx: Ctx,
  { catalog, product }: { catalog: string; product: ProductInput },
): Promise<{ productId: string; created: boolean }> {
  workspaceScope(ctx.actor, "write");
  await requireAdmin(ctx);
  const { catalogId, created } = await putProducts(ctx, {
    catalog: { slug: catalog, name: catalog },
    products: [product],
  });
  const row = await ctx.db.product.findUniqueOrThrow({
    where: { catalogId_sku: { catalogId, sku: product.sku.trim() } },
    select: { id: true },
  });
  await announceChange(ctx.db, catalogId);
  return { productId: row.id, created: created === 1 };
}
