import type { ModelMessage } from "ai";
import { toUsd } from "#lib/shared/usd.ts";

/** What a turn may spend at a provider without asking, millionths of a USD; null: whatever it costs. */
export type Budget = number | null;

/** A paid call that waits for the person's word, as the tool's result: a page makes a button of it. */
export interface AwaitingApproval {
  needsApproval: true;
  /** Millionths of a USD. */
  costMicroUsd: number;
  note: string;
}

export const awaitingApproval = (costMicroUsd: number): AwaitingApproval => ({
  needsApproval: true,
  costMicroUsd,
  note:
    `This costs about $${toUsd(costMicroUsd)} and the person wants to be asked first. Nothing was done. ` +
    "Say what it would do and what it costs; they agree with the button on the page.",
});

/** What the calls of earlier steps of the turn have cost, by their results. */
export function spentIn(messages: readonly ModelMessage[]): number {
  return messages
    .flatMap(({ role, content }) => (role === "tool" && Array.isArray(content) ? content : []))
    .flatMap((part) =>
      part.type === "tool-result" && part.output.type === "json" ? [part.output.value] : [],
    )
    .reduce<number>((sum, value) => sum + paidOf(value), 0);
}

/** What a result says was paid for it. */
function paidOf(value: unknown): number {
  const { paidMicroUsd } = (value ?? {}) as { paidMicroUsd?: unknown };
  return typeof paidMicroUsd === "number" ? paidMicroUsd : 0;
}
