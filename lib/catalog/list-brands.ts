import { z } from "zod";
import { requireAdmin } from "#lib/accounts/require-admin.ts";
import type { Ctx } from "#lib/context.ts";

const MOST_BRANDS = 500;

export const brandForm = z.object({
  id: z.string(),
  name: z.string(),
  ratingMean: z.number(),
  ratingCount: z.number().int(),
  score: z.number(),
});

/** The brands by name, at most 500. Admins only. */
export async function listBrands(ctx: Ctx): Promise<z.output<typeof brandForm>[]> {
  await requireAdmin(ctx);
  return ctx.db.brand.findMany({
    orderBy: { key: "asc" },
    take: MOST_BRANDS,
    select: { id: true, name: true, ratingMean: true, ratingCount: true, score: true },
  });
}
