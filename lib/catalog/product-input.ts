import { createHash } from "node:crypto";
import { z } from "zod";
import { fold } from "#lib/kinds/read/tokens.ts";
import { findKind } from "#lib/kinds/registry.ts";
import { LARGEST_INT } from "#lib/shared/cursor.ts";
import { type Rates, toEuroCents } from "#lib/shared/exchange.ts";
import { toColourNames, toMaterialNames } from "./words.ts";

export const AVAILABILITIES = ["in_stock", "preorder", "backorder", "out_of_stock"] as const;
export type AvailabilityName = (typeof AVAILABILITIES)[number];

export const MOST_PICTURES = 10;

const word = z.string().trim().min(1).max(60);
const words = z.array(word).max(30).default([]);
/** An address of the web; nothing else is ever linked to or fetched. */
const webAddress = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine((text) => {
    const url = URL.parse(text);
    return url !== null && url.username === "" && url.password === "";
  }, "has a name in it");

const picture = z.union([
  z.strictObject({ sourceUrl: webAddress }),
  /** Of a picture in the folder of public files. */
  z.strictObject({ publicPath: z.string().regex(/^\/catalog\/[\w./-]{1,200}$/) }),
]);

/** A product as it comes in: from a feed, an admin or the demo. Texts are plain, money in minor units. */
export const productInput = z.strictObject({
  sku: z.string().trim().min(1).max(100),
  title: z.string().trim().min(1).max(300),
  description: z.string().trim().max(5000).default(""),
  brand: z.string().trim().min(1).max(100),
  /** The kind of design it can be like: ring, dress … */
  kind: z
    .string()
    .refine((id) => findKind(id) !== null, "is no kind")
    .nullish(),
  category: z.string().trim().toLowerCase().min(1).max(100),
  priceMinor: z.number().int().min(0).max(LARGEST_INT),
  currency: z.string().regex(/^[A-Z]{3}$/),
  availability: z.enum(AVAILABILITIES).default("in_stock"),
  sizes: words,
  /** In the shop's words: `Blush`, `18k rose gold`. */
  colours: words,
  material: z.string().trim().max(200).default(""),
  productUrl: webAddress.nullish(),
  pictures: z.array(picture).max(MOST_PICTURES).default([]),
  /** Facts beyond these, shown on the product's page. */
  attributes: z.record(z.string(), z.unknown()).default({}),
});

export type ProductInput = z.input<typeof productInput>;
export type ParsedProduct = z.output<typeof productInput>;

/** A product as it is stored, with all that is worked out of it. */
export interface StoredProduct extends Omit<ParsedProduct, "kind" | "productUrl"> {
  kind: string | null;
  productUrl: string | null;
  brandKey: string;
  priceEurMinor: number;
  materials: string[];
  searchText: string;
  contentHash: string;
}

/** Two spellings of a brand are one: lower case, no accents, single spaces. */
export const brandKeyOf = (name: string): string => fold(name).replace(/\s+/g, " ").trim();

/** Null where the currency has no rate or the price is too high to be compared. */
export function toStoredProduct(product: ParsedProduct, rates: Rates): StoredProduct | null {
  const priceEurMinor = toEuroCents(product.priceMinor, product.currency, rates);
  if (priceEurMinor === null || priceEurMinor > LARGEST_INT) return null;
  const colours = toColourNames(product.colours);
  const stored = {
    ...product,
    kind: product.kind ?? null,
    productUrl: product.productUrl ?? null,
    brandKey: brandKeyOf(product.brand),
    priceEurMinor,
    colours,
    materials: toMaterialNames(`${product.material} ${product.title}`),
    searchText: searchTextOf(product, colours),
  };
  const contentHash = createHash("sha256").update(JSON.stringify(stored)).digest("hex");
  return { ...stored, contentHash };
}

/** What the words of a search may meet besides the title. */
function searchTextOf(product: ParsedProduct, colours: readonly string[]): string {
  const { brand, kind, category, material, description } = product;
  const parts = [
    brand,
    kind ?? "",
    category,
    material,
    ...product.colours,
    ...colours,
    description,
  ];
  return parts.filter(Boolean).join(" ").slice(0, 6000);
}
