import { v7 as newUuid } from "uuid";
import { publicUrl } from "#lib/accounts/mails.ts";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { conflict } from "#lib/shared/errors.ts";
import { requireStanding } from "./find-order.ts";
import type { OrderStanding } from "./row.ts";

/** A page to pay on lives 24 hours with Stripe; an hour before its end another one is begun. */
const PAGE_LIFETIME_MS = 23 * 60 * 60 * 1000;

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
  await giveUpOldPages(ctx, orderId);
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

/** Ends what was begun too long ago to be paid, whether the provider told of its end or not. */
async function giveUpOldPages({ db, now, adapters }: Ctx, orderId: string): Promise<void> {
  const old = await db.payment.findMany({
    where: {
      ...{ orderId, provider: adapters.payments.name, status: "pending", reference: { not: null } },
      createdAt: { lt: new Date(now().getTime() - PAGE_LIFETIME_MS) },
    },
    select: { id: true, reference: true },
  });
  for (const { id, reference } of old) {
    if (reference) await adapters.payments.end(reference);
    await db.payment.updateMany({
      where: { id, status: "pending" },
      data: { status: "failed", settledAt: now() },
    });
  }
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
