import { z } from "zod";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notify } from "#lib/notices/notify.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { requireStanding } from "./find-order.ts";
import { getOrder } from "./get-order.ts";
import { moveOrder } from "./move-order.ts";
import { orderNotice } from "./notices.ts";
import type { OrderView } from "./types.ts";

export const reviewForm = z.object({
  rating: z.number().int().min(1).max(5),
  text: z.string().trim().max(4000).optional(),
});

export type ReviewOrderInput = z.output<typeof reviewForm> & { orderId: string };

/** Rates a delivered order once; the atelier's rating is made from these. Throws `not_found`, `conflict`. */
export async function reviewOrder(ctx: Ctx, input: ReviewOrderInput): Promise<OrderView> {
  const seen = await requireStanding(ctx, input.orderId, "customer");
  const { rating } = input;
  const text = input.text || null;
  const authorId = actorUserId(ctx.actor);
  const at = ctx.now();
  await ctx.db.$transaction(async (tx) => {
    await moveOrder(tx, seen, { action: "review", by: "customer", actorId: authorId, at });
    await tx.review.create({ data: { orderId: seen.id, authorId, rating, text, createdAt: at } });
    await tx.atelier.update({
      where: { id: seen.atelierId },
      data: { ratingSum: { increment: rating }, ratingCount: { increment: 1 } },
    });
    const told = orderNotice(seen, "atelier", {
      title: `${rating} of 5 for ${seen.proof.title}`,
      text: text ?? "The customer left a rating.",
      key: "reviewed",
    });
    await notify(tx, told);
  });
  await flushOutbox(ctx.db);
  return getOrder(ctx, seen.id);
}
