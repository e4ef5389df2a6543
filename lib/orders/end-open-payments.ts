import type { Ctx } from "#lib/context.ts";
import { log } from "#lib/log.ts";

type EndCtx = Pick<Ctx, "db" | "now" | "adapters">;

/** A provider's own end of a payment nobody went on with (Stripe's sessions live 24 hours), and an hour to spare. */
const LIFETIME_MS = 25 * 60 * 60 * 1000;
const AT_ONCE = 50;

/**
 * Ends payments that are still open with the provider though their order is cancelled or paid otherwise, so that nobody
 * pays what is not owed; of one order, or of all. Whoever is not reached is tried again by the sweep. Answers how many.
 */
export async function endOpenPayments(ctx: EndCtx, orderId?: string): Promise<number> {
  const provider = ctx.adapters.payments.name;
  const since = new Date(ctx.now().getTime() - LIFETIME_MS);
  const open = await ctx.db.payment.findMany({
    where: {
      ...(orderId && { orderId }),
      ...{ provider, status: "pending", reference: { not: null }, createdAt: { gte: since } },
      order: { OR: [{ status: "cancelled" }, { payments: { some: { status: "paid" } } }] },
    },
    orderBy: { id: "asc" },
    take: AT_ONCE,
    select: { id: true, reference: true },
  });
  let ended = 0;
  for (const payment of open) ended += await endOne(ctx, payment);
  return ended;
}

/**
 * 1, or 0 where it could not be ended: what was paid at that moment is settled by its notice. The row is closed after the
 * provider took it, so the provider's own notice of the end tells nobody that a payment failed.
 */
async function endOne(
  { db, now, adapters }: EndCtx,
  { id, reference }: { id: string; reference: string | null },
): Promise<number> {
  try {
    if (!reference || !(await adapters.payments.end(reference))) return 0;
  } catch (error) {
    log.warn({ err: error, paymentId: id }, "open payment could not be ended");
    return 0;
  }
  const { count } = await db.payment.updateMany({
    where: { id, status: "pending" },
    data: { status: "failed", settledAt: now() },
  });
  return count;
}
