import { openContact } from "#lib/ateliers/contact/open-contact.ts";
import type { Ctx } from "#lib/context.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { requireQuote } from "./find-quote.ts";

/** How to reach the other side. */
export interface OtherContact {
  person: string;
  email: string;
  phone: string;
  street: string;
  website: string;
}

/**
 * How to reach the other side of a quote: null until it is accepted, and where an atelier left nothing. Throws
 * `not_found`.
 */
export async function findContact(ctx: Ctx, quoteId: string): Promise<OtherContact | null> {
  const { row, side } = await requireQuote(ctx, quoteId, "read");
  if (row.status !== "accepted") return null;
  if (side === "customer") return atelierContact(ctx, row.atelierId);
  const { name, email } = await ctx.db.user.findUniqueOrThrow({
    where: { id: row.request.createdById },
    select: { name: true, email: true },
  });
  return { person: name ?? "", email, phone: "", street: "", website: "" };
}

async function atelierContact(ctx: Ctx, atelierId: string): Promise<OtherContact | null> {
  try {
    return await openContact(ctx, atelierId);
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") return null;
    throw error;
  }
}
