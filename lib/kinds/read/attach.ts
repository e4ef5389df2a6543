import {
  comparisonBeside,
  degreeBefore,
  dimensionBeside,
  dimensionOf,
  isNumber,
  markAt,
  partOf,
  wordsAround,
} from "./beside.ts";
import type { Dimension } from "./language.ts";
import type { Slot } from "./lexicon.ts";
import type { Quantity } from "./quantities.ts";
import type { Clause, Term } from "./statements.ts";

/** What a number or a comparison does to the field it is about. */
export type Operation =
  | { type: "set"; value: number }
  | { type: "sides"; mm: readonly number[] }
  | { type: "scale"; factor: number }
  | { type: "add"; value: number }
  /** A comparison without a number, −2 to 2: −1 is "thinner", 0.5 is "a bit wider". */
  | { type: "nudge"; strength: number };

/** What is measured by a change. */
export type Measure = Dimension | "count" | "carats" | "angle" | "share" | "any";

/** One thing a message says about one part. */
export interface Change {
  part: string | null;
  measure: Measure;
  operation: Operation;
  words: string;
  /** Its number was said without a unit. */
  isBare: boolean;
}

/** What the attaching needs to know of a kind. */
export interface Parts {
  /** Whether the kind has a number for this measure of this part. */
  has(part: string, measure: Measure): boolean;
  /** Whether a measure without a part is a number of the kind. */
  hasUnnamed(measure: Measure): boolean;
  /** The body of the piece: what a measure without a part means rather than a part that was only named. */
  isBody(part: string): boolean;
}

/** Every measured or compared thing of the clauses with the part it is about, by nearness and noun. */
export function attachChanges(clauses: readonly Clause[], parts: Parts): Change[] {
  return clauses.flatMap((clause, index) =>
    changesOfClause(clause, parts, (measure) => partNearby(clauses, index, measure, parts)),
  );
}

function changesOfClause(
  { slots, isFeature }: Clause,
  parts: Parts,
  nearby: (measure: Measure) => string | null,
): Change[] {
  const used = new Set<number>();
  const changes: Change[] = [];
  const add = (at: number, { measures: said, operation }: Found) => {
    const measures = said.flatMap((measure) => meant(measure, parts));
    const found = measures.map((measure) => ({
      measure,
      part: nearestPart(slots, at, measure, parts),
    }));
    const here = found.find(({ part }) => part !== null);
    const isRound = said.includes("across") && parts.hasUnnamed("across");
    const last = isRound ? "across" : (measures.at(-1) ?? "any");
    const besides = operation.type === "nudge" ? subjectBeside(slots, at, parts) : null;
    const { measure, part } = here ?? { measure: last, part: besides ?? nearby(last) };
    changes.push({
      part,
      measure,
      operation,
      words: wordsAround(slots, at),
      isBare: isBare(slots[at]),
    });
  };
  for (const [at, slot] of slots.entries()) {
    if (slot.meaning.type !== "quantity") continue;
    const found = readQuantity(slots, at, slot.meaning.quantity, used);
    if (found) add(at, isFeature && markAt(slots, at + 1) === "to" ? asAddition(found) : found);
  }
  for (const at of slots.keys()) {
    const found = used.has(at) ? null : readComparison(slots, at, used);
    if (found) add(at, found);
  }
  return changes;
}

/**
 * What is compared by name and has no such measure, "longer sleeves", "shorter hair": nothing else is meant then, and
 * the person is asked.
 */
function subjectBeside(slots: readonly Slot<Term>[], at: number, parts: Parts): string | null {
  const after = slots[at + 1];
  const named = partOf(after) ?? partOf(slots[at - 1]);
  if (named !== null) return parts.isBody(named) ? null : named;
  return after?.meaning.type === "word" && !after.meaning.isOrdinary ? after.words : null;
}

