import { z } from "zod";
import type { Prisma } from "#generated/prisma/client.ts";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";

export const feedbackInput = z.strictObject({
  productId: z.string().max(64),
  verdict: z.enum(["more_like", "less_like", "not_colour"]),
  colour: z.string().max(60).optional(),
  /** What was searched for. */
  query: z.record(z.string().max(40), z.string().max(2000)).default({}),
});

/** Keeps what a person said of a result; it can become a judgment. Throws `not_found` and `unauthenticated`. */
export async function giveFeedback(
  ctx: Ctx,
  { productId, verdict, colour, query }: z.output<typeof feedbackInput>,
): Promise<void> {
  const userId = actorUserId(ctx.actor);
  if ((await ctx.db.product.count({ where: { id: productId } })) === 0) throw notFound("product");
  await ctx.db.searchFeedback.create({
    data: {
      userId,
      productId,
      verdict,
      colour: colour ?? null,
      query: query as Prisma.InputJsonObject,
    },
  });
}
