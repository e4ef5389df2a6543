import { partOf } from "./beside.ts";
import type { Compiled } from "./compile-table.ts";
import type { Slot } from "./lexicon.ts";
import { PIECE } from "./reader-table.ts";
import type { Choice, Clause, Term } from "./statements.ts";

/** "A sapphire halo ring" has the sapphire in the middle. */
const HALO = "halo";
const STONE_LISTS = new Set(["stone", "cut"]);

/**
 * The clauses with every stone, cut, colour and word of several lists given to the part it is about: "diamond halo" and
 * "pavé of rubies" are about the halo and the pavé, "white collar" about the collar, the others about the stone in the
 * middle or the whole piece.
 */
export function attachChoices(
  compiled: Compiled,
  clauses: readonly Clause[],
  message: string,
): Clause[] {
  return clauses.map((clause, index) => ({
    ...clause,
    slots: clause.slots.map((slot, at) => {
      if (listOf(slot) === "colour") return attachColour(compiled, clause.slots, at, message);
      if (isStoneChoice(slot)) return attachStone(compiled, { clauses, index, at, message });
      return isEither(slot) ? settleEither(clause.slots, at, slot) : slot;
    }),
  }));
}

interface Place {
  clauses: readonly Clause[];
  index: number;
  at: number;
  message: string;
}

function attachStone(compiled: Compiled, place: Place): Slot<Term> {
  const { slots } = place.clauses[place.index]!;
  const slot = slots[place.at]!;
  const own = partOf(slot);
  const part =
    partAfter(compiled, slots, place.at) ??
    partBefore(compiled, slots, place.at, place.message) ??
    partOfClauseBefore(compiled, place) ??
    (own === null || compiled.parts.get(own)?.gem ? own : compiled.mainGem);
  return part === null ? slot : withPart(slot, compiled.parts.get(part)?.countsAs ?? part);
}

/** "Diamond halo", "4 mm ruby side stones"; in "a sapphire halo ring" the halo is the style of the ring. */
function partAfter(compiled: Compiled, slots: readonly Slot<Term>[], at: number): string | null {
  let place = at + 1;
  while (isBetween(slots[place])) place += 1;
  const part = setPart(compiled, slots[place]);
  return part === HALO && partOf(slots[place + 1]) === PIECE ? null : part;
}

/** "Pavé diamonds", "halo of 1.3 mm rubies"; a single stone after the part is the one in the middle ("a halo sapphire ring"). */
function partBefore(
  compiled: Compiled,
  slots: readonly Slot<Term>[],
  at: number,
  message: string,
): string | null {
  let place = at - 1;
  while (isBetween(slots[place])) place -= 1;
  const before = slots[place];
  const part = setPart(compiled, before);
  if (!before || part === null) return null;
  const between = message.slice(before.end, slots[at]!.start);
  return isPlural(slots[at]) || /\b(of|in|from)\b/i.test(between) ? part : null;
}

/** "Pavé shoulders with rubies": the stones come in a clause of their own. */
function partOfClauseBefore(compiled: Compiled, { clauses, index, at }: Place): string | null {
  const clause = clauses[index]!;
  const isOwn = clause.isFeature && clause.slots.slice(0, at).every(isBetween);
  if (!isOwn || !isPlural(clause.slots[at])) return null;
  return setPart(compiled, clauses[index - 1]?.slots.at(-1));
}

/** A part that carries stones of its own beside the one in the middle. */
function setPart({ parts, mainGem }: Compiled, slot: Slot<Term> | undefined): string | null {
  const part = partOf(slot);
  return part !== null && part !== mainGem && parts.get(part)?.gem ? part : null;
}

/** "White collar", "collar in white"; otherwise the whole piece, as in "white dots on navy". */
function attachColour(
  compiled: Compiled,
  slots: readonly Slot<Term>[],
  at: number,
  message: string,
): Slot<Term> {
  const after = slots.slice(at + 1).find((slot) => partOf(slot) !== null);
  const last = slots.slice(0, at).findLast((slot) => partOf(slot) !== null);
  const isGround = last && /\bon\b/i.test(message.slice(last.end, slots[at]!.start));
  const before = isGround ? undefined : last;
  for (const part of [after, before].map(partOf)) {
    if (part === PIECE) return slots[at]!;
    if (part !== null && compiled.parts.get(part)?.colour) return withPart(slots[at]!, part);
  }
  return slots[at]!;
}

/** A word of several lists is of the one whose part stands nearest. */
function settleEither(
  slots: readonly Slot<Term>[],
  at: number,
  slot: Slot<Term> & { meaning: { type: "term"; term: { type: "either" } } },
): Slot<Term> {
  const { choices } = slot.meaning.term as { choices: readonly Choice[] };
  const near = slots
    .map((other, place) => ({ part: partOf(other), distance: Math.abs(place - at) }))
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ part }) => choices.find((choice) => part !== null && choice.part === part))
    .find((choice) => choice !== undefined);
  return near ? { ...slot, meaning: { type: "term", term: near } } : slot;
}

function isEither(
  slot: Slot<Term>,
): slot is Slot<Term> & { meaning: { type: "term"; term: { type: "either" } } } {
  return slot.meaning.type === "term" && slot.meaning.term.type === "either";
}

function listOf(slot: Slot<Term> | undefined): string | null {
  const meaning = slot?.meaning;
  return meaning?.type === "term" && meaning.term.type === "choice" ? meaning.term.list : null;
}

const isStoneChoice = (slot: Slot<Term> | undefined) => STONE_LISTS.has(listOf(slot) ?? "");

const isBetween = (slot: Slot<Term> | undefined): boolean =>
  isStoneChoice(slot) ||
  slot?.meaning.type === "quantity" ||
  (slot?.meaning.type === "mark" && slot.meaning.mark === "to");

const isPlural = (slot: Slot<Term> | undefined) => /s$/i.test(slot?.words ?? "");

function withPart(slot: Slot<Term>, part: string): Slot<Term> {
  if (slot.meaning.type !== "term" || slot.meaning.term.type !== "choice") return slot;
  return { ...slot, meaning: { type: "term", term: { ...slot.meaning.term, part } } };
}
