import type { Prisma } from "#generated/prisma/client.ts";
import type { Ctx } from "#lib/context.ts";
import { fromEuroCents, type Rates } from "#lib/shared/exchange.ts";
import type { ProductCard } from "./types.ts";

const LINK_SECONDS = 24 * 60 * 60;

export const cardSelect = {
  id: true,
  sku: true,
  title: true,
  kind: true,
  category: true,
  priceMinor: true,
  currency: true,
  priceEurMinor: true,
  availability: true,
  sizes: true,
  colours: true,
  material: true,
  materials: true,
  productUrl: true,
  brand: { select: { key: true, name: true, score: true, ratingMean: true, ratingCount: true } },
  pictures: {
    orderBy: { position: "asc" },
    take: 1,
    where: { OR: [{ blobKey: { not: null } }, { publicPath: { not: null } }] },
    select: { blobKey: true, publicPath: true },
  },
} satisfies Prisma.ProductSelect;

export type CardRow = Prisma.ProductGetPayload<{ select: typeof cardSelect }>;

/** Where a stored picture can be seen; null while it is not fetched. */
export async function pictureUrl(
  ctx: Pick<Ctx, "adapters">,
  picture: { blobKey: string | null; publicPath: string | null } | undefined,
): Promise<string | null> {
  if (picture?.publicPath) return picture.publicPath;
  if (!picture?.blobKey) return null;
  return ctx.adapters.blob.signedUrl(picture.blobKey, { expiresInSeconds: LINK_SECONDS });
}

/** A product as lists show it, its price also in `currency`. */
export async function toCard(
  ctx: Pick<Ctx, "adapters">,
  row: CardRow,
  currency: string,
  rates: Rates,
): Promise<ProductCard> {
  const converted =
    row.currency === currency ? null : fromEuroCents(row.priceEurMinor, currency, rates);
  const { id, sku, title, kind, category, availability, sizes, colours, material, productUrl } =
    row;
  return {
    ...{ id, sku, title, kind, category, availability, sizes, colours, material, productUrl },
    brand: row.brand.name,
    price: { currency: row.currency, amountMinor: row.priceMinor },
    convertedPrice: converted === null ? null : { currency, amountMinor: converted },
    pictureUrl: await pictureUrl(ctx, row.pictures[0]),
  };
}
