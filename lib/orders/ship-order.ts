import { z } from "zod";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notify } from "#lib/notices/notify.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { correctDensity } from "./correct-density.ts";
import { requireStanding } from "./find-order.ts";
import { getOrder } from "./get-order.ts";
import { moveOrder } from "./move-order.ts";
import { orderNotice } from "./notices.ts";
import type { OrderView } from "./types.ts";

const webAddress = z.url({ protocol: /^https?$/, message: "This is not a web address." }).max(500);

/** How an order leaves the atelier: with a carrier, or handed over in person. */
export const shipForm = z.object({
  carrier: z.string().trim().max(80).optional().describe("Unset: handed over in person."),
  tracking: z.string().trim().max(80).optional(),
  trackingUrl: webAddress.optional(),
  note: z.string().trim().max(1000).optional(),
  measuredMassG: z
    .number()
    .positive()
    .max(1_000_000)
    .optional()
    .describe("All pieces together on the scale, g, stones included. Corrects your density."),
});

export type ShipOrderInput = z.output<typeof shipForm> & { orderId: string };

/**
 * Hands the order over to a carrier or in person, weighed where it can be. Throws `not_found`, `conflict` (not in work) and
 * `invalid_input` (a tracking number without a carrier).
 */
export async function shipOrder(ctx: Ctx, input: ShipOrderInput): Promise<OrderView> {
  const { orderId, carrier, tracking, trackingUrl, note, measuredMassG } = input;
  const seen = await requireStanding(ctx, orderId, "atelier");
  if (tracking && !carrier) throw carrierMissing();
  const at = ctx.now();
  const move = { action: "ship", by: "atelier", actorId: actorUserId(ctx.actor), at } as const;
  await ctx.db.$transaction(async (tx) => {
    await moveOrder(tx, seen, move, { measuredMassG: measuredMassG ?? null });
    await tx.shipment.create({
      data: {
        ...{ orderId: seen.id, shippedAt: at },
        carrier: carrier || null,
        tracking: tracking || null,
        trackingUrl: trackingUrl ?? null,
        note: note || null,
      },
    });
    if (measuredMassG !== undefined) await correctDensity(tx, seen, { measuredMassG, at });
    const told = orderNotice(seen, "customer", {
      title: `${seen.proof.title} is ${carrier ? "on its way" : "ready"}`,
      text: carrier
        ? `Sent with ${carrier}${tracking ? `, number ${tracking}` : ""}.`
        : "It is handed over in person.",
      key: "shipped",
    });
    await notify(tx, told);
  });
  await flushOutbox(ctx.db);
  return getOrder(ctx, seen.id);
}

function carrierMissing() {
  const message = "Name the carrier the number is of.";
  return invalidInput(message, {
    details: { field: "carrier" },
    fieldErrors: { carrier: message },
  });
}
