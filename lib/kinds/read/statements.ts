import type { Slot } from "./lexicon.ts";

/** The words of a kind: its parts, choices from its lists (alloy, stone, cut …) and values read as a whole (a ring size). */
export type Term =
  | { type: "part"; part: string }
  /** `part` is what the choice speaks about: a cut is about a stone; null for the whole piece. */
  | { type: "choice"; list: string; value: string; part: string | null }
  | { type: "value"; name: string; value: unknown };

/** A run of slots that belongs together: no comma, "and" or "with" inside. */
export interface Clause {
  slots: Slot<Term>[];
  /** What follows a "without" inside it. */
  removed: Slot<Term>[];
  /** What follows an "instead of": how it was before. */
  replaced: Slot<Term>[];
  /** It was introduced by a "with" or an "add": it names something the piece shall have. */
  isFeature: boolean;
}

/** The message's clauses in order; ordinary words, which carry no meaning here, are left out. */
export function toClauses(slots: readonly Slot<Term>[]): Clause[] {
  const clauses: Clause[] = [];
  let clause = emptyClause(false);
  let into: "slots" | "removed" | "replaced" = "slots";
  for (const slot of slots) {
    const { meaning } = slot;
    const mark = meaning.type === "mark" ? meaning.mark : null;
    if (mark === "break" || mark === "with") {
      clauses.push(clause);
      clause = emptyClause(mark === "with");
      into = "slots";
    } else if (mark === "without") into = "removed";
    else if (mark === "instead") into = "replaced";
    else if (meaning.type !== "word" || !meaning.isOrdinary) clause[into].push(slot);
  }
  clauses.push(clause);
  return clauses.filter((one) => one.slots.length + one.removed.length + one.replaced.length > 0);
}

function emptyClause(isFeature: boolean): Clause {
  return { slots: [], removed: [], replaced: [], isFeature };
}
