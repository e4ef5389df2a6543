import type { Prisma } from "#generated/prisma/client.ts";
import { proofSelect } from "#lib/proofs/row.ts";

/** What a change of an order is decided on. */
export const standingSelect = {
  id: true,
  status: true,
  version: true,
  workspaceId: true,
  atelierId: true,
  quantity: true,
  currency: true,
  totalMinor: true,
  readyOn: true,
  quoteId: true,
  atelier: { select: { name: true, ownerId: true } },
  proof: { select: { title: true, piece: true } },
  quote: { select: { request: { select: { createdById: true } } } },
} satisfies Prisma.OrderSelect;

export type OrderStanding = Prisma.OrderGetPayload<{ select: typeof standingSelect }>;

/** What is read of an order for its page. */
export const orderSelect = {
  id: true,
  quoteId: true,
  status: true,
  version: true,
  quantity: true,
  currency: true,
  totalMinor: true,
  lines: true,
  readyOn: true,
  estimatedMassG: true,
  measuredMassG: true,
  cancelReason: true,
  createdAt: true,
  updatedAt: true,
  atelier: { select: { id: true, name: true, place: true, country: true, ownerId: true } },
  proof: { select: proofSelect },
  quote: { select: { request: { select: { country: true, neededBy: true } } } },
  changes: {
    orderBy: { version: "asc" },
    select: { version: true, action: true, by: true, from: true, to: true, at: true },
  },
  milestones: {
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      stage: true,
      note: true,
      createdAt: true,
      photos: {
        orderBy: { id: "asc" },
        select: { id: true, blobKey: true, width: true, height: true },
      },
    },
  },
  shipment: {
    select: { carrier: true, tracking: true, trackingUrl: true, note: true, shippedAt: true },
  },
  review: { select: { rating: true, text: true, createdAt: true } },
  payments: {
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      provider: true,
      status: true,
      currency: true,
      amountMinor: true,
      reference: true,
      url: true,
      createdAt: true,
      settledAt: true,
    },
  },
  disputes: {
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      openedBy: true,
      text: true,
      status: true,
      resolution: true,
      createdAt: true,
      resolvedAt: true,
    },
  },
} satisfies Prisma.OrderSelect;

export type OrderRow = Prisma.OrderGetPayload<{ select: typeof orderSelect }>;
