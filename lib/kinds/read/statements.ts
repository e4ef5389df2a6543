import type { Slot } from "./lexicon.ts";

/** The words of a kind: its parts, choices from its lists (alloy, stone, cut …) and values read as a whole (a ring size). */
export type Term =
  | { type: "part"; part: string }
  | { type: "choice"; list: string; value: string }
  | { type: "value"; name: string; value: unknown };

/** A run of slots that belongs together: no comma, "and" or "with" inside. */
export interface Clause {
  slots: Slot<Term>[];
  /** What follows a "without" inside it. */
  removed: Slot<Term>[];
  /** What follows an "instead of": how it was before. */
  replaced: Slot<Term>[];
}

/** The message's clauses in order; ordinary words, which carry no meaning here, are left out. */
export function toClauses(slots: readonly Slot<Term>[]): Clause[] {
  const clauses: Clause[] = [];
  let clause = emptyClause();
  let into: keyof Clause = "slots";
  for (const slot of slots) {
    const { meaning } = slot;
    if (meaning.type === "mark" && meaning.mark === "break") {
      clauses.push(clause);
      clause = emptyClause();
      into = "slots";
    } else if (meaning.type === "mark" && meaning.mark === "without") into = "removed";
    else if (meaning.type === "mark" && meaning.mark === "instead") into = "replaced";
    else if (meaning.type !== "word" || !meaning.isOrdinary) clause[into].push(slot);
  }
  clauses.push(clause);
  return clauses.filter((one) => one.slots.length + one.removed.length + one.replaced.length > 0);
}

function emptyClause(): Clause {
  return { slots: [], removed: [], replaced: [] };
}
