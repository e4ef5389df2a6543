import { z } from "zod";
import { productInput } from "#lib/catalog/product-input.ts";
import { putProduct } from "#lib/catalog/put-product.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  body: z.strictObject({
    catalog: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/)
      .default("main"),
    product: productInput,
  }),
  openapi: {
    method: "post",
    path: "/api/v1/products",
    summary: "Add a product, or change the one with its SKU (admins)",
    tags: ["Shop"],
    responses: {
      200: z.object({ productId: z.string(), created: z.boolean() }),
      201: z.object({ productId: z.string(), created: z.boolean() }),
    },
  },
  async handle({ ctx, body }) {
    const put = await putProduct(ctx, body);
    return put.created ? answer(201, put) : put;
  },
});
