import { CUT_ASPECT } from "../../shared/stones.ts";
import type { ReadNote } from "../kind.ts";
import type { Change, Measure, Operation, Parts } from "../read/attach.ts";
import { type Field, fieldOf, formatValue, nearestAllowed, roundToStep } from "../read/fields.ts";
import { lengthForCarats } from "./read-carats.ts";
import { type RingSpec, ringSchema } from "./schema.ts";

type NumberField = {
  [Name in keyof RingSpec]: RingSpec[Name] extends number ? Name : never;
}[keyof RingSpec];

type Fields = Partial<Record<Measure, NumberField>>;

const BAND: Fields = {
  any: "bandWidthMm",
  width: "bandWidthMm",
  size: "bandWidthMm",
  thickness: "bandThicknessMm",
  height: "bandThicknessMm",
  depth: "bandThicknessMm",
  taper: "taperPercent",
};
const PAVE: Fields = {
  any: "paveStoneMm",
  size: "paveStoneMm",
  length: "paveArcDeg",
  angle: "paveArcDeg",
};

/** Which number of the spec each measure of each part is. */
const FIELDS: Record<string, Fields> = {
  band: BAND,
  ring: {
    any: "bandWidthMm",
    width: "bandWidthMm",
    thickness: "bandThicknessMm",
    taper: "taperPercent",
  },
  stone: {
    any: "stoneLengthMm",
    size: "stoneLengthMm",
    length: "stoneLengthMm",
    width: "stoneWidthMm",
    height: "headLiftMm",
    carats: "stoneLengthMm",
  },
  halo: { any: "haloStoneMm", size: "haloStoneMm" },
  side: { any: "sideStoneMm", size: "sideStoneMm", width: "sideStoneMm", length: "sideStoneMm" },
  pave: PAVE,
  shoulders: PAVE,
  prongs: {
    any: "prongWidthMm",
    thickness: "prongWidthMm",
    width: "prongWidthMm",
    size: "prongWidthMm",
  },
  bezel: {
    any: "bezelWallMm",
    thickness: "bezelWallMm",
    width: "bezelWallMm",
    size: "bezelWallMm",
  },
  head: { any: "headLiftMm", height: "headLiftMm", size: "headLiftMm" },
};

/** The number a measure means when no part is named. */
const UNNAMED: Fields = {
  width: "bandWidthMm",
  thickness: "bandThicknessMm",
  height: "headLiftMm",
  length: "stoneLengthMm",
  taper: "taperPercent",
  angle: "paveArcDeg",
  carats: "stoneLengthMm",
};

/** Of prongs there are so many; of pavé there is more or less. */
const COUNTED = new Set(["prongs", "pave"]);

/** Which parts of a ring have which measures, for attaching numbers to nouns. */
export const RING_PARTS: Parts = {
  isBody: (part) => part === "band" || part === "ring",
  has: (part, measure) =>
    measure === "count" ? COUNTED.has(part) : FIELDS[part]?.[measure] !== undefined,
};

export interface ReadNumbers {
  patch: Partial<RingSpec>;
  refused: ReadNote[];
  questions: ReadNote[];
}

/** The numbers a change sets, from the spec as it is once the message's choices are made. */
export function readNumber(change: Change, spec: RingSpec): ReadNumbers {
  const { operation, words } = change;
  if (operation.type === "sides") return readSides(change, operation.mm, spec);
  if (change.part === "pave" && isAmount(change)) {
    return moveField("paveArcDeg", operation, spec.paveArcDeg, words);
  }
  if (change.measure === "count") return readCount(change, spec);
  const name = fieldNameOf(change);
  if (!name) return ask(change);
  if (change.measure === "carats") return readCarats(change, spec);
  if (name === "stoneLengthMm" && change.measure !== "length")
    return sizeStone(operation, spec, words);
  return moveField(name, inUnitOf(name, operation), spec[name], words);
}

