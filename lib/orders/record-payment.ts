import { v7 as newUuid } from "uuid";
import { z } from "zod";
import type { Ctx } from "#lib/context.ts";
import { notify } from "#lib/notices/notify.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { conflict } from "#lib/shared/errors.ts";
import { endOpenPayments } from "./end-open-payments.ts";
import { requireStanding } from "./find-order.ts";
import { getOrder } from "./get-order.ts";
import { orderNotice } from "./notices.ts";
import type { OrderView } from "./types.ts";

export const recordPaymentForm = z.object({
  note: z.string().trim().max(120).optional().describe("How it came: bank transfer, cash …"),
});

export type RecordPaymentInput = z.output<typeof recordPaymentForm> & { orderId: string };

/**
 * The atelier writes down that the order's sum has come. Throws `not_found`, `conflict` (paid already, or cancelled).
 */
export async function recordPayment(ctx: Ctx, input: RecordPaymentInput): Promise<OrderView> {
  const order = await requireStanding(ctx, input.orderId, "atelier");
  if (order.status === "cancelled")
    throw conflict("This order was cancelled: nothing is to be paid.");
  const { id: orderId, currency, totalMinor: amountMinor } = order;
  const at = ctx.now();
  await ctx.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Order" WHERE "id" = ${orderId} FOR UPDATE`;
    const paid = await tx.payment.count({ where: { orderId, status: "paid" } });
    if (paid > 0) throw conflict("This order is paid already.");
    const reference = input.note ? `${input.note} (${orderId})` : orderId;
    await tx.payment.deleteMany({ where: { orderId, provider: "direct" } });
    await tx.payment.create({
      data: {
        ...{ id: newUuid(), orderId, provider: "direct", currency, amountMinor, reference },
        ...{ status: "paid", createdAt: at, settledAt: at },
      },
    });
    const text = `${order.atelier.name} has the money for ${order.proof.title}.`;
    await notify(
      tx,
      orderNotice(order, "customer", { title: "Payment received", text, key: "paid" }),
    );
  });
  await flushOutbox(ctx.db);
  await endOpenPayments(ctx, orderId);
  return getOrder(ctx, orderId);
}
