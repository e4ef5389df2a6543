import type { Ctx } from "#lib/context.ts";
import { notify } from "#lib/notices/notify.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { moveOrder } from "./move-order.ts";
import { orderNotice } from "./notices.ts";
import { type OrderStanding, standingSelect } from "./row.ts";

type SweepCtx = Pick<Ctx, "db" | "now">;

/** After this time without a word an order counts as delivered. */
const SILENT_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
const AT_ONCE = 100;

/** Counts orders as delivered that were sent 30 days ago and nobody complained about. Answers how many. */
export async function deliverSilentOrders(ctx: SweepCtx): Promise<number> {
  const before = new Date(ctx.now().getTime() - SILENT_DAYS * DAY_MS);
  let delivered = 0;
  for (;;) {
    const due = await ctx.db.order.findMany({
      where: {
        status: "shipped",
        shipment: { shippedAt: { lte: before } },
        disputes: { none: { status: "open" } },
      },
      orderBy: { id: "asc" },
      take: AT_ONCE,
      select: standingSelect,
    });
    for (const order of due) delivered += Number(await deliverOne(ctx, order));
    if (due.length < AT_ONCE) break;
  }
  await flushOutbox(ctx.db);
  return delivered;
}

/** False where somebody was first. */
async function deliverOne(ctx: SweepCtx, order: OrderStanding): Promise<boolean> {
  const said = { title: `${order.proof.title} counts as delivered`, key: "delivered" };
  const text = `It was sent ${SILENT_DAYS} days ago and nobody said otherwise.`;
  try {
    await ctx.db.$transaction(async (tx) => {
      await moveOrder(tx, order, { action: "deliver", by: "clock", actorId: null, at: ctx.now() });
      await tx.atelier.update({
        where: { id: order.atelierId },
        data: { ordersFinished: { increment: 1 } },
      });
      const told = (["customer", "atelier"] as const).flatMap((side) =>
        orderNotice(order, side, { ...said, text }),
      );
      await notify(tx, told);
    });
    return true;
  } catch (error) {
    if (isAppError(error) && error.code === "conflict") return false;
    throw error;
  }
}