/** "Less pavé", "half the pavé": how far it goes, not how large its stones are. */
const isAmount = ({ measure, operation }: Change) =>
  (measure === "count" && operation.type === "nudge") ||
  (measure === "size" && operation.type === "scale");

/** A share said of a field in percent becomes its number: "taper 20 %". */
function inUnitOf(name: NumberField, operation: Operation): Operation {
  const isShare = name === "taperPercent" && operation.type === "set" && operation.value <= 1;
  return isShare ? { type: "set", value: operation.value * 100 } : operation;
}

function fieldNameOf({ part, measure }: Change): NumberField | undefined {
  if (part === null) return UNNAMED[measure];
  return FIELDS[part]?.[measure];
}

/** A size without its part is asked about. */
function ask({ part, words }: Change): ReadNumbers {
  const message =
    part === "ring" || part === null
      ? `"${words}": do you mean the band, the stone or the finger size?`
      : `I cannot tell what "${words}" is about. Name the part: band, stone, halo, prongs …`;
  return { ...nothing(), questions: [{ words, message }] };
}

function moveField(
  name: NumberField,
  operation: Operation,
  now: number,
  words: string,
): ReadNumbers {
  const field = fieldOf(ringSchema, name)!;
  if (operation.type === "nudge") return nudge(field, operation.strength, now, words);
  const wanted =
    operation.type === "set"
      ? operation.value
      : operation.type === "scale"
        ? now * operation.factor
        : operation.type === "add"
          ? now + operation.value
          : now;
  const value = operation.type === "set" ? wanted : roundToStep(field, wanted);
  return within(field, value, words);
}

/** A value inside its field's range, or the refusal with rule, limit and nearest. */
function within(field: Field, value: number, words: string): ReadNumbers {
  const { minimum = 0, maximum = Number.POSITIVE_INFINITY, name } = field;
  const isWhole = field.type !== "integer" || Number.isInteger(value);
  if (value >= minimum && value <= maximum && isWhole) {
    return { ...nothing(), patch: { [name]: value } };
  }
  const nearest = nearestAllowed(field, value);
  const range = `${formatValue({}, minimum)} to ${formatValue(field, maximum)}`;
  const message = `${field.label} is ${range}; ${formatValue(field, value)} is outside. The nearest that works is ${formatValue(field, nearest)}.`;
  return { ...nothing(), refused: [{ words, message, field: name, nearest }] };
}

/** Share of the value a plain "wider" moves it by. */
const NUDGE = 0.2;

function nudge(field: Field, strength: number, now: number, words: string): ReadNumbers {
  const { minimum = 0, maximum = now * 10, name } = field;
  const step = field.step ?? 0.1;
  const range = maximum - minimum;
  const isSmall = now - minimum < 0.15 * range && minimum === 0;
  const share = Math.max(now * NUDGE, isSmall ? range * 0.05 : 0) * Math.abs(strength);
  const moved = roundToStep(field, now + Math.sign(strength) * Math.max(step, share));
  const value = Math.min(maximum, Math.max(minimum, moved));
  if (value !== now) return { ...nothing(), patch: { [name]: value } };
  const end = strength > 0 ? "most" : "least";
  const message = `${field.label} is already at its ${end}, ${formatValue(field, now)}.`;
  return { ...nothing(), refused: [{ words, message, field: name, nearest: now }] };
}

/** The whole stone by one number: its length is set or moved, its width keeps the proportion. */
function sizeStone(operation: Operation, spec: RingSpec, words: string): ReadNumbers {
  const length = moveField("stoneLengthMm", operation, spec.stoneLengthMm, words);
  const value = length.patch.stoneLengthMm;
  if (value === undefined) return length;
  const aspect =
    operation.type === "set" ? CUT_ASPECT[spec.cut] : spec.stoneLengthMm / spec.stoneWidthMm;
  const width = fieldOf(ringSchema, "stoneWidthMm")!;
  return merge(length, within(width, nearestAllowed(width, value / aspect), words));
}

