import { z } from "zod";
import { brandForm, listBrands } from "#lib/catalog/list-brands.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  openapi: {
    method: "get",
    path: "/api/v1/catalog/brands",
    summary: "The brands with their ratings and scores (admins)",
    tags: ["Shop"],
    responses: { 200: z.object({ items: z.array(brandForm) }) },
  },
  handle: async ({ ctx }) => ({ items: await listBrands(ctx) }),
});
