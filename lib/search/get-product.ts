import { currentRates } from "#lib/catalog/rates.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";
import { cardSelect, pictureUrl, toCard } from "./product-card.ts";
import type { ProductCard } from "./types.ts";

/** A product with all that is known of it. */
export interface ProductView extends ProductCard {
  description: string;
  brandScore: number;
  ratingMean: number;
  ratingCount: number;
  pictureUrls: string[];
  /** No longer offered. */
  withdrawn: boolean;
  /** Facts beyond the common ones, as words. */
  facts: { name: string; value: string }[];
}

/** Throws `not_found`. */
export async function getProduct(
  ctx: Ctx,
  { productId, currency = "EUR" }: { productId: string; currency?: string },
): Promise<ProductView> {
  const row = await ctx.db.product.findUnique({
    where: { id: productId },
    select: {
      ...cardSelect,
      description: true,
      withdrawnAt: true,
      attributes: true,
      pictures: { ...cardSelect.pictures, take: 20 },
    },
  });
  if (!row) throw notFound("product");
  const card = await toCard(ctx, row, currency, await currentRates(ctx));
  const urls = await Promise.all(row.pictures.map((picture) => pictureUrl(ctx, picture)));
  return {
    ...card,
    description: row.description,
    brandScore: row.brand.score,
    ratingMean: row.brand.ratingMean,
    ratingCount: row.brand.ratingCount,
    pictureUrls: urls.filter((url) => url !== null),
    withdrawn: row.withdrawnAt !== null,
    facts: factsOf(row.attributes),
  };
}

const MOST_FACTS = 12;

/** Plain values of the attributes and of their `look`; what is nested deeper is for tests and machines. */
function factsOf(attributes: unknown): ProductView["facts"] {
  if (typeof attributes !== "object" || attributes === null) return [];
  const { look, ...others } = attributes as { look?: unknown };
  return Object.entries({ ...(typeof look === "object" ? look : {}), ...others })
    .filter(([, value]) => typeof value === "string" || typeof value === "number")
    .slice(0, MOST_FACTS)
    .map(([name, value]) => ({ name: inWords(name), value: String(value) }));
}

const inWords = (name: string): string =>
  name
    .replace(/_/g, " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
