import { invalidInput } from "#lib/shared/errors.ts";

/** The names under which feeds give each field, ours first, then Google Merchant's and common ones. */
export const COLUMN_NAMES = {
  sku: ["sku", "id", "offer_id"],
  title: ["title", "name"],
  description: ["description", "summary"],
  brand: ["brand", "vendor", "manufacturer"],
  kind: ["kind"],
  category: ["category", "product_type", "google_product_category"],
  price: ["price"],
  salePrice: ["sale_price"],
  priceMinor: ["price_minor"],
  currency: ["currency"],
  availability: ["availability", "stock"],
  sizes: ["sizes", "size"],
  colours: ["colours", "colors", "colour", "color"],
  material: ["material", "materials"],
  productUrl: ["product_url", "link", "url"],
  pictures: ["pictures", "image_link", "image_url", "image", "images"],
  morePictures: ["additional_image_link", "additional_images"],
} as const;

export type ColumnName = keyof typeof COLUMN_NAMES;

const REQUIRED: readonly ColumnName[] = ["sku", "title", "price", "category"];

/** Throws `invalid_input` naming the columns that are missing and those that are there. */
export function requireColumns(columns: readonly string[]): void {
  const known = new Set(columns);
  const has = (name: ColumnName) => COLUMN_NAMES[name].some((alias) => known.has(alias));
  const missing = REQUIRED.filter((name) => !has(name) && !(name === "price" && has("priceMinor")));
  if (missing.length === 0) return;
  const wanted = missing.map((name) => COLUMN_NAMES[name].join(" or ")).join("; ");
  throw invalidInput(`The file lacks columns: ${wanted}. It has: ${columns.join(", ")}.`, {
    details: { field: "file", missing, columns: columns.slice(0, 50), required: REQUIRED },
  });
}
