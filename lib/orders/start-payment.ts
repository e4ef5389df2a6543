import { v7 as newUuid } from "uuid";
import { publicUrl } from "#lib/accounts/mails.ts";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { conflict } from "#lib/shared/errors.ts";
import { requireStanding } from "./find-order.ts";

export interface StartedPayment {
  paymentId: string;
  provider: string;
  /** Where to pay; null where the two sides do it between them. */
  url: string | null;
}

/**
 * Begins the payment of an order, or answers the one that is begun. Throws `not_found`, `conflict` (paid already, or
 * cancelled), `unavailable`.
 */
export async function startPayment(ctx: Ctx, orderId: string): Promise<StartedPayment> {
  const order = await requireStanding(ctx, orderId, "customer");
  if (order.status === "cancelled")
    throw conflict("This order was cancelled: nothing is to be paid.");
  const known = await ctx.db.payment.findMany({
    where: { orderId, status: { in: ["pending", "paid"] } },
    select: { id: true, provider: true, status: true, url: true },
  });
  if (known.some(({ status }) => status === "paid")) throw conflict("This order is paid already.");
  const { payments } = ctx.adapters;
  const begun = known.find(({ provider }) => provider === payments.name);
  if (begun) return { paymentId: begun.id, provider: begun.provider, url: begun.url };
  const { email } = await ctx.db.user.findUniqueOrThrow({
    where: { id: actorUserId(ctx.actor) },
    select: { email: true },
  });
  const id = newUuid();
  const { currency, totalMinor: amountMinor } = order;
  const { reference, url } = await payments.begin({
    ...{ paymentId: id, orderId, currency, amountMinor },
    description: `${order.proof.title}, ${order.atelier.name}`,
    customerEmail: email,
    returnUrl: publicUrl(`/orders/${orderId}`),
  });
  await ctx.db.payment.create({
    data: {
      ...{ id, orderId, provider: payments.name, currency, amountMinor, reference, url },
      createdAt: ctx.now(),
    },
  });
  return { paymentId: id, provider: payments.name, url };
}
