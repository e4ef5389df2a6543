import type { Ctx } from "#lib/context.ts";
import { type CardRow, cardSelect } from "./product-card.ts";
import { toCards } from "./saved-products.ts";
import type { ProductCard } from "./types.ts";

export interface Shelf {
  category: string;
  count: number;
  products: ProductCard[];
}

interface ShelfRows {
  category: string;
  count: number;
  rows: CardRow[];
}

const MOST_SHELVES = 12;
/** Products shown of each shelf. */
const EACH = 4;
/** A window is dressed at most once a minute, however large the catalogue is. */
const KEPT_MS = 60_000;
let kept: { db: unknown; shelves: ShelfRows[]; untilMs: number } | null = null;

/** The catalogue's shelves, fullest first, each with four products in stock of the best brands: what a shop window shows. */
export async function browseShelves(
  ctx: Ctx,
  { currency }: { currency: string },
): Promise<Shelf[]> {
  const nowMs = ctx.now().getTime();
  if (kept?.db !== ctx.db || kept.untilMs <= nowMs) {
    const shelves = await readShelves(ctx);
    kept = { db: ctx.db, shelves, untilMs: shelves.length > 0 ? nowMs + KEPT_MS : 0 };
  }
  return Promise.all(
    kept.shelves.map(async ({ category, count, rows }) => ({
      category,
      count,
      products: await toCards(ctx, rows, currency),
    })),
  );
}

async function readShelves({ db }: Ctx): Promise<ShelfRows[]> {
  const shelves = await db.product.groupBy({
    by: ["category"],
    where: { withdrawnAt: null },
    _count: true,
    orderBy: { _count: { category: "desc" } },
    take: MOST_SHELVES,
  });
  return Promise.all(
    shelves.map(async ({ category, _count: count }) => ({
      category,
      count,
      rows: await db.product.findMany({
        where: { category, withdrawnAt: null, availability: "in_stock", pictures: { some: {} } },
        orderBy: [{ brand: { score: "desc" } }, { id: "asc" }],
        take: EACH,
        select: cardSelect,
      }),
    })),
  );
}
