import { z } from "zod";
import { proofForm } from "#lib/proofs/wire.ts";
import { QUOTE_STATES } from "./machine.ts";

const side = z.enum(["customer", "atelier"]);

export const lineForm = z.object({
  label: z.string(),
  quantity: z.number(),
  unit: z.enum(["piece", "g", "ct", "h", "cm3", "m2"]),
  unitMinor: z.number().int(),
  amountMinor: z.number().int(),
});

const offerForm = z.object({
  number: z.number().int(),
  by: side,
  currency: z.string(),
  totalMinor: z.number().int(),
  lines: z.array(lineForm),
  readyOn: z.iso.date().nullable(),
  validUntil: z.iso.datetime(),
  workHours: z.number().nullable(),
  note: z.string().nullable(),
  createdAt: z.iso.datetime(),
});

export const atelierForm = z.object({
  id: z.string(),
  name: z.string(),
  place: z.string(),
  country: z.string(),
});

/** A quote as lists have it. */
export const quoteSummaryForm = z.object({
  id: z.string(),
  requestId: z.string(),
  status: z.enum(QUOTE_STATES),
  side: side.describe("The side you stand on."),
  atelier: atelierForm,
  title: z.string(),
  kind: z.string(),
  pictureUrl: z.string().nullable(),
  quantity: z.number().int(),
  currency: z.string(),
  totalMinor: z.number().int().nullable().describe("Of the offer on the table."),
  budgetMinor: z.number().int().nullable(),
  budgetCurrency: z.string(),
  neededBy: z.iso.date().nullable(),
  expiresAt: z.iso.datetime(),
  activeAt: z.iso.datetime(),
  orderId: z.string().nullable(),
});

/** A quote with all that was said. */
export const quoteForm = quoteSummaryForm.extend({
  actions: z.array(z.string()).describe("What you may do now."),
  country: z.string().nullable(),
  proof: proofForm,
  offers: z.array(offerForm),
  offer: z.number().int().describe("Number of the offer on the table; 0 before the first."),
  messages: z.array(
    z.object({
      id: z.string(),
      by: side,
      text: z.string(),
      files: z.array(
        z.object({
          id: z.string(),
          filename: z.string(),
          mediaType: z.string(),
          url: z.string(),
          bytes: z.number().int(),
        }),
      ),
      createdAt: z.iso.datetime(),
    }),
  ),
  endedReason: z.string().nullable(),
  createdAt: z.iso.datetime(),
});

export const requestedForm = z.object({
  requestId: z.string(),
  proofId: z.string(),
  proofSha256: z.string(),
  quotes: z.array(z.object({ id: z.string(), atelierId: z.string(), atelier: z.string() })),
});
