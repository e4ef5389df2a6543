import type { Prisma } from "#generated/prisma/client.ts";
import type { Ctx } from "#lib/context.ts";
import {
  behindCursor,
  newestFirst,
  type Page,
  type PageInput,
  pageSize,
  toPage,
} from "#lib/shared/cursor.ts";
import type { QuoteState, Side } from "./machine.ts";
import { statusAt, toDay } from "./quote-view.ts";
import { partyScope, sideOf, sideScope } from "./scope.ts";
import type { QuoteSummary } from "./types.ts";

const LINK_SECONDS = 24 * 60 * 60;

const summarySelect = {
  id: true,
  status: true,
  expiresAt: true,
  activeAt: true,
  currency: true,
  atelier: { select: { id: true, name: true, place: true, country: true, ownerId: true } },
  offers: { orderBy: { number: "desc" }, take: 1, select: { totalMinor: true } },
  order: { select: { id: true } },
  request: {
    select: {
      id: true,
      quantity: true,
      currency: true,
      budgetMinor: true,
      neededBy: true,
      proof: {
        select: {
          title: true,
          kind: true,
          files: {
            where: { format: "picture" },
            orderBy: { filename: "asc" },
            take: 1,
            select: { blobKey: true },
          },
        },
      },
    },
  },
} satisfies Prisma.QuoteSelect;

type SummaryRow = Prisma.QuoteGetPayload<{ select: typeof summarySelect }>;

export interface ListQuotesInput extends PageInput {
  /** Only those in which the actor stands on this side. */
  as?: Side;
  status?: readonly QuoteState[];
}

/** The actor's quotes, of either side, the last in which something happened first. */
export async function listQuotes(ctx: Ctx, input: ListQuotesInput): Promise<Page<QuoteSummary>> {
  const size = pageSize(input);
  const { actor } = ctx;
  const mine = input.as ? sideScope(actor, input.as, "read") : partyScope(actor, "read");
  const rows = await ctx.db.quote.findMany({
    where: {
      AND: [
        mine,
        ...(input.status ? [{ status: { in: [...input.status] } }] : []),
        behindCursor("activeAt", input.cursor),
      ],
    },
    orderBy: newestFirst("activeAt"),
    take: size + 1,
    select: summarySelect,
  });
  const items = await Promise.all(rows.slice(0, size).map((row) => toSummary(ctx, row)));
  return toPage(rows, size, "activeAt", items);
}

async function toSummary(ctx: Ctx, row: SummaryRow): Promise<QuoteSummary> {
  const { request, atelier } = row;
  const picture = request.proof.files[0]?.blobKey;
  return {
    id: row.id,
    requestId: request.id,
    status: statusAt(row, ctx.now()),
    side: sideOf(ctx.actor, row),
    atelier: { id: atelier.id, name: atelier.name, place: atelier.place, country: atelier.country },
    title: request.proof.title,
    kind: request.proof.kind,
    pictureUrl: picture
      ? await ctx.adapters.blob.signedUrl(picture, { expiresInSeconds: LINK_SECONDS })
      : null,
    quantity: request.quantity,
    currency: row.currency,
    totalMinor: row.offers[0]?.totalMinor ?? null,
    budgetMinor: request.budgetMinor,
    budgetCurrency: request.currency,
    neededBy: toDay(request.neededBy),
    expiresAt: row.expiresAt,
    activeAt: row.activeAt,
    orderId: row.order?.id ?? null,
  };
}
