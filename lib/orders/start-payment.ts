import { v7 as newUuid } from "uuid";
import { publicUrl } from "#lib/accounts/mails.ts";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { conflict } from "#lib/shared/errors.ts";
import { requireStanding } from "./find-order.ts";
import type { OrderStanding } from "./row.ts";

export interface StartedPayment {
  paymentId: string;
  provider: string;
  /** Where to pay; null where the two sides do it between them. */
  url: string | null;
}

/**
 * Begins the payment of an order, or answers the one that is begun. Its row is there before the provider is asked, under
 * whose id the provider begins nothing twice. Throws `not_found`, `conflict` (paid already, or cancelled), `unavailable`.
 */
export async function startPayment(ctx: Ctx, orderId: string): Promise<StartedPayment> {
  const order = await requireStanding(ctx, orderId, "customer");
  const { payments } = ctx.adapters;
  const { id, reference, url } = await claimPayment(ctx, order);
  if (reference !== null) return { paymentId: id, provider: payments.name, url };
  const { email } = await ctx.db.user.findUniqueOrThrow({
    where: { id: actorUserId(ctx.actor) },
    select: { email: true },
  });
  const begun = await payments.begin({
    ...{ paymentId: id, orderId, currency: order.currency, amountMinor: order.totalMinor },
    description: `${order.proof.title}, ${order.atelier.name}`,
    customerEmail: email,
    returnUrl: publicUrl(`/orders/${orderId}`),
  });
  await ctx.db.payment.updateMany({ where: { id, status: "pending" }, data: begun });
  return { paymentId: id, provider: payments.name, url: begun.url };
}

/** The order's open payment with this provider, made where there is none; one at a time, whoever asks at once. */
function claimPayment(ctx: Ctx, { id: orderId, currency, totalMinor }: OrderStanding) {
  const provider = ctx.adapters.payments.name;
  return ctx.db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ status: string }[]>`
      SELECT "status"::text FROM "Order" WHERE "id" = ${orderId} FOR UPDATE`;
    if (row?.status === "cancelled") {
      throw conflict("This order was cancelled: nothing is to be paid.");
    }
    const known = await tx.payment.findMany({
      where: { orderId, status: { in: ["pending", "paid"] } },
      select: { id: true, provider: true, status: true, reference: true, url: true },
    });
    if (known.some(({ status }) => status === "paid")) {
      throw conflict("This order is paid already.");
    }
    const open = known.find((one) => one.provider === provider);
    if (open) return open;
    return tx.payment.create({
      data: {
        ...{ id: newUuid(), orderId, provider, currency, amountMinor: totalMinor },
        createdAt: ctx.now(),
      },
      select: { id: true, reference: true, url: true },
    });
  });
}
