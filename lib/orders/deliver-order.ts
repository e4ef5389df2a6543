import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notify } from "#lib/notices/notify.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { requireStanding } from "./find-order.ts";
import { getOrder } from "./get-order.ts";
import { moveOrder } from "./move-order.ts";
import { orderNotice } from "./notices.ts";
import type { OrderView } from "./types.ts";

/** The customer says that the order has come. Throws `not_found`, `conflict` (not sent, or said already). */
export async function deliverOrder(ctx: Ctx, orderId: string): Promise<OrderView> {
  const seen = await requireStanding(ctx, orderId, "customer");
  const actorId = actorUserId(ctx.actor);
  await ctx.db.$transaction(async (tx) => {
    await moveOrder(tx, seen, { action: "deliver", by: "customer", actorId, at: ctx.now() });
    await tx.atelier.update({
      where: { id: seen.atelierId },
      data: { ordersFinished: { increment: 1 } },
    });
    const told = orderNotice(seen, "atelier", {
      title: `${seen.proof.title} has arrived`,
      text: "The customer says that it has come.",
      key: "delivered",
    });
    await notify(tx, told);
  });
  await flushOutbox(ctx.db);
  return getOrder(ctx, seen.id);
}
