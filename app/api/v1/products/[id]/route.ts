import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { getProduct } from "#lib/search/get-product.ts";
import { productViewForm } from "#lib/search/wire.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  openapi: {
    method: "get",
    path: "/api/v1/products/{id}",
    summary: "A product with its pictures and facts",
    tags: ["Shop"],
    responses: { 200: productViewForm },
  },
  handle: ({ ctx, params }) => getProduct(ctx, { productId: params.id }),
});
