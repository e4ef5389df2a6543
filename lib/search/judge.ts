import { z } from "zod";
import type { Prisma } from "#generated/prisma/client.ts";
import { requireAdmin } from "#lib/accounts/require-admin.ts";
import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { invalidInput, notFound } from "#lib/shared/errors.ts";
import { searchInput } from "./input.ts";

export const judgmentInput = z.strictObject({
  /** Names the search; one that is there gets the further grades. */
  name: z.string().trim().min(1).max(200),
  query: z.record(z.string(), z.unknown()),
  /** 0 not at all to 3 exactly, by product id. */
  grades: z.record(z.string().max(64), z.coerce.number().int().min(0).max(3)),
});

/** Saves a search with how well products answer it. Admins only. Throws `invalid_input` for what is no search, `not_found`. */
export async function judge(
  ctx: Ctx,
  { name, query, grades }: z.output<typeof judgmentInput>,
): Promise<{ queryId: string; judgments: number }> {
  workspaceScope(ctx.actor, "write");
  await requireAdmin(ctx);
  if (!searchInput.safeParse(query).success) throw invalidInput("This is no search.");
  const productIds = Object.keys(grades);
  const known = await ctx.db.product.count({ where: { id: { in: productIds } } });
  if (known < productIds.length) throw notFound("product");
  const stored = query as Prisma.InputJsonObject;
  return ctx.db.$transaction(async (tx) => {
    const { id: queryId } = await tx.judgmentQuery.upsert({
      where: { name },
      create: { name, query: stored },
      update: { query: stored },
    });
    await tx.judgment.deleteMany({ where: { queryId, productId: { in: productIds } } });
    await tx.judgment.createMany({
      data: productIds.map((productId) => ({ queryId, productId, grade: grades[productId]! })),
    });
    return { queryId, judgments: await tx.judgment.count({ where: { queryId } }) };
  });
}
