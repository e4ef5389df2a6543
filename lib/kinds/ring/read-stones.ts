import { partOf } from "../read/attach.ts";
import type { Slot } from "../read/lexicon.ts";
import type { Clause, Term } from "../read/statements.ts";

/** Parts that carry stones of their own beside the one in the middle. */
const SET_PARTS = new Set(["halo", "side", "pave", "shoulders"]);
const STONE_LISTS = new Set(["stone", "cut"]);

/**
 * The clauses with every stone and cut given to the part it is about: "diamond halo" and "pavé of rubies" are about the
 * halo and the pavé, the others about the stone in the middle.
 */
export function resolveStones(clauses: readonly Clause[], message: string): Clause[] {
  return clauses.map((clause, index) => ({
    ...clause,
    slots: clause.slots.map((slot, at) => {
      if (!isStoneChoice(slot)) return slot;
      const part =
        partAfter(clause.slots, at) ??
        partBefore(clause.slots, at, message) ??
        partOfClauseBefore(clauses, index, at);
      return part === null ? slot : withPart(slot, part === "shoulders" ? "pave" : part);
    }),
  }));
}

function isStoneChoice(slot: Slot<Term> | undefined): boolean {
  const meaning = slot?.meaning;
  return (
    meaning?.type === "term" && meaning.term.type === "choice" && STONE_LISTS.has(meaning.term.list)
  );
}

/** "diamond halo", "4 mm ruby side stones"; in "a sapphire halo ring" the halo is the style of the ring. */
function partAfter(slots: readonly Slot<Term>[], at: number): string | null {
  let place = at + 1;
  while (isBetween(slots[place])) place += 1;
  const part = setPart(slots[place]);
  return part === "halo" && partOf(slots[place + 1]) === "ring" ? null : part;
}

/** "pavé diamonds", "halo of 1.3 mm rubies"; a single stone after the part is the one in the middle ("a halo sapphire ring"). */
function partBefore(slots: readonly Slot<Term>[], at: number, message: string): string | null {
  let place = at - 1;
  while (isBetween(slots[place])) place -= 1;
  const before = slots[place];
  const part = setPart(before);
  if (!before || part === null) return null;
  const between = message.slice(before.end, slots[at]!.start);
  return isPlural(slots[at]) || /\b(of|in|from)\b/i.test(between) ? part : null;
}

/** "pavé shoulders with rubies": the stones come in a clause of their own. */
function partOfClauseBefore(clauses: readonly Clause[], index: number, at: number): string | null {
  const clause = clauses[index]!;
  const isOwn = clause.isFeature && clause.slots.slice(0, at).every(isBetween);
  if (!isOwn || !isPlural(clause.slots[at])) return null;
  return setPart(clauses[index - 1]?.slots.at(-1));
}

const setPart = (slot: Slot<Term> | undefined) => {
  const part = partOf(slot);
  return part !== null && SET_PARTS.has(part) ? part : null;
};

const isBetween = (slot: Slot<Term> | undefined): boolean =>
  isStoneChoice(slot) ||
  slot?.meaning.type === "quantity" ||
  (slot?.meaning.type === "mark" && slot.meaning.mark === "to");

const isPlural = (slot: Slot<Term> | undefined) => /s$/i.test(slot?.words ?? "");

function withPart(slot: Slot<Term>, part: string): Slot<Term> {
  if (slot.meaning.type !== "term" || slot.meaning.term.type !== "choice") return slot;
  return { ...slot, meaning: { type: "term", term: { ...slot.meaning.term, part } } };
}
