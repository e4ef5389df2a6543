import { z } from "zod";
import { productInput } from "#lib/catalog/product-input.ts";
import { minorPerWhole } from "#lib/shared/currencies.ts";

type Form = Record<string, unknown>;

const text = (value: unknown) => String(value ?? "").trim();

/** What stands between commas or on lines of its own. */
const listed = (value: unknown, parting: RegExp): string[] =>
  text(value)
    .split(parting)
    .map((part) => part.trim())
    .filter(Boolean);

const pictureOf = (address: string) =>
  address.startsWith("/") ? { publicPath: address } : { sourceUrl: address };

/** The fields of the product form as a product. */
export const productForm = z.preprocess(
  (given) => {
    const form = given as Form;
    const currency = text(form.currency).toUpperCase();
    const price = Number(text(form.price).replace(",", ".") || Number.NaN);
    return {
      ...(text(form.productId) && { productId: text(form.productId) }),
      catalog: text(form.catalog),
      sku: form.sku,
      title: form.title,
      description: form.description,
      brand: form.brand,
      kind: text(form.kind) || null,
      category: form.category,
      priceMinor: Math.round(price * minorPerWhole(currency)),
      currency,
      availability: form.availability,
      sizes: listed(form.sizes, /[,;\n]/),
      colours: listed(form.colours, /[,;\n]/),
      material: form.material,
      productUrl: text(form.productUrl) || null,
      pictures: listed(form.pictures, /\s+/).map(pictureOf),
    };
  },
  productInput.omit({ attributes: true }).extend({
    productId: z.string().max(64).optional(),
    catalog: z.string().regex(/^[a-z0-9-]{1,40}$/),
  }),
);