/** "3 cm across" is a diameter where the part has one, else its width; what has a length and no height gets "shorter" in it. */
function meant(measure: Measure, parts: Parts): readonly Measure[] {
  if (measure === "across") return ["across", "width"];
  const isLong = !parts.hasUnnamed("height") && parts.hasUnnamed("length");
  return measure === "height" && isLong ? ["height", "length"] : [measure];
}

function isBare(slot: Slot<Term> | undefined): boolean {
  return slot?.meaning.type === "quantity" && slot.meaning.quantity.type === "number";
}

/** "Add 0.5 mm to the band". */
function asAddition({ measures, operation }: Found): Found {
  return {
    measures,
    operation: operation.type === "set" ? { ...operation, type: "add" } : operation,
  };
}

const MOST_COUNTED = 100;
const isYear = (value: number) => Number.isInteger(value) && value >= 1900 && value < 2100;

interface Found {
  /** Tried in this order: the first that a part of the clause has. */
  measures: readonly Measure[];
  operation: Operation;
}

function readQuantity(
  slots: readonly Slot<Term>[],
  at: number,
  quantity: Quantity,
  used: Set<number>,
): Found | null {
  const before = markAt(slots, at - 1);
  if (before === "from" || before === "at-most") return null;
  const compared = comparisonBeside(slots, at);
  const dimensionAt = dimensionBeside(slots, at);
  const dimension = dimensionAt === null ? null : dimensionOf(slots, dimensionAt);
  const isDifference = compared !== null && before !== "to";
  if (compared !== null && (isDifference || quantity.type !== "percent")) used.add(compared.at);
  if (dimensionAt !== null) used.add(dimensionAt);
  const measured = compared?.comparison.dimension ?? dimension;
  const sign = compared?.comparison.direction ?? 1;
  const number = (value: number): Operation =>
    isDifference ? { type: "add", value: sign * value } : { type: "set", value };
  switch (quantity.type) {
    case "percent":
      return percentOf(quantity.fraction, { compared, measured, sign, used });
    case "length":
      return { measures: [measured ?? "any"], operation: number(quantity.mm) };
    case "sides":
      return { measures: ["size"], operation: { type: "sides", mm: quantity.mm } };
    case "carats":
      return { measures: ["carats"], operation: { type: "set", value: quantity.ct } };
    case "angle":
      return { measures: ["angle"], operation: { type: "set", value: quantity.deg } };
    case "number": {
      // "band 2.4" is a length; "a round one" and "3 pictures" are none.
      const follows = partOf(slots[at - 1]) ?? (before === "to" ? partOf(slots[at - 2]) : null);
      const isLength = follows !== null && !quantity.isWord;
      const open: Measure[] = isLength ? ["count", "any"] : ["count"];
      const measures = measured ? [measured] : open;
      // A year, a telephone number: nothing is counted in hundreds.
      const isLarge = isYear(quantity.value) || (!isLength && quantity.value >= MOST_COUNTED);
      if (!measured && isLarge) return null;
      return { measures, operation: number(quantity.value) };
    }
    default:
      return null;
  }
}

/** "20 % thinner"; without a comparison the percentage is the value itself. */
function percentOf(
  fraction: number,
  beside: {
    compared: { at: number } | null;
    measured: Dimension | null;
    sign: 1 | -1;
    used: Set<number>;
  },
): Found | null {
  const { compared, measured, sign } = beside;
  if (compared) {
    beside.used.add(compared.at);
    const factor = 1 + sign * fraction;
    return { measures: [measured ?? "size"], operation: { type: "scale", factor } };
  }
  const measures: Measure[] = measured === "taper" ? ["taper"] : ["share"];
  return { measures, operation: { type: "set", value: 100 * fraction } };
}

