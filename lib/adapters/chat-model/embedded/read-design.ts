import { HOUSE_RATES } from "../../../kernel/price/rate-card.ts";
import type { ReadNote } from "../../../kinds/kind.ts";
import { fieldsOf } from "../../../kinds/read/fields.ts";
import { findKind } from "../../../kinds/registry.ts";
import type { KindReading } from "../../../kinds/surest-reading.ts";
import type { Situation } from "./situation.ts";

/** The message read as a change of the design on the table; null when there is none. */
export function readAsEdit(message: string, situation: Situation): KindReading | null {
  const { current, locale, ringSystem } = situation;
  const kind = current && findKind(current.kind);
  if (!current || !kind) return null;
  return { kind, reading: kind.read(message, { current: current.spec, locale, ringSystem }) };
}

/** The patch with what the rules refused put at its nearest, and open questions at the answer they propose. */
export function withNearest({ reading }: KindReading): Record<string, unknown> {
  const settled = [...reading.refused, ...reading.questions].flatMap((note: ReadNote) =>
    note.field !== undefined && note.nearest !== undefined ? [[note.field, note.nearest]] : [],
  );
  return { ...reading.patch, ...Object.fromEntries(settled) };
}

/** What the piece shall weigh or cost, as the solver takes it; a budget in another currency than the house's is none. */
export function targetOf({ mass, budget }: KindReading["reading"]): Record<string, unknown> | null {
  if (mass) {
    return { measure: "mass", value: mass.g, bound: mass.isLimit ? "at-most" : "near" };
  }
  if (budget?.currency !== HOUSE_RATES.currency) return null;
  return { measure: "price", value: budget.amountMinor, bound: "at-most" };
}

export const hasPatch = ({ reading }: KindReading) => Object.keys(reading.patch).length > 0;

/** The reading with what both kinds have and the piece on the table has, where the message says nothing else: metal, stone, finish. */
export function withShared({ kind, reading }: KindReading, { current }: Situation): KindReading {
  const mine = fieldsOf(kind.schema);
  const shared = mine.flatMap(({ name, values, input }) => {
    const value = current?.spec[name];
    const isShared = values ? values.includes(String(value)) : input === "colour";
    return isShared && value !== undefined && MATCHED.has(name) ? [[name, value] as const] : [];
  });
  return {
    kind,
    reading: { ...reading, patch: { ...Object.fromEntries(shared), ...reading.patch } },
  };
}

/** Fields that make pieces a set. */
const MATCHED = new Set(["alloy", "finish", "stone", "cut", "fabric", "colour", "cloth"]);
