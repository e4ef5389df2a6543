import type { Access } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import type { Side } from "#lib/quotes/machine.ts";
import { partyScope, sideOf, sideScope } from "#lib/quotes/scope.ts";
import { notFound } from "#lib/shared/errors.ts";
import { type OrderRow, type OrderStanding, orderSelect, standingSelect } from "./row.ts";

/** An order with all of its page, and the side the actor stands on. Throws `not_found`. */
export async function requireOrder(
  ctx: Ctx,
  id: string,
  access: Access,
): Promise<{ row: OrderRow; side: Side }> {
  const row = await ctx.db.order.findFirst({
    where: { id, ...partyScope(ctx.actor, access) },
    select: orderSelect,
  });
  if (!row) throw notFound("order");
  return { row, side: sideOf(ctx.actor, row) };
}

/** How an order stands, for one who acts on that side of it. Throws `not_found`. */
export async function requireStanding(ctx: Ctx, id: string, side: Side): Promise<OrderStanding> {
  const row = await ctx.db.order.findFirst({
    where: { id, ...sideScope(ctx.actor, side, "write") },
    select: standingSelect,
  });
  if (!row) throw notFound("order");
  return row;
}

/** How an order stands, for whoever is a side of it. Throws `not_found`. */
export async function requireOwnStanding(
  ctx: Ctx,
  id: string,
): Promise<{ standing: OrderStanding; side: Side }> {
  const standing = await ctx.db.order.findFirst({
    where: { id, ...partyScope(ctx.actor, "write") },
    select: standingSelect,
  });
  if (!standing) throw notFound("order");
  return { standing, side: sideOf(ctx.actor, standing) };
}