/** "thinner", "a bit wider", "half the width", and the bare adjective of "a wide band". */
function readComparison(slots: readonly Slot<Term>[], at: number, used: Set<number>): Found | null {
  const { meaning } = slots[at]!;
  if (meaning.type === "factor") return readFactor(slots, at, meaning.factor, used);
  const degree = degreeBefore(slots, at);
  if (meaning.type === "comparison") {
    const { dimension, direction, isAmount } = meaning.comparison;
    const beside = dimension === null ? dimensionBeside(slots, at) : null;
    if (beside !== null) used.add(beside);
    const measured = dimension ?? (beside === null ? null : dimensionOf(slots, beside));
    const open: Measure[] = isAmount ? ["count"] : ["size"];
    return {
      measures: measured ? [measured] : open,
      operation: { type: "nudge", strength: direction * degree },
    };
  }
  if (meaning.type === "dimension" && meaning.isAdjective) {
    return { measures: [meaning.dimension], operation: { type: "nudge", strength: degree } };
  }
  return null;
}

function readFactor(
  slots: readonly Slot<Term>[],
  at: number,
  factor: number,
  used: Set<number>,
): Found {
  const beside = dimensionBeside(slots, at) ?? comparisonBeside(slots, at)?.at ?? null;
  if (beside !== null) used.add(beside);
  const measure = beside === null ? null : dimensionOf(slots, beside);
  return { measures: [measure ?? "size"], operation: { type: "scale", factor } };
}

/** The nearest part in the clause that has the measure. At equal distance the side on which the clause names parts first wins. */
function nearestPart(
  slots: readonly Slot<Term>[],
  at: number,
  measure: Measure,
  parts: Parts,
): string | null {
  const has = (part: string | null) => part !== null && parts.has(part, measure);
  // "2 mm diamonds": what is told of the stones stands before them.
  const stone = isStone(slots[at + 1]) ? partOf(slots[at + 1]) : null;
  if (has(stone)) return stone;
  const named = slots.flatMap((slot, place) => {
    const part = partOf(slot);
    return part !== null && has(part) ? [{ part, place }] : [];
  });
  const startsWithPart = (named[0]?.place ?? Number.POSITIVE_INFINITY) < firstNumber(slots);
  const distance = (place: number) =>
    Math.abs(place - at) + (place < at === startsWithPart ? 0 : 0.5);
  named.sort((a, b) => distance(a.place) - distance(b.place));
  return named[0]?.part ?? null;
}

const isStone = (slot: Slot<Term> | undefined): boolean =>
  slot?.meaning.type === "term" &&
  slot.meaning.term.type === "choice" &&
  slot.meaning.term.list === "stone";

function firstNumber(slots: readonly Slot<Term>[]): number {
  const place = slots.findIndex(isNumber);
  return place < 0 ? Number.POSITIVE_INFINITY : place;
}

/** Measures every part of a piece has, so that a part is not meant just because it was named. */
const COMMON: ReadonlySet<Measure> = new Set(["width", "thickness", "height", "depth"]);

/**
 * A part with the measure from the clauses before, nearest first, then from those after. For a common measure it is one
 * that was being sized before ("make the stone longer, and wider"), or the body of the piece: "an oval sapphire, 3 mm
 * wide" is about the band.
 */
function partNearby(
  clauses: readonly Clause[],
  index: number,
  measure: Measure,
  parts: Parts,
): string | null {
  const order = [...clauses.slice(0, index).reverse(), ...clauses.slice(index + 1)];
  for (const [place, { slots }] of order.entries()) {
    // "Narrower, and the stone bigger" sizes two things.
    const isBefore = place < index;
    const isMeant = !COMMON.has(measure) || (isBefore && slots.some(isSizing));
    for (const slot of slots.toReversed()) {
      const part = partOf(slot);
      if (part === null || !parts.has(part, measure)) continue;
      if (isMeant || parts.isBody(part)) return part;
    }
  }
  return null;
}

/** A word or number that sizes one measure of a part; both sides at once leave nothing open. */
function isSizing({ meaning }: Slot<Term>): boolean {
  if (meaning.type === "quantity") return meaning.quantity.type !== "sides";
  return meaning.type === "comparison" || meaning.type === "dimension" || meaning.type === "factor";
}
