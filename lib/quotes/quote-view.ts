import type { Ctx } from "#lib/context.ts";
import { toProofView } from "#lib/proofs/proof-view.ts";
import { actionsIn } from "#lib/shared/state-machine.ts";
import { QUOTE_MACHINE, type QuoteState, type Side } from "./machine.ts";
import { linesOf, type QuoteRow } from "./row.ts";
import type { OfferView, QuoteMessageView, QuoteView } from "./types.ts";

const LINK_SECONDS = 24 * 60 * 60;

/** The day of a date column, `2026-12-24`. */
export const toDay = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;

/** A quote as one side of it sees it. */
export async function toQuoteView(
  ctx: Pick<Ctx, "adapters" | "now">,
  row: QuoteRow,
  side: Side,
): Promise<QuoteView> {
  const { request, atelier } = row;
  const proof = await toProofView(ctx, request.proof);
  const offers = row.offers.map(toOfferView);
  const status = statusAt(row, ctx.now());
  return {
    id: row.id,
    requestId: request.id,
    ...{ status, side, proof, offers },
    atelier: { id: atelier.id, name: atelier.name, place: atelier.place, country: atelier.country },
    title: proof.title,
    kind: proof.kind,
    pictureUrl: proof.pictures[0]?.url ?? null,
    quantity: request.quantity,
    currency: row.currency,
    totalMinor: offers.at(-1)?.totalMinor ?? null,
    budgetMinor: request.budgetMinor,
    budgetCurrency: request.currency,
    neededBy: toDay(request.neededBy),
    country: request.country,
    expiresAt: row.expiresAt,
    activeAt: row.activeAt,
    createdAt: row.createdAt,
    endedReason: row.endedReason,
    actions: actionsIn(QUOTE_MACHINE, status, side),
    offer: row.offerNumber,
    messages: await Promise.all(row.messages.map((message) => toMessageView(ctx, message))),
    orderId: row.order?.id ?? null,
  };
}

/** What the row says, and `expired` from the moment its time is over: the sweep writes it a little later. */
export function statusAt(row: { status: QuoteState; expiresAt: Date }, now: Date): QuoteState {
  const isOpen = ["asked", "answered", "countered"].includes(row.status);
  return isOpen && row.expiresAt <= now ? "expired" : row.status;
}

function toOfferView(offer: QuoteRow["offers"][number]): OfferView {
  const { id: _, readyOn, by, ...shown } = offer;
  return { ...shown, by: by as Side, lines: linesOf(offer), readyOn: toDay(readyOn) };
}

async function toMessageView(
  ctx: Pick<Ctx, "adapters">,
  { files, by, ...message }: QuoteRow["messages"][number],
): Promise<QuoteMessageView> {
  const views = files.map(async ({ blobKey, ...file }) => {
    const { filename, mediaType } = file;
    const disposition = mediaType.startsWith("image/") ? "inline" : "attachment";
    const url = await ctx.adapters.blob.signedUrl(blobKey, {
      ...{ filename, disposition },
      expiresInSeconds: LINK_SECONDS,
    });
    return { ...file, url };
  });
  return { ...message, by: by as Side, files: await Promise.all(views) };
}