/** "7 x 5 mm": a stone's length and width, a band's width and thickness, the longer first. */
function readSides(change: Change, mm: readonly number[], spec: RingSpec): ReadNumbers {
  const { words } = change;
  const [long = 0, short = long] = mm.slice(0, 2).toSorted((a, b) => b - a);
  if (change.part !== null && RING_PARTS.isBody(change.part)) {
    const width = within(fieldOf(ringSchema, "bandWidthMm")!, long, words);
    return merge(width, within(fieldOf(ringSchema, "bandThicknessMm")!, short, words));
  }
  if (change.part !== null && change.part !== "stone") return readOneSide(change, long, short);
  if (long !== short && CUT_ASPECT[spec.cut] === 1) {
    const message = `A ${spec.cut} stone has one size; ${long} × ${short} mm fits an oval, cushion, emerald, pear or marquise. Which cut?`;
    return { ...nothing(), questions: [{ words, message, field: "cut" }] };
  }
  const length = fieldOf(ringSchema, "stoneLengthMm")!;
  const width = fieldOf(ringSchema, "stoneWidthMm")!;
  return merge(within(length, long, words), within(width, short, words));
}

/** Side, halo and pavé stones are round: two different sides of them are asked about. */
function readOneSide(change: Change, long: number, short: number): ReadNumbers {
  const name = fieldNameOf(change);
  if (!name) return ask(change);
  if (long === short) return within(fieldOf(ringSchema, name)!, long, change.words);
  const { label } = fieldOf(ringSchema, name)!;
  const message = `${label}: these stones are round and have one size. Which, ${short} or ${long} mm?`;
  return { ...nothing(), questions: [{ words: change.words, message, field: name }] };
}

/** "1 ct": the length at which a stone of this cut weighs that much. */
function readCarats(change: Change, spec: RingSpec): ReadNumbers {
  const { operation, words } = change;
  if (operation.type !== "set") return nothing();
  const field = fieldOf(ringSchema, "stoneLengthMm")!;
  const length = roundToStep(field, lengthForCarats(spec.cut, spec.stone, operation.value));
  return sizeStone({ type: "set", value: length }, spec, words);
}

const PRONG_COUNTS = [4, 6] as const;

/** "six prongs", "more prongs". A count of anything else is no number of the ring. */
function readCount({ part, operation, words }: Change, spec: RingSpec): ReadNumbers {
  if (part !== "prongs") return nothing();
  const wanted =
    operation.type === "set"
      ? operation.value
      : operation.type === "nudge"
        ? operation.strength > 0
          ? 6
          : 4
        : Number(spec.prongs);
  const nearest = PRONG_COUNTS.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0]!;
  if (nearest === wanted) {
    return { ...nothing(), patch: { prongs: String(nearest) as RingSpec["prongs"] } };
  }
  const message = `A head here has four or six prongs; ${wanted} is not made. The nearest is ${nearest}.`;
  return { ...nothing(), refused: [{ words, message, field: "prongs", nearest: String(nearest) }] };
}

/** The stone's sides when only its cut changes: the usual proportion of the cut, the same face. */
export function reproportion(spec: RingSpec): Partial<RingSpec> {
  const aspect = CUT_ASPECT[spec.cut];
  const face = spec.stoneLengthMm * spec.stoneWidthMm;
  const length = fieldOf(ringSchema, "stoneLengthMm")!;
  const width = fieldOf(ringSchema, "stoneWidthMm")!;
  return {
    stoneLengthMm: nearestAllowed(length, Math.sqrt(face * aspect)),
    stoneWidthMm: nearestAllowed(width, Math.sqrt(face / aspect)),
  };
}

function merge(a: ReadNumbers, b: ReadNumbers): ReadNumbers {
  return {
    patch: { ...a.patch, ...b.patch },
    refused: [...a.refused, ...b.refused],
    questions: [...a.questions, ...b.questions],
  };
}

const nothing = (): ReadNumbers => ({ patch: {}, refused: [], questions: [] });
