import type { Slot } from "../read/lexicon.ts";
import type { Term } from "../read/statements.ts";

/** How much each sort of word says that a message is about a ring. */
const WEIGHTS: Record<string, number> = {
  ring: 0.35,
  band: 0.3,
  part: 0.2,
  style: 0.5,
  eternity: 0.5,
  shoulders: 0.25,
  stone: 0.25,
  cut: 0.2,
  metal: 0.25,
  size: 0.35,
  choice: 0.15,
  number: 0.1,
};

/**
 * How sure it is that a message is about a ring, 0 to 1: the sum over the sorts of ring words in it, less where most of the
 * rest is foreign, nothing where it names another piece. An edit needs less, since a ring is on the table.
 */
export function readingConfidence(
  slots: readonly Slot<Term>[],
  draft: { patch: object; refused: unknown[] },
  isEdit: boolean,
): number {
  const seen = new Map<string, number>();
  let foreign = 0;
  for (const slot of slots) {
    const sort = sortOf(slot);
    if (sort === "other-piece") return 0;
    if (sort === "foreign") foreign += 1;
    else if (sort) {
      const weight = (WEIGHTS[sort] ?? 0) * (slot.distance > 0 ? 0.6 : 1);
      seen.set(sort, Math.max(seen.get(sort) ?? 0, weight));
    }
  }
  const sum = [...seen.values()].reduce((total, weight) => total + weight, 0);
  const hasRing = seen.has("ring") || seen.has("band") || seen.has("style");
  const clarity = hasRing ? 1 : seen.size / Math.max(1, seen.size + foreign);
  const hasSaid = Object.keys(draft.patch).length + draft.refused.length > 0;
  const bonus = isEdit && hasSaid ? 0.4 : 0;
  return Math.min(1, sum * clarity + bonus);
}

function sortOf({ meaning }: Slot<Term>): string | null {
  if (meaning.type === "word") return meaning.isOrdinary ? null : "foreign";
  if (meaning.type === "quantity") return meaning.quantity.type === "money" ? null : "number";
  if (meaning.type === "comparison") return "number";
  if (meaning.type !== "term") return null;
  const { term } = meaning;
  if (term.type === "part")
    return term.part === "ring" || term.part === "band" ? term.part : "part";
  if (term.type === "value") {
    if (term.name === "otherPiece") return "other-piece";
    if (term.name === "karat") return "metal";
    return term.name === "size" ? "size" : null;
  }
  if (term.list === "alloy" || term.list === "goldColour") return "metal";
  return WEIGHTS[term.list] === undefined ? "choice" : term.list;
}
