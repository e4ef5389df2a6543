import type { DemoProduct } from "../../prisma/seed/catalog/demo-product.ts";
import { BRANDS, CURRENCIES, type DemoBrand } from "./brands.ts";
import type { PlannedProduct } from "./plan/plan.ts";
import { Random, seedOf } from "./random.ts";

const AVAILABILITY = [
  ["in_stock", 78],
  ["preorder", 6],
  ["backorder", 6],
  ["out_of_stock", 10],
] as const;

/** The kernel's price in euros with the brand's factor, rounded as a shop would. */
function priceOf(cents: number, { currency, priceFactor }: DemoBrand): number {
  const { perEuro, minor, step } = CURRENCIES[currency];
  const amount = (cents / 100) * perEuro * minor * priceFactor;
  return Math.max(step, Math.round(amount / step) * step);
}

/** A built piece as a product: who sells it, for how much and whether it is there are drawn by its SKU. */
export function toRow(
  planned: PlannedProduct,
  built: { words: string; priceEurMinor: number },
): DemoProduct {
  const { sku, shelf, kind, title, category, colours, material, sizes, look, spec } = planned;
  const random = new Random(seedOf(sku));
  const brand = random.pick(BRANDS.filter(({ shelves }) => shelves.includes(shelf)));
  return {
    ...{ sku, title, description: built.words, brand: brand.name, kind, category },
    priceMinor: priceOf(built.priceEurMinor, brand),
    currency: brand.currency,
    availability: random.weighted(AVAILABILITY),
    ...{ sizes: [...sizes], colours: [...colours], material },
    pictures: [{ publicPath: `/catalog/${sku}.webp` }],
    attributes: { look: { ...look }, spec },
  };
}
