import type { Party } from "#lib/quotes/machine.ts";
import type { Transition } from "#lib/shared/state-machine.ts";

export const ORDER_STATES = [
  "accepted",
  "confirmed",
  "in_work",
  "shipped",
  "delivered",
  "reviewed",
  "cancelled",
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export type OrderAction = "confirm" | "milestone" | "ship" | "deliver" | "review" | "cancel";

/**
 * Every way an order may go; nothing else changes its status. A customer cancels until work has begun; from then on
 * the atelier alone, and what the two do not agree on is a dispute.
 */
export const ORDER_MACHINE: readonly Transition<OrderState, OrderAction, Party>[] = [
  { action: "confirm", by: "atelier", from: ["accepted"], to: "confirmed" },
  { action: "milestone", by: "atelier", from: ["confirmed", "in_work"], to: "in_work" },
  { action: "ship", by: "atelier", from: ["in_work"], to: "shipped" },
  { action: "deliver", by: "customer", from: ["shipped"], to: "delivered" },
  { action: "deliver", by: "clock", from: ["shipped"], to: "delivered" },
  { action: "review", by: "customer", from: ["delivered"], to: "reviewed" },
  { action: "cancel", by: "customer", from: ["accepted", "confirmed"], to: "cancelled" },
  { action: "cancel", by: "atelier", from: ["accepted", "confirmed", "in_work"], to: "cancelled" },
];

/** The stages of an order that goes well, in order. */
export const ORDER_STAGES: readonly OrderState[] = [
  "accepted",
  "confirmed",
  "in_work",
  "shipped",
  "delivered",
  "reviewed",
];
