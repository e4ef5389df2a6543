import { z } from "zod";
import { getProfile } from "#lib/accounts/get-profile.ts";
import { searchInput } from "#lib/search/input.ts";
import { searchProducts } from "#lib/search/search-products.ts";
import type { SearchResult } from "#lib/search/types.ts";
import { defineTool } from "./tool.ts";

const SHOWN = 4;

/** What the tool answers, for the model and for the card. */
export interface ProductsResult {
  /** Where the whole list is. */
  shopUrl: string;
  total: number;
  noMatch: { reason: string; makersUrl: string } | null;
  products: FoundProduct[];
}

export interface FoundProduct {
  productId: string;
  title: string;
  brand: string;
  price: { currency: string; amountMinor: number };
  /** About what that is in the person's currency; null where it is theirs, or has no rate. */
  convertedPrice: { currency: string; amountMinor: number } | null;
  pictureUrl: string | null;
  score: number;
  why: string;
}

export const findProducts = defineTool({
  name: "find_products",
  description:
    "Finds real products that can be bought: that look like the current design (likeDesign) or like a picture the person sent (imageId), that meet words (text: colour, material, piece, price), or both. Call it when the person wants to buy, to find similar pieces, or to see what is on sale. Answers the nearest few, each with why, and where the whole list is.",
  isReading: true,
  input: z.object({
    text: z.string().max(500).optional(),
    imageId: z.string().max(64).optional(),
    /** Default: true where there is a design, no picture and no text. */
    likeDesign: z.boolean().optional(),
  }),
  async run({ ctx, designId }, input): Promise<ProductsResult> {
    const { text, imageId, likeDesign = !text } = input;
    const byDesign = likeDesign && !imageId && designId !== null;
    const { currency } = await getProfile(ctx);
    const query = {
      currency,
      ...(text && { text }),
      ...(imageId && { imageId }),
      ...(byDesign && { designId }),
    };
    const found = await searchProducts(ctx, searchInput.parse({ ...query, limit: SHOWN }));
    const params = new URLSearchParams({
      ...(text && { q: text }),
      ...(imageId && { image: imageId }),
      ...(byDesign && { design: designId }),
    });
    return {
      shopUrl: `/shop?${params}`,
      total: found.total,
      noMatch: found.noMatch,
      products: found.results.map(toFound),
    };
  },
});

function toFound({ product, score, why }: SearchResult): FoundProduct {
  const { id, title, brand, price, convertedPrice, pictureUrl } = product;
  return { productId: id, title, brand, price, convertedPrice, pictureUrl, score, why };
}
