import type { ProofView } from "#lib/proofs/proof-view.ts";
import type { OfferLine } from "#lib/quotes/lines.ts";
import type { Party, Side } from "#lib/quotes/machine.ts";
import type { QuoteAtelier } from "#lib/quotes/types.ts";
import type { OrderAction, OrderState } from "./machine.ts";

/** An order as it stands in a list. */
export interface OrderSummary {
  id: string;
  quoteId: string;
  status: OrderState;
  /** The side the reader stands on. */
  side: Side;
  atelier: QuoteAtelier;
  title: string;
  kind: string;
  pictureUrl: string | null;
  quantity: number;
  currency: string;
  totalMinor: number;
  isPaid: boolean;
  /** ISO day. */
  readyOn: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface OrderChangeView {
  action: string;
  by: Party;
  from: OrderState;
  to: OrderState;
  at: Date;
}

export interface MilestoneView {
  id: string;
  stage: string;
  note: string | null;
  photos: { id: string; url: string; width: number; height: number }[];
  createdAt: Date;
}

export interface PaymentView {
  id: string;
  provider: string;
  status: "pending" | "paid" | "failed";
  currency: string;
  amountMinor: number;
  reference: string | null;
  url: string | null;
  createdAt: Date;
  settledAt: Date | null;
}

export interface DisputeView {
  id: string;
  openedBy: Party;
  text: string;
  status: "open" | "resolved";
  resolution: string | null;
  createdAt: Date;
  resolvedAt: Date | null;
}

/** An order with its whole course. */
export interface OrderView extends OrderSummary {
  /** What the reader may do now. */
  actions: OrderAction[];
  lines: OfferLine[];
  /** Of all pieces together, g; null where the design has no measures. */
  estimatedMassG: number | null;
  measuredMassG: number | null;
  /** Where it goes, ISO 3166-1 alpha-2; null where the customer did not say. */
  country: string | null;
  /** ISO day by which the customer asked to have it. */
  neededBy: string | null;
  proof: ProofView;
  changes: OrderChangeView[];
  milestones: MilestoneView[];
  shipment: {
    carrier: string | null;
    tracking: string | null;
    trackingUrl: string | null;
    note: string | null;
    shippedAt: Date;
  } | null;
  review: { rating: number; text: string | null; createdAt: Date } | null;
  payments: PaymentView[];
  disputes: DisputeView[];
  cancelReason: string | null;
}
