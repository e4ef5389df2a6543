import { z } from "zod";
import { AVAILABILITIES } from "#lib/catalog/product-input.ts";
import { LARGEST_INT } from "#lib/shared/cursor.ts";
import { weightsInput } from "./weights.ts";

const id = z.string().min(1).max(64);
const choice = z.string().trim().min(1).max(100);
const choices = z.array(choice).max(50);
const amount = z.number().int().min(0).max(LARGEST_INT);
const share = z.number().min(0).max(1);
export const currencyCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/);

/** Both ends included, in the smallest unit of the currency. */
const priceRange = z
  .strictObject({
    minMinor: amount.optional(),
    maxMinor: amount.optional(),
    currency: currencyCode.default("EUR"),
  })
  .refine(({ minMinor = 0, maxMinor = LARGEST_INT }) => minMinor <= maxMinor, {
    path: ["maxMinor"],
    error: "The highest price is below the lowest. Give a range with max_minor ≥ min_minor.",
  });

const filters = {
  price: priceRange.optional(),
  brands: choices.optional(),
  categories: choices.optional(),
  availability: z.array(z.enum(AVAILABILITIES)).max(4).optional(),
  sizes: choices.optional(),
  colours: choices.optional(),
  materials: choices.optional(),
};

/** All that are given must hold; of a list, one is enough. A filter there is not is refused with those there are. */
export const filtersInput = z.looseObject(filters).check(({ value, issues }) => {
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(filters, name)) continue;
    const message = `There is no such filter. There are: ${Object.keys(filters).join(", ")}.`;
    issues.push({ code: "custom", input: value, path: [name], message });
  }
});

/** A part of the picture, shares of its width and height. */
const cropInput = z
  .strictObject({ x: share, y: share, width: share, height: share })
  .refine(
    ({ x, y, width, height }) =>
      width >= 0.02 && height >= 0.02 && x + width <= 1.001 && y + height <= 1.001,
    {
      error: "The region lies outside the picture, or is smaller than a fiftieth of it.",
    },
  );

/** What a search takes: a picture, words or both. */
export const searchInput = z.strictObject({
  imageId: id.optional(),
  imageUrl: z.string().max(2000).optional(),
  designId: id.optional(),
  /** Of that design; default: the newest. */
  revision: z.number().int().min(1).max(LARGEST_INT).optional(),
  /** A product whose picture is the query: more of this. */
  productId: id.optional(),
  crop: cropInput.optional(),
  text: z.string().trim().max(500).optional(),
  filters: filtersInput.optional(),
  weights: weightsInput.optional(),
  /** Products to move towards, away from, and colours to leave out. */
  moreLike: z.array(id).max(20).optional(),
  lessLike: z.array(id).max(50).optional(),
  notColours: choices.optional(),
  /** False leaves the list in order of the score, near-duplicates included. */
  various: z.boolean().default(true),
  /** Prices are also shown in this currency. */
  currency: currencyCode.optional(),
  limit: z.number().int().min(1).max(100).default(24),
  cursor: z.string().max(200).optional(),
});

export type SearchInput = z.input<typeof searchInput>;
export type ParsedSearch = z.output<typeof searchInput>;
export type SearchFilters = z.output<typeof filtersInput>;
