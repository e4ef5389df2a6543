import { requireAdmin } from "#lib/accounts/require-admin.ts";
import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";
import { MOST_PICTURES, type ProductInput } from "./product-input.ts";
import { putProduct } from "./put-product.ts";

/** A product as it was put in, to be changed. */
export interface EditableProduct {
  productId: string;
  /** Slug of its catalogue. */
  catalog: string;
  /** Saving brings it back. */
  withdrawn: boolean;
  product: ProductInput;
}

/** A product with the fields it can be put in again with. Admins only. Throws `not_found`. */
export async function getEditableProduct(ctx: Ctx, productId: string): Promise<EditableProduct> {
  workspaceScope(ctx.actor, "read");
  await requireAdmin(ctx);
  const row = await ctx.db.product.findUnique({
    where: { id: productId },
    select: {
      ...{ id: true, sku: true, title: true, description: true, kind: true, category: true },
      ...{ priceMinor: true, currency: true, availability: true, sizes: true, colours: true },
      ...{ material: true, productUrl: true, attributes: true, withdrawnAt: true },
      brand: { select: { name: true } },
      catalog: { select: { slug: true } },
      pictures: {
        orderBy: { position: "asc" },
        take: MOST_PICTURES,
        select: { sourceUrl: true, publicPath: true },
      },
    },
  });
  if (!row) throw notFound("product");
  const { id, withdrawnAt, brand, catalog, pictures, attributes, ...facts } = row;
  const product: ProductInput = {
    ...facts,
    brand: brand.name,
    attributes: attributes as Record<string, unknown>,
    pictures: pictures.flatMap((picture): NonNullable<ProductInput["pictures"]> => {
      const { sourceUrl, publicPath } = picture;
      if (publicPath) return [{ publicPath }];
      return sourceUrl ? [{ sourceUrl }] : [];
    }),
  };
  return { productId: id, catalog: catalog.slug, withdrawn: withdrawnAt !== null, product };
}

/**
 * Changes a product; its catalogue, SKU and further facts stay, a withdrawn one is offered again, its vectors follow.
 * Admins only. Throws `not_found`, `invalid_input` as `putProduct` does.
 */
export async function changeProduct(
  ctx: Ctx,
  productId: string,
  changed: Omit<ProductInput, "sku" | "attributes">,
): Promise<void> {
  const { catalog, product } = await getEditableProduct(ctx, productId);
  const { sku, attributes } = product;
  await putProduct(ctx, { catalog, product: { ...changed, sku, attributes } });
}
