import { z } from "zod";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notify } from "#lib/notices/notify.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { otherSide } from "#lib/quotes/notices.ts";
import { freeHours } from "./book-hours.ts";
import { endOpenPayments } from "./end-open-payments.ts";
import { requireOwnStanding } from "./find-order.ts";
import { getOrder } from "./get-order.ts";
import { moveOrder } from "./move-order.ts";
import { orderNotice } from "./notices.ts";
import type { OrderView } from "./types.ts";

export const cancelForm = z.object({ reason: z.string().trim().min(1).max(1000) });

export type CancelOrderInput = z.output<typeof cancelForm> & { orderId: string };

/**
 * Ends an order: the customer until work has begun, the atelier until it is sent. Its hours go back to the calendar. Throws
 * `not_found`, `conflict` (too far on).
 */
export async function cancelOrder(ctx: Ctx, input: CancelOrderInput): Promise<OrderView> {
  const { standing: seen, side } = await requireOwnStanding(ctx, input.orderId);
  const { reason } = input;
  const at = ctx.now();
  const move = { action: "cancel", by: side, actorId: actorUserId(ctx.actor), at } as const;
  await ctx.db.$transaction(async (tx) => {
    await moveOrder(tx, seen, move, { cancelReason: reason });
    await freeHours(tx, seen, at);
    const told = orderNotice(seen, otherSide(side), {
      title: `${side === "atelier" ? seen.atelier.name : "The customer"} cancelled an order`,
      text: `${seen.proof.title}: "${reason}"`,
      key: "cancelled",
    });
    await notify(tx, told);
  });
  await flushOutbox(ctx.db);
  await endOpenPayments(ctx, seen.id);
  return getOrder(ctx, seen.id);
}
