import type { Transition } from "#lib/shared/state-machine.ts";

export const QUOTE_STATES = [
  "asked",
  "answered",
  "countered",
  "accepted",
  "declined",
  "expired",
] as const;
export type QuoteState = (typeof QUOTE_STATES)[number];

export type Party = "customer" | "atelier" | "clock";
/** The two who talk. */
export type Side = Exclude<Party, "clock">;

export type QuoteAction = "answer" | "counter" | "accept" | "decline" | "expire";

/** States in which something can still happen. */
export const OPEN_QUOTE_STATES = ["asked", "answered", "countered"] as const;

/** Every way a quote may go; nothing else changes its status. */
export const QUOTE_MACHINE: readonly Transition<QuoteState, QuoteAction, Party>[] = [
  { action: "answer", by: "atelier", from: OPEN_QUOTE_STATES, to: "answered" },
  { action: "counter", by: "customer", from: ["answered"], to: "countered" },
  { action: "accept", by: "customer", from: ["answered"], to: "accepted" },
  { action: "accept", by: "atelier", from: ["countered"], to: "accepted" },
  { action: "decline", by: "customer", from: OPEN_QUOTE_STATES, to: "declined" },
  { action: "decline", by: "atelier", from: OPEN_QUOTE_STATES, to: "declined" },
  { action: "expire", by: "clock", from: OPEN_QUOTE_STATES, to: "expired" },
];
