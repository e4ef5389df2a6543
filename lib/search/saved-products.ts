import { actorUserId } from "#lib/accounts/scope.ts";
import { currentRates } from "#lib/catalog/rates.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";
import { type CardRow, cardSelect, toCard } from "./product-card.ts";
import type { ProductCard } from "./types.ts";

/** Products kept of each person: the newest views. */
const MOST_VIEWED = 24;
const MOST_SAVED = 200;

/** Puts a product among the person's saved ones, or takes it out. Throws `not_found` and `unauthenticated`. */
export async function saveProduct(
  ctx: Ctx,
  { productId, saved }: { productId: string; saved: boolean },
): Promise<void> {
  const userId = actorUserId(ctx.actor);
  if (!saved) {
    await ctx.db.savedProduct.deleteMany({ where: { userId, productId } });
    return;
  }
  await requireProduct(ctx, productId);
  const where = { userId_productId: { userId, productId } };
  await ctx.db.savedProduct.upsert({ where, create: { userId, productId }, update: {} });
}

/** Remembers that the person looked at a product. */
export async function rememberView(ctx: Ctx, productId: string): Promise<void> {
  const userId = actorUserId(ctx.actor);
  const where = { userId_productId: { userId, productId } };
  const viewedAt = ctx.now();
  await ctx.db.viewedProduct.upsert({
    where,
    create: { userId, productId, viewedAt },
    update: { viewedAt },
  });
}

async function requireProduct({ db }: Ctx, id: string): Promise<void> {
  if ((await db.product.count({ where: { id } })) === 0) throw notFound("product");
}

/** The person's saved products, newest first; withdrawn ones stay. */
export async function listSaved(ctx: Ctx, currency = "EUR"): Promise<ProductCard[]> {
  const rows = await ctx.db.savedProduct.findMany({
    where: { userId: actorUserId(ctx.actor) },
    orderBy: { createdAt: "desc" },
    take: MOST_SAVED,
    select: { product: { select: cardSelect } },
  });
  return toCards(
    ctx,
    rows.map(({ product }) => product),
    currency,
  );
}

/** What the person looked at last. */
export async function listViewed(ctx: Ctx, currency = "EUR"): Promise<ProductCard[]> {
  const rows = await ctx.db.viewedProduct.findMany({
    where: { userId: actorUserId(ctx.actor), product: { withdrawnAt: null } },
    orderBy: { viewedAt: "desc" },
    take: MOST_VIEWED,
    select: { product: { select: cardSelect } },
  });
  return toCards(
    ctx,
    rows.map(({ product }) => product),
    currency,
  );
}

/** Which of these products the person saved. */
export async function savedAmong(ctx: Ctx, productIds: string[]): Promise<Set<string>> {
  const rows = await ctx.db.savedProduct.findMany({
    where: { userId: actorUserId(ctx.actor), productId: { in: productIds } },
    select: { productId: true },
  });
  return new Set(rows.map(({ productId }) => productId));
}

export async function toCards(
  ctx: Ctx,
  rows: readonly CardRow[],
  currency: string,
): Promise<ProductCard[]> {
  const rates = await currentRates(ctx);
  return Promise.all(rows.map((row) => toCard(ctx, row, currency, rates)));
}
