import { requireOwnAtelier } from "#lib/ateliers/own-atelier.ts";
import type { Ctx } from "#lib/context.ts";

export interface MonthEarnings {
  /** `2026-11`. */
  month: string;
  currency: string;
  orders: number;
  /** Agreed for what was delivered in the month, minor units. */
  totalMinor: number;
  /** Of that, what was written down as paid. */
  paidMinor: number;
}

export interface Earnings {
  months: MonthEarnings[];
  /** Agreed for what is confirmed, in work or sent. */
  open: { currency: string; totalMinor: number }[];
}

/** What the acting person's atelier earned by month of delivery, newest first. Throws as `requireOwnAtelier` does. */
export async function listEarnings(ctx: Ctx): Promise<Earnings> {
  const { id } = await requireOwnAtelier(ctx);
  const [months, open] = await Promise.all([
    ctx.db.$queryRaw<MonthEarnings[]>`
      SELECT to_char(c."at", 'YYYY-MM') AS "month", o."currency",
        count(*)::int AS "orders",
        sum(o."totalMinor")::float8 AS "totalMinor",
        coalesce(sum(o."totalMinor") FILTER (WHERE EXISTS (
          SELECT 1 FROM "Payment" p WHERE p."orderId" = o."id" AND p."status" = 'paid'
        )), 0)::float8 AS "paidMinor"
      FROM "Order" o JOIN "OrderChange" c ON c."orderId" = o."id" AND c."to" = 'delivered'
      WHERE o."atelierId" = ${id}
      GROUP BY 1, 2 ORDER BY 1 DESC, 2 LIMIT 120`,
    ctx.db.order.groupBy({
      by: ["currency"],
      where: { atelierId: id, status: { in: ["confirmed", "in_work", "shipped"] } },
      _sum: { totalMinor: true },
    }),
  ]);
  return {
    months,
    open: open.map(({ currency, _sum }) => ({ currency, totalMinor: _sum.totalMinor ?? 0 })),
  };
}
