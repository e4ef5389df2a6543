import { z } from "zod";
import { proofForm } from "#lib/proofs/wire.ts";
import { atelierForm, lineForm } from "#lib/quotes/wire.ts";
import { ORDER_STATES } from "./machine.ts";

const side = z.enum(["customer", "atelier"]);
const party = z.enum(["customer", "atelier", "clock"]);

/** An order as lists have it. */
export const orderSummaryForm = z.object({
  id: z.string(),
  quoteId: z.string(),
  status: z.enum(ORDER_STATES),
  side: side.describe("The side you stand on."),
  atelier: atelierForm,
  title: z.string(),
  kind: z.string(),
  pictureUrl: z.string().nullable(),
  quantity: z.number().int(),
  currency: z.string(),
  totalMinor: z.number().int(),
  isPaid: z.boolean(),
  readyOn: z.iso.date().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

const paymentForm = z.object({
  id: z.string(),
  provider: z.string(),
  status: z.enum(["pending", "paid", "failed"]),
  currency: z.string(),
  amountMinor: z.number().int(),
  reference: z.string().nullable(),
  url: z.string().nullable(),
  createdAt: z.iso.datetime(),
  settledAt: z.iso.datetime().nullable(),
});

const disputeForm = z.object({
  id: z.string(),
  openedBy: party,
  text: z.string(),
  status: z.enum(["open", "resolved"]),
  resolution: z.string().nullable(),
  createdAt: z.iso.datetime(),
  resolvedAt: z.iso.datetime().nullable(),
});

const milestoneForm = z.object({
  id: z.string(),
  stage: z.string(),
  note: z.string().nullable(),
  photos: z.array(
    z.object({
      id: z.string(),
      url: z.string(),
      width: z.number().int(),
      height: z.number().int(),
    }),
  ),
  createdAt: z.iso.datetime(),
});

const shipmentForm = z.object({
  carrier: z.string().nullable().describe("Null: handed over in person."),
  tracking: z.string().nullable(),
  trackingUrl: z.string().nullable(),
  note: z.string().nullable(),
  shippedAt: z.iso.datetime(),
});

/** An order with its whole course. */
export const orderForm = orderSummaryForm.extend({
  actions: z.array(z.string()).describe("What you may do now."),
  lines: z.array(lineForm),
  estimatedMassG: z.number().nullable().describe("All pieces together."),
  measuredMassG: z.number().nullable().describe("On the scale at hand-over."),
  country: z.string().nullable().describe("Where it goes; null: not said."),
  neededBy: z.iso.date().nullable().describe("The customer asked to have it by then."),
  proof: proofForm,
  changes: z.array(
    z.object({
      action: z.string(),
      by: party,
      from: z.enum(ORDER_STATES),
      to: z.enum(ORDER_STATES),
      at: z.iso.datetime(),
    }),
  ),
  milestones: z.array(milestoneForm),
  shipment: shipmentForm.nullable(),
  review: z
    .object({
      rating: z.number().int(),
      text: z.string().nullable(),
      createdAt: z.iso.datetime(),
    })
    .nullable(),
  payments: z.array(paymentForm),
  disputes: z.array(disputeForm),
  cancelReason: z.string().nullable(),
});
