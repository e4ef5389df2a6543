import { defineRoute } from "#lib/http/define-route.ts";
import { searchInput } from "#lib/search/input.ts";
import { searchProducts } from "#lib/search/search-products.ts";
import { searchForm } from "#lib/search/wire.ts";

export const POST = defineRoute({
  auth: { scope: "read" },
  body: searchInput,
  limit: { name: "search", points: 120, seconds: 60 },
  idempotent: false,
  openapi: {
    method: "post",
    path: "/api/v1/search",
    summary: "Products that look like a picture or a design, meet words, or both",
    description:
      "Give one of `image_id`, `image_url`, `design_id` and `product_id` (with `crop` as shares of the picture), `text`, " +
      "or a picture and text. `score` = α·cosine + β·price + γ·brand + δ·availability; `weights` replaces the stored ones " +
      "for this request. `more_like`, `less_like` and `not_colours` steer; `various: false` answers in order of the score " +
      "with near-duplicates. Prices compare by a dated rate table.",
    tags: ["Shop"],
    responses: { 200: searchForm },
  },
  handle: ({ ctx, body }) => searchProducts(ctx, body),
});
