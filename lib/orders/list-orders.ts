import type { Prisma } from "#generated/prisma/client.ts";
import type { Ctx } from "#lib/context.ts";
import type { Side } from "#lib/quotes/machine.ts";
import { toDay } from "#lib/quotes/quote-view.ts";
import { partyScope, sideOf, sideScope } from "#lib/quotes/scope.ts";
import {
  behindCursor,
  newestFirst,
  type Page,
  type PageInput,
  pageSize,
  toPage,
} from "#lib/shared/cursor.ts";
import type { OrderState } from "./machine.ts";
import type { OrderSummary } from "./types.ts";

const LINK_SECONDS = 24 * 60 * 60;

const summarySelect = {
  id: true,
  quoteId: true,
  status: true,
  quantity: true,
  currency: true,
  totalMinor: true,
  readyOn: true,
  createdAt: true,
  updatedAt: true,
  atelier: { select: { id: true, name: true, place: true, country: true, ownerId: true } },
  payments: { where: { status: "paid" }, select: { id: true } },
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
} satisfies Prisma.OrderSelect;

type SummaryRow = Prisma.OrderGetPayload<{ select: typeof summarySelect }>;

export interface ListOrdersInput extends PageInput {
  /** Only those in which the actor stands on this side. */
  as?: Side;
  status?: readonly OrderState[];
}

/** The actor's orders, of either side, the last that moved first. */
export async function listOrders(ctx: Ctx, input: ListOrdersInput): Promise<Page<OrderSummary>> {
  const size = pageSize(input);
  const { actor } = ctx;
  const mine = input.as ? sideScope(actor, input.as, "read") : partyScope(actor, "read");
  const rows = await ctx.db.order.findMany({
    where: {
      AND: [
        mine,
        ...(input.status ? [{ status: { in: [...input.status] } }] : []),
        behindCursor("updatedAt", input.cursor),
      ],
    },
    orderBy: newestFirst("updatedAt"),
    take: size + 1,
    select: summarySelect,
  });
  const items = await Promise.all(rows.slice(0, size).map((row) => toSummary(ctx, row)));
  return toPage(rows, size, "updatedAt", items);
}

async function toSummary(ctx: Ctx, row: SummaryRow): Promise<OrderSummary> {
  const { atelier, proof, payments, readyOn, ...shown } = row;
  const picture = proof.files[0]?.blobKey;
  return {
    ...shown,
    side: sideOf(ctx.actor, row),
    atelier: { id: atelier.id, name: atelier.name, place: atelier.place, country: atelier.country },
    title: proof.title,
    kind: proof.kind,
    pictureUrl: picture
      ? await ctx.adapters.blob.signedUrl(picture, { expiresInSeconds: LINK_SECONDS })
      : null,
    isPaid: payments.length > 0,
    readyOn: toDay(readyOn),
  };
}
