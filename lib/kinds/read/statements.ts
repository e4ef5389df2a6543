import type { Slot } from "./lexicon.ts";

/** The words of a kind: its parts, choices from its lists (alloy, stone, cut …) and values read as a whole (a ring size). */
export type Term =
  | { type: "part"; part: string }
  | Choice
  | { type: "value"; name: string; value: unknown }
  /** A word of several lists, until it is known which is meant. */
  | { type: "either"; choices: readonly Choice[] };

/** `part` is what the choice speaks about: a cut is about a stone; null for the whole piece. */
export type Choice = { type: "choice"; list: string; value: string; part: string | null };

/** The part of that name. */
export const partTerm = (part: string): Term => ({ type: "part", part });

/** A value of a list, about a part or the whole piece. */
export function choiceTerm(list: string, value: string, part: string | null = null): Choice {
  return { type: "choice", list, value, part };
}

/** Something read as a whole. */
export const valueTerm = (name: string, value: unknown): Term => ({ type: "value", name, value });

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

/** Every slot of the clauses that holds, without what shall go away. */
export const slotsOf = (clauses: readonly Clause[]): Slot<Term>[] =>
  clauses.flatMap(({ slots }) => slots);

/** Values of a list, or of a value read as a whole, in the order said. */
export function valuesOf(slots: readonly Slot<Term>[], list: string): string[] {
  return slots.flatMap(({ meaning }) => {
    if (meaning.type !== "term") return [];
    const { term } = meaning;
    if (term.type === "choice" && term.list === list) return [term.value];
    return term.type === "value" && term.name === list ? [String(term.value)] : [];
  });
}

function emptyClause(isFeature: boolean): Clause {
  return { slots: [], removed: [], replaced: [], isFeature };
}
