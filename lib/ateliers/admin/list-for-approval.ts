import type { AtelierStatus } from "#generated/prisma/client.ts";
import { requireAdmin } from "#lib/accounts/require-admin.ts";
import type { Ctx } from "#lib/context.ts";
import {
  behindCursor,
  newestFirst,
  type Page,
  type PageInput,
  pageSize,
  toPage,
} from "#lib/shared/cursor.ts";
import type { AtelierContactData } from "../contact/contact.ts";
import { openContact } from "../contact/open-contact.ts";

/** An atelier as an admin reads it, contact included. */
export interface AtelierForApproval {
  id: string;
  name: string;
  about: string;
  place: string;
  country: string;
  crafts: string[];
  status: AtelierStatus;
  statusReason: string | null;
  featured: boolean;
  hasRates: boolean;
  pictureCount: number;
  ownerEmail: string | null;
  contact: AtelierContactData | null;
  createdAt: Date;
}

export interface ForApprovalInput extends PageInput {
  status: AtelierStatus;
}

/** Ateliers of one status, newest first. Throws `unauthenticated` and `forbidden` for anybody but an admin. */
export async function listForApproval(
  ctx: Ctx,
  input: ForApprovalInput,
): Promise<Page<AtelierForApproval>> {
  await requireAdmin(ctx);
  const size = pageSize(input);
  const rows = await ctx.db.atelier.findMany({
    where: {
      status: input.status,
      ...behindCursor("createdAt", input.cursor),
    },
    orderBy: newestFirst("createdAt"),
    take: size + 1,
    select: {
      ...{ id: true, name: true, about: true, place: true, country: true, crafts: true },
      ...{ status: true, statusReason: true, featuredAt: true, rateCardVersion: true },
      createdAt: true,
      owner: { select: { email: true } },
      contact: { select: { atelierId: true } },
      _count: { select: { portfolio: true } },
    },
  });
  const items = rows.slice(0, size).map(async (row): Promise<AtelierForApproval> => {
    const { featuredAt, rateCardVersion, owner, contact, _count, ...shown } = row;
    return {
      ...shown,
      featured: featuredAt !== null,
      hasRates: rateCardVersion !== null,
      pictureCount: _count.portfolio,
      ownerEmail: owner?.email ?? null,
      contact: contact ? await openContact(ctx, row.id) : null,
    };
  });
  return toPage(rows, size, "createdAt", await Promise.all(items));
}
