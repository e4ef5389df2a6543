import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notify } from "#lib/notices/notify.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { bookHours } from "./book-hours.ts";
import { requireStanding } from "./find-order.ts";
import { getOrder } from "./get-order.ts";
import { moveOrder } from "./move-order.ts";
import { orderNotice } from "./notices.ts";
import type { OrderView } from "./types.ts";

/**
 * The atelier takes the order on: the hours of its offer are set aside in its calendar. Throws `not_found`, `conflict`
 * (confirmed or cancelled already).
 */
export async function confirmOrder(ctx: Ctx, orderId: string): Promise<OrderView> {
  const seen = await requireStanding(ctx, orderId, "atelier");
  const at = ctx.now();
  const move = { action: "confirm", by: "atelier", actorId: actorUserId(ctx.actor), at } as const;
  await ctx.db.$transaction(async (tx) => {
    await moveOrder(tx, seen, move);
    await bookHours(tx, seen, at);
    const told = orderNotice(seen, "customer", {
      title: `${seen.atelier.name} confirmed your order`,
      text: `${seen.proof.title} will be made. You can cancel until work begins.`,
      key: "confirmed",
    });
    await notify(tx, told);
  });
  await flushOutbox(ctx.db);
  return getOrder(ctx, seen.id);
}
