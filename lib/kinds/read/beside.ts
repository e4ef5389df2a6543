import type { Comparison, Dimension } from "./language.ts";
import type { Slot } from "./lexicon.ts";
import type { Term } from "./statements.ts";

/** The part a slot names, itself or by its choice. */
export function partOf(slot: Slot<Term> | undefined): string | null {
  if (slot?.meaning.type !== "term") return null;
  const { term } = slot.meaning;
  return term.type === "part" || term.type === "choice" ? term.part : null;
}

/** The mark at a place ("to", "from", "at most"), or null. */
export function markAt(slots: readonly Slot<Term>[], at: number): string | null {
  const meaning = slots[at]?.meaning;
  return meaning?.type === "mark" ? meaning.mark : null;
}

/** How strong the word before makes a comparison: "a bit", "much"; 1 without one. */
export function degreeBefore(slots: readonly Slot<Term>[], at: number): number {
  const meaning = slots[at - 1]?.meaning;
  return meaning?.type === "degree" ? meaning.degree : 1;
}

/** The comparison a quantity belongs to: right after it ("20 % thinner"), or before a "by" ("wider by 0.2 mm"). */
export function comparisonBeside(
  slots: readonly Slot<Term>[],
  at: number,
): { at: number; comparison: Comparison } | null {
  const places = [at + 1, at - 1, at - 2, at + 2];
  for (const place of places) {
    const meaning = slots[place]?.meaning;
    if (meaning?.type === "comparison") return { at: place, comparison: meaning.comparison };
  }
  return null;
}

/** The place of the dimension a number or comparison is of, or null. */
export function dimensionBeside(slots: readonly Slot<Term>[], at: number): number | null {
  const isBeside = (place: number) => slots[place]?.meaning.type === "dimension";
  const isMark = (place: number) => slots[place]?.meaning.type === "mark";
  if (isBeside(at + 1)) return at + 1;
  if (isBeside(at - 1)) return at - 1;
  if (isMark(at - 1) && isBeside(at - 2)) return at - 2;
  // "the width of the band to 2 mm": the part stands between.
  const before = slots.slice(0, at).findLastIndex((slot) => isNoun(slot));
  return before >= 0 && !slots.slice(before + 1, at).some(isNumber) ? before : null;
}

const isNoun = (slot: Slot<Term>) => slot.meaning.type === "dimension" && !slot.meaning.isAdjective;
/** Whether a slot is a number or a quantity. */
export const isNumber = (slot: Slot<Term>) => slot.meaning.type === "quantity";

/** The dimension a word says, itself or in a comparison. */
export function dimensionOf(slots: readonly Slot<Term>[], at: number): Dimension | null {
  const meaning = slots[at]?.meaning;
  if (meaning?.type === "dimension") return meaning.dimension;
  return meaning?.type === "comparison" ? meaning.comparison.dimension : null;
}

/** A word with its neighbours, to show what was read. */
export function wordsAround(slots: readonly Slot<Term>[], at: number): string {
  return slots
    .slice(Math.max(0, at - 1), at + 2)
    .map((slot) => slot.words)
    .join(" ");
}
