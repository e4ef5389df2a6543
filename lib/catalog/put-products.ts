import { Prisma } from "#generated/prisma/client.ts";
import type { Ctx } from "#lib/context.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { type MergeCounts, mergeProducts } from "./merge-products.ts";
import {
  type ProductInput,
  productInput,
  type StoredProduct,
  toStoredProduct,
} from "./product-input.ts";
import { currentRates } from "./rates.ts";

/** Products written in one transaction. */
const CHUNK = 500;
const CHUNK_TIMEOUT_MS = 60_000;

export interface PutProducts {
  /** Slug and name of the catalogue; it is made when it is not there. */
  catalog: { slug: string; name: string };
  /** Of each SKU the last one counts. */
  products: readonly ProductInput[];
}

/**
 * Adds products to a catalogue or changes those with their SKUs, 500 at a time: for the demo and for callers that have
 * authorised. Throws `invalid_input` naming the product.
 */
export async function putProducts(
  ctx: Pick<Ctx, "db" | "now">,
  input: PutProducts,
): Promise<MergeCounts & { catalogId: string }> {
  const { slug, name } = input.catalog;
  const rates = await currentRates(ctx);
  const stored = new Map<string, StoredProduct>();
  for (const product of input.products) stored.set(product.sku.trim(), toStored(product, rates));
  const catalog = await ctx.db.catalog.upsert({
    where: { slug },
    create: { slug, name },
    update: {},
    select: { id: true },
  });
  const counts: MergeCounts = { created: 0, updated: 0, unchanged: 0, withdrawn: 0 };
  const all = [...stored.values()];
  for (let start = 0; start < all.length; start += CHUNK) {
    const chunk = all.slice(start, start + CHUNK);
    const merged = await ctx.db.$transaction(
      (tx) => mergeProducts(tx, { catalogId: catalog.id, source: rowsOf(chunk), at: ctx.now() }),
      { timeout: CHUNK_TIMEOUT_MS, maxWait: CHUNK_TIMEOUT_MS },
    );
    for (const key of Object.keys(counts) as (keyof MergeCounts)[]) counts[key] += merged[key];
  }
  return { catalogId: catalog.id, ...counts };
}

function toStored(product: ProductInput, rates: Awaited<ReturnType<typeof currentRates>>) {
  const parsed = productInput.safeParse(product);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalidInput(`${product.sku}: ${issue?.path.join(".")}: ${issue?.message}`, {
      details: { field: issue?.path[0]?.toString() ?? "sku", sku: product.sku },
    });
  }
  const stored = toStoredProduct(parsed.data, rates);
  if (stored) return stored;
  throw invalidInput(`There is no exchange rate for ${product.currency}.`, {
    details: { field: "currency", value: product.currency, allowed: Object.keys(rates.perEuro) },
  });
}

function rowsOf(products: readonly StoredProduct[]): Prisma.Sql {
  const json = JSON.stringify(products);
  return Prisma.sql`
    SELECT product->>'sku' AS sku, product FROM jsonb_array_elements(${json}::jsonb) AS product`;
}
