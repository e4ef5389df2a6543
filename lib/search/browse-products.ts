import type { Ctx } from "#lib/context.ts";
import { cardSelect } from "./product-card.ts";
import { toCards } from "./saved-products.ts";
import type { ProductCard } from "./types.ts";

export interface Shelf {
  category: string;
  count: number;
  products: ProductCard[];
}

const MOST_SHELVES = 12;
const KEPT_MS = 60_000;
let kept: { db: unknown; shelves: { category: string; count: number }[]; untilMs: number } | null =
  null;

/** The catalogue's shelves, fullest first, each with a few products in stock of the best brands: what a shop window shows. */
export async function browseShelves(
  ctx: Ctx,
  { each, currency }: { each: number; currency: string },
): Promise<Shelf[]> {
  const shelves = await listShelves(ctx);
  return Promise.all(
    shelves.slice(0, MOST_SHELVES).map(async ({ category, count }) => {
      const rows = await ctx.db.product.findMany({
        where: { category, withdrawnAt: null, availability: "in_stock", pictures: { some: {} } },
        orderBy: [{ brand: { score: "desc" } }, { id: "asc" }],
        take: each,
        select: cardSelect,
      });
      return { category, count, products: await toCards(ctx, rows, currency) };
    }),
  );
}

/** Every category with how many products it has, counted at most once a minute. */
export async function listShelves({
  db,
  now,
}: Pick<Ctx, "db" | "now">): Promise<{ category: string; count: number }[]> {
  const nowMs = now().getTime();
  if (kept?.db === db && kept.untilMs > nowMs) return kept.shelves;
  const rows = await db.product.groupBy({
    by: ["category"],
    where: { withdrawnAt: null },
    _count: true,
    orderBy: { _count: { category: "desc" } },
  });
  const shelves = rows.map(({ category, _count }) => ({ category, count: _count }));
  if (shelves.length > 0) kept = { db, shelves, untilMs: nowMs + KEPT_MS };
  return shelves;
}
