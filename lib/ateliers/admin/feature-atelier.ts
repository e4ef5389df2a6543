import { z } from "zod";
import { requireAdmin } from "#lib/accounts/require-admin.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";

export const featureInput = z.object({
  atelierId: z.string(),
  featured: z.union([z.boolean(), z.stringbool()]),
});

/** Puts an approved atelier first in the list of all, or takes it back; no score changes. For admins. */
export async function featureAtelier(
  ctx: Ctx,
  { atelierId, featured }: z.output<typeof featureInput>,
): Promise<void> {
  await requireAdmin(ctx);
  const { count } = await ctx.db.atelier.updateMany({
    where: { id: atelierId, status: "approved" },
    data: { featuredAt: featured ? ctx.now() : null },
  });
  if (count === 0) throw notFound("approved atelier");
}
