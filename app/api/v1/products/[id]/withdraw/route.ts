import { z } from "zod";
import { withdrawProduct } from "#lib/catalog/withdraw-product.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  idempotent: true,
  openapi: {
    method: "post",
    path: "/api/v1/products/{id}/withdraw",
    summary: "Take a product out of every search (admins)",
    tags: ["Shop"],
    responses: { 200: z.object({ withdrawn: z.literal(true) }) },
  },
  async handle({ ctx, params }) {
    await withdrawProduct(ctx, params.id);
    return { withdrawn: true };
  },
});
