import type { Ctx } from "#lib/context.ts";
import { toProofView } from "#lib/proofs/proof-view.ts";
import type { Side } from "#lib/quotes/machine.ts";
import { toDay } from "#lib/quotes/quote-view.ts";
import { linesOf } from "#lib/quotes/row.ts";
import { actionsIn } from "#lib/shared/state-machine.ts";
import { ORDER_MACHINE } from "./machine.ts";
import type { OrderRow } from "./row.ts";
import type { MilestoneView, OrderView } from "./types.ts";

const LINK_SECONDS = 24 * 60 * 60;

/** An order as one side of it sees it. */
export async function toOrderView(
  ctx: Pick<Ctx, "adapters">,
  row: OrderRow,
  side: Side,
): Promise<OrderView> {
  const { atelier, status, quantity, currency, totalMinor, payments, disputes, shipment } = row;
  const { estimatedMassG, measuredMassG, cancelReason, review } = row;
  const proof = await toProofView(ctx, row.proof);
  return {
    id: row.id,
    quoteId: row.quoteId,
    ...{ status, side, quantity, currency, totalMinor, payments, disputes, shipment, review },
    ...{ proof, estimatedMassG, measuredMassG, cancelReason },
    atelier: { id: atelier.id, name: atelier.name, place: atelier.place, country: atelier.country },
    title: proof.title,
    kind: proof.kind,
    pictureUrl: proof.pictures[0]?.url ?? null,
    isPaid: payments.some((payment) => payment.status === "paid"),
    readyOn: toDay(row.readyOn),
    country: row.quote.request.country,
    neededBy: toDay(row.quote.request.neededBy),
    actions: actionsIn(ORDER_MACHINE, status, side),
    lines: linesOf(row),
    changes: row.changes.map(({ version: _, ...change }) => change),
    milestones: await Promise.all(row.milestones.map((one) => toMilestone(ctx, one))),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

async function toMilestone(
  ctx: Pick<Ctx, "adapters">,
  { photos, ...milestone }: OrderRow["milestones"][number],
): Promise<MilestoneView> {
  const links = photos.map(async ({ blobKey, ...photo }) => {
    const url = await ctx.adapters.blob.signedUrl(blobKey, { expiresInSeconds: LINK_SECONDS });
    return { ...photo, url };
  });
  return { ...milestone, photos: await Promise.all(links) };
}
