import type { Access } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";
import type { Side } from "./machine.ts";
import { type QuoteRow, type QuoteStanding, quoteSelect, standingSelect } from "./row.ts";
import { partyScope, sideOf, sideScope } from "./scope.ts";

/** A quote with all of its page, and the side the actor stands on. Throws `not_found`. */
export async function requireQuote(
  ctx: Ctx,
  id: string,
  access: Access,
): Promise<{ row: QuoteRow; side: Side }> {
  const row = await ctx.db.quote.findFirst({
    where: { id, ...partyScope(ctx.actor, access) },
    select: quoteSelect,
  });
  if (!row) throw notFound("quote");
  return { row, side: sideOf(ctx.actor, row) };
}

/** How a quote stands, for one who acts on that side of it. Throws `not_found`. */
export async function requireStanding(ctx: Ctx, id: string, side: Side): Promise<QuoteStanding> {
  const row = await ctx.db.quote.findFirst({
    where: { id, ...sideScope(ctx.actor, side, "write") },
    select: standingSelect,
  });
  if (!row) throw notFound("quote");
  return row;
}

/** How a quote stands, for whoever is a side of it. Throws `not_found`. */
export async function requireOwnStanding(
  ctx: Ctx,
  id: string,
): Promise<{ standing: QuoteStanding; side: Side }> {
  const standing = await ctx.db.quote.findFirst({
    where: { id, ...partyScope(ctx.actor, "write") },
    select: standingSelect,
  });
  if (!standing) throw notFound("quote");
  return { standing, side: sideOf(ctx.actor, standing) };
}
