import type { Prisma } from "#generated/prisma/client.ts";
import { proofSelect } from "#lib/proofs/row.ts";
import type { OfferLine } from "./lines.ts";

/** What is read of a quote for its page. */
export const quoteSelect = {
  id: true,
  status: true,
  version: true,
  offerNumber: true,
  expiresAt: true,
  endedReason: true,
  createdAt: true,
  activeAt: true,
  workspaceId: true,
  atelierId: true,
  currency: true,
  atelier: { select: { id: true, name: true, place: true, country: true, ownerId: true } },
  request: {
    select: {
      id: true,
      quantity: true,
      currency: true,
      budgetMinor: true,
      neededBy: true,
      country: true,
      createdById: true,
      proof: { select: proofSelect },
    },
  },
  offers: {
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      by: true,
      currency: true,
      totalMinor: true,
      lines: true,
      readyOn: true,
      validUntil: true,
      workHours: true,
      note: true,
      createdAt: true,
    },
  },
  messages: {
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      by: true,
      text: true,
      createdAt: true,
      files: {
        orderBy: { id: "asc" },
        select: { id: true, filename: true, mediaType: true, blobKey: true, bytes: true },
      },
    },
  },
  order: { select: { id: true, status: true } },
} satisfies Prisma.QuoteSelect;

export type QuoteRow = Prisma.QuoteGetPayload<{ select: typeof quoteSelect }>;

/** What a change of a quote is decided on. */
export const standingSelect = {
  id: true,
  status: true,
  version: true,
  offerNumber: true,
  expiresAt: true,
  workspaceId: true,
  atelierId: true,
  currency: true,
  atelier: { select: { name: true, ownerId: true, status: true } },
  request: {
    select: {
      createdById: true,
      quantity: true,
      proof: {
        select: {
          id: true,
          title: true,
          kind: true,
          designId: true,
          revisionNumber: true,
          note: true,
          piece: true,
        },
      },
    },
  },
} satisfies Prisma.QuoteSelect;

export type QuoteStanding = Prisma.QuoteGetPayload<{ select: typeof standingSelect }>;

/** The lines of an offer or an order, as our own verbs wrote them. */
export const linesOf = (row: { lines: Prisma.JsonValue }) => row.lines as unknown as OfferLine[];
