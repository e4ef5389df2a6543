import type { PaymentNotice } from "#lib/adapters/payment/port.ts";
import type { Ctx } from "#lib/context.ts";
import { amount } from "#lib/kernel/price/amount.ts";
import { log } from "#lib/log.ts";
import { notify } from "#lib/notices/notify.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { orderNotice } from "./notices.ts";
import { standingSelect } from "./row.ts";

type Order = Parameters<typeof orderNotice>[0] & { status: string };

/**
 * Writes down what the provider says became of a payment. The same notice again changes nothing; one about a sum that was
 * not asked for settles nothing. Answers whether a payment changed.
 */
export async function settlePayment(
  ctx: Pick<Ctx, "db" | "now" | "adapters">,
  notice: PaymentNotice,
): Promise<boolean> {
  const provider = ctx.adapters.payments.name;
  const { reference, outcome, currency, amountMinor } = notice;
  const isPaid = outcome === "paid";
  const sum = isPaid ? { currency, amountMinor } : {};
  // Money may come in after we gave a payment up.
  const open = isPaid ? (["pending", "failed"] as const) : (["pending"] as const);
  const changed = await ctx.db.$transaction(async (tx) => {
    const settled = await tx.payment.updateMany({
      where: { provider, reference, status: { in: [...open] }, ...sum },
      data: { status: outcome, settledAt: ctx.now() },
    });
    if (settled.count === 0) return false;
    const { id, order } = await tx.payment.findFirstOrThrow({
      where: { provider, reference },
      select: { id: true, order: { select: standingSelect } },
    });
    const paidBefore = { orderId: order.id, status: "paid", id: { not: id } } as const;
    const isOwed =
      order.status !== "cancelled" && (await tx.payment.count({ where: paidBefore })) === 0;
    const told = isPaid && !isOwed ? toGiveBack(order, id) : toldOf(order, outcome);
    await notify(tx, told);
    return true;
  });
  if (!changed) log.warn({ provider, reference, outcome }, "payment notice settled nothing");
  if (!changed && isPaid) await tellOfOtherSum(ctx, notice);
  await flushOutbox(ctx.db);
  return changed;
}

/** Money that came in for an open payment, but not what was asked for: both sides learn of it, once. */
async function tellOfOtherSum(
  { db, adapters }: Pick<Ctx, "db" | "adapters">,
  { reference, currency, amountMinor }: PaymentNotice,
): Promise<void> {
  const payment = await db.payment.findFirst({
    where: { provider: adapters.payments.name, reference, status: { not: "paid" } },
    select: { id: true, currency: true, amountMinor: true, order: { select: standingSelect } },
  });
  if (!payment) return;
  const came = amount(amountMinor, currency);
  const asked = amount(payment.amountMinor, payment.currency);
  const told = (["customer", "atelier"] as const).flatMap((side) =>
    orderNotice(payment.order, side, {
      title: "A payment of another sum came in",
      text: `${payment.order.proof.title}: ${came} came in where ${asked} was asked for. Settle it between you.`,
      key: `other-sum-${payment.id}`,
    }),
  );
  await db.$transaction((tx) => notify(tx, told));
}

/** Paid after the order was cancelled, or a second time: both sides learn that it goes back. */
function toGiveBack(order: Order, paymentId: string) {
  const why =
    order.status === "cancelled" ? "The order was cancelled" : "The order was paid already";
  return (["customer", "atelier"] as const).flatMap((side) =>
    orderNotice(order, side, {
      title: "A payment is to be given back",
      text: `${order.proof.title}: ${why}, and a payment came in since.`,
      key: `give-back-${paymentId}`,
    }),
  );
}

function toldOf(order: Order, outcome: PaymentNotice["outcome"]) {
  const { title } = order.proof;
  if (outcome === "failed") {
    const text = `${title}: nothing was taken. Pay again, or pay the atelier directly.`;
    return orderNotice(order, "customer", {
      title: "The payment did not go through",
      text,
      key: "unpaid",
    });
  }
  return (["customer", "atelier"] as const).flatMap((side) =>
    orderNotice(order, side, { title: "Payment received", text: `For ${title}.`, key: "paid" }),
  );
}
