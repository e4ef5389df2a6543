import { z } from "zod";

const money = z.object({ currency: z.string(), amountMinor: z.number().int() });

export const productForm = z.object({
  id: z.string(),
  sku: z.string(),
  title: z.string(),
  brand: z.string(),
  kind: z.string().nullable(),
  category: z.string(),
  price: money,
  convertedPrice: money.nullable(),
  availability: z.string(),
  sizes: z.array(z.string()),
  colours: z.array(z.string()),
  material: z.string(),
  pictureUrl: z.string().nullable(),
  productUrl: z.string().nullable(),
});

const weights = z.object({
  cosine: z.number(),
  price: z.number(),
  brand: z.number(),
  availability: z.number(),
});

const facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.number().int() }));

const reasons = z.object({
  likeness: z.object({ by: z.enum(["picture", "words", "both"]), percent: z.number().int() }),
  price: z.union([
    z.object({
      compared: z.literal("others"),
      price: money,
      cheaperPercent: z.number().int(),
    }),
    z.object({ compared: z.enum(["about", "within", "from"]), price: money, wish: money }),
  ]),
  brand: z.object({ name: z.string(), stars: z.number(), ratings: z.number().int() }),
  availability: z.string(),
});

/** What a search answers. */
export const searchForm = z.object({
  results: z.array(
    z.object({
      product: productForm,
      score: z.number(),
      terms: weights,
      why: z.string(),
      reasons,
      forVariety: z.boolean(),
      duplicates: z.array(z.string()),
    }),
  ),
  facets: z.object({
    brands: facet,
    categories: facet,
    availability: facet,
    sizes: facet,
    colours: facet,
    materials: facet,
    price: z
      .object({ currency: z.string(), minMinor: z.number().int(), maxMinor: z.number().int() })
      .nullable(),
  }),
  total: z.number().int(),
  nextCursor: z.string().nullable(),
  noMatch: z
    .object({
      reason: z.string(),
      by: z.enum(["filters", "picture", "words"]),
      percent: z.number().int(),
      leastPercent: z.number().int(),
      makersUrl: z.string(),
    })
    .nullable(),
  weights,
  ratesAsOf: z.string(),
  understood: z.object({
    colours: z.array(z.string()),
    materials: z.array(z.string()),
    kind: z.string().nullable(),
  }),
});

/** A product with all that is known of it. */
export const productViewForm = productForm.extend({
  description: z.string(),
  brandScore: z.number(),
  ratingMean: z.number(),
  ratingCount: z.number().int(),
  pictureUrls: z.array(z.string()),
  withdrawn: z.boolean(),
  facts: z.array(z.object({ name: z.string(), value: z.string() })),
});
