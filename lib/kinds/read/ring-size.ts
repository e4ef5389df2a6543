import {
  RING_SYSTEMS,
  type RingSystem,
  toInnerDiameterMm,
  toRingLabel,
} from "../../shared/ring-size.ts";
import type { ReadNote } from "../kind.ts";
import { type Field, nearestAllowed } from "./fields.ts";
import type { TermReader } from "./lexicon.ts";
import type { Taken } from "./reader-table.ts";
import type { Term } from "./statements.ts";
import type { Token } from "./tokens.ts";

/** How a message names a ring's size. */
export type SizeWords =
  | { by: "label"; system: RingSystem; label: string }
  /** No system was named. */
  | { by: "bare"; label: string }
  | { by: "diameter"; mm: number }
  | { by: "circumference"; mm: number }
  /** US sizes up (or down). */
  | { by: "steps"; steps: number };

/** How each system is called; the first word is its label. */
export const SYSTEM_WORDS: Record<RingSystem, readonly string[]> = {
  us: ["us", "usa", "american", "ca", "canadian"],
  eu: ["eu", "european", "iso", "french", "german", "fr"],
  uk: ["uk", "british", "english", "au", "australian"],
  jp: ["jp", "japan", "japanese", "jis"],
  hk: ["hk", "hongkong"],
  it: ["it", "italian", "swiss", "spanish", "es", "ch"],
  ru: ["ru", "russian"],
  mm: [],
};

const SYSTEM_BY_WORD = new Map(
  RING_SYSTEMS.flatMap((system) => SYSTEM_WORDS[system].map((word) => [word, system] as const)),
);
/** Words after which "us" is people, not a country, and "it" is a thing. */
const VERBS = new Set([
  "show",
  "give",
  "tell",
  "send",
  "draw",
  "make",
  "let",
  "get",
  "for",
  "want",
  "is",
  "with",
]);
const SIZE_WORDS = new Set(["size", "sized", "sz", "ringsize"]);
const INSIDE = new Set(["inside", "inner", "internal", "finger"]);
const AROUND = new Set(["circumference", "around"]);
const UP = new Set(["up", "bigger", "larger", "more"]);
const DOWN = new Set(["down", "smaller", "less"]);
const COUNTS: Record<string, number> = { a: 1, one: 1, half: 0.5, two: 2, quarter: 0.25 };

/** Reads a ring size in any system: "US 7", "size 54", "UK N½", "17.3 mm inside", "half a size up". */
export const readSizeWords: TermReader<Term> = (tokens, index) => {
  const found =
    readSteps(tokens, index) ??
    readSystemFirst(tokens, index) ??
    readSizeFirst(tokens, index) ??
    readLabelFirst(tokens, index) ??
    readInside(tokens, index);
  return (
    found && { term: { type: "value", name: "size", value: found.size }, length: found.length }
  );
};

interface FoundSize {
  size: SizeWords;
  length: number;
}

/** "US 7", "US size 7", "EU 54", "UK N½". */
function readSystemFirst(tokens: readonly Token[], index: number): FoundSize | null {
  const system = systemAt(tokens, index);
  if (!system) return null;
  let at = index + 1;
  if (SIZE_WORDS.has(tokens[at]?.text ?? "")) at += 1;
  const label = labelAt(tokens, at, system);
  return (
    label && { size: { by: "label", system, label: label.text }, length: at + label.length - index }
  );
}

/** "size 7", "size US 7", "size 7 US", "size N". */
function readSizeFirst(tokens: readonly Token[], index: number): FoundSize | null {
  if (!SIZE_WORDS.has(tokens[index]?.text ?? "")) return null;
  let at = index + 1;
  while (["of", "is", "to", ":", "in"].includes(tokens[at]?.text ?? "")) at += 1;
  const named = readSystemFirst(tokens, at);
  if (named) return { ...named, length: at + named.length - index };
  const label = labelAt(tokens, at, null);
  if (!label) return null;
  const after = systemAt(tokens, at + label.length);
  const size: SizeWords = after
    ? { by: "label", system: after, label: label.text }
    : { by: "bare", label: label.text };
  return { size, length: at + label.length + (after ? 1 : 0) - index };
}

/** "7 US", "54 EU": the system after the number. */
function readLabelFirst(tokens: readonly Token[], index: number): FoundSize | null {
  if (tokens[index]?.type !== "number") return null;
  const system = systemAt(tokens, index + 1);
  // "7 it …" is far more often a number and a pronoun.
  if (!system || tokens[index + 1]?.text === "it") return null;
  const label = labelAt(tokens, index, system);
  return label && { size: { by: "label", system, label: label.text }, length: label.length + 1 };
}

/** "17.3 mm inside", "inner diameter 17.3 mm", "54 mm circumference". */
function readInside(tokens: readonly Token[], index: number): FoundSize | null {
  const words: string[] = [];
  let mm: number | null = null;
  let at = index;
  for (; at < tokens.length && at < index + 7; at += 1) {
    const token = tokens[at]!;
    if (token.type === "number" && mm === null) mm = token.value;
    else if (INSIDE_PHRASE.has(token.text)) words.push(token.text);
    else break;
  }
  if (mm === null) return null;
  const by = words.some((word) => AROUND.has(word))
    ? "circumference"
    : words.some((word) => INSIDE.has(word))
      ? "diameter"
      : null;
  return by && { size: { by, mm }, length: at - index };
}

const INSIDE_PHRASE = new Set([
  ...INSIDE,
  ...AROUND,
  "diameter",
  "mm",
  "of",
  "is",
  "the",
  "measured",
]);

/** "a size up", "half a size smaller", "up two sizes". */
function readSteps(tokens: readonly Token[], index: number): FoundSize | null {
  let at = index;
  const before = directionAt(tokens, at);
  if (before !== 0) at += 1;
  const first = tokens[at];
  const count = first?.type === "number" ? first.value : COUNTS[first?.text ?? ""];
  if (count === undefined) return null;
  at += 1;
  if (["a", "of"].includes(tokens[at]?.text ?? "")) at += 1;
  if (!["size", "sizes"].includes(tokens[at]?.text ?? "")) return null;
  const after = before === 0 ? directionAt(tokens, at + 1) : 0;
  const sign = before + after;
  if (sign === 0) return null;
  const end = after === 0 ? at + 1 : at + 2;
  return { size: { by: "steps", steps: sign * count }, length: end - index };
}

function directionAt(tokens: readonly Token[], index: number): -1 | 0 | 1 {
  const word = tokens[index]?.text ?? "";
  return UP.has(word) ? 1 : DOWN.has(word) ? -1 : 0;
}

function systemAt(tokens: readonly Token[], index: number): RingSystem | null {
  const token = tokens[index];
  const system = SYSTEM_BY_WORD.get(token?.text ?? "");
  if (token?.type !== "word" || !system) return null;
  const isPronoun = token.text === "us" || token.text === "it";
  return isPronoun && VERBS.has(tokens[index - 1]?.text ?? "") ? null : system;
}

/** A number, or a British letter with or without a half. */
function labelAt(
  tokens: readonly Token[],
  index: number,
  system: RingSystem | null,
): { text: string; length: number } | null {
  const token = tokens[index];
  if (!token) return null;
  if (token.type === "number") {
    return system === "uk" ? null : { text: String(token.value), length: 1 };
  }
  const isLetter = /^[a-z]$/.test(token.text) && (system === "uk" || system === null);
  if (!isLetter || (system === null && ["a", "i"].includes(token.text))) return null;
  const above = token.text === "z" ? stepsAboveZ(tokens, index + 1) : null;
  const length = above === null ? 1 : 3;
  const half = tokens[index + length];
  const hasHalf = (half?.type === "number" && half.value === 0.5) || half?.text === "half";
  const letter = `${token.text.toUpperCase()}${above === null ? "" : `+${above}`}`;
  return { text: `${letter}${hasHalf ? "½" : ""}`, length: length + (hasHalf ? 1 : 0) };
}

/** The 3 of "Z+3", the 1.5 of "Z+1½". */
function stepsAboveZ(tokens: readonly Token[], index: number): number | null {
  const steps = tokens[index + 1];
  const isSum = tokens[index]?.text === "+" && steps?.type === "number";
  return isSum && Number.isInteger(steps.value * 2) ? steps.value : null;
}

type Spec = Record<string, unknown>;

/** The inner diameter a size means, or why it cannot be one. `current` is the diameter now, mm; `preferred` the person's system. */
export function takeRingSize(
  size: SizeWords,
  words: string,
  current: number,
  field: Field,
  preferred: RingSystem | null = null,
): Taken<Spec> {
  if (size.by === "bare") return resolveBare(size.label, words, field, preferred);
  const mm = diameterOf(size, current);
  if (mm === null) return { questions: [unknownLabel(size, words, field.name)] };
  return within(mm, words, field, size.by === "label" ? size.system : "mm");
}

function diameterOf(size: Exclude<SizeWords, { by: "bare" }>, current: number): number | null {
  switch (size.by) {
    case "label":
      return toInnerDiameterMm(size.system, size.label);
    case "diameter":
      return size.mm;
    case "circumference":
      return size.mm / Math.PI;
    case "steps": {
      const now = Number(toRingLabel("us", current));
      return toInnerDiameterMm("us", now + size.steps);
    }
  }
}

/** A size without its system, told apart by its range: letters UK, to 13 US, 41 to 76 EU, with decimals 14 to 26 millimetres. */
function resolveBare(
  label: string,
  words: string,
  field: Field,
  preferred: RingSystem | null,
): Taken<Spec> {
  const system = fits(preferred, label, field) ? preferred : bareSystem(label);
  if (!system) {
    const message = `Size ${label} exists in several systems. Is it US, EU, UK, JP or HK?`;
    return { questions: [{ words, message, field: field.name }] };
  }
  const mm = toInnerDiameterMm(system, label);
  if (mm === null) {
    return { questions: [{ words, message: `Which size is ${label}?`, field: field.name }] };
  }
  const read = within(mm, words, field, system);
  if (!read.patch) return read;
  const message = `Size ${label} read as ${nameOf(system)} ${label}, ${mm.toFixed(1)} mm inside.`;
  return { ...read, notes: [{ words, message, field: field.name }] };
}

/** Whether the label is one of the system, and of a finger. */
function fits(system: RingSystem | null, label: string, field: Field): boolean {
  const mm = system && toInnerDiameterMm(system, label);
  const { minimum = 0, maximum = Number.POSITIVE_INFINITY } = field;
  return mm !== null && mm >= minimum && mm <= maximum;
}

function bareSystem(label: string): RingSystem | null {
  if (/^[A-Z]/.test(label)) return "uk";
  const size = Number(label);
  if (size >= 40 && size <= 80) return "eu";
  if (size <= 13) return "us";
  return Number.isInteger(size) ? null : "mm";
}

function within(mm: number, words: string, field: Field, system: RingSystem): Taken<Spec> {
  const { minimum = 0, maximum = Number.POSITIVE_INFINITY } = field;
  if (mm >= minimum && mm <= maximum) {
    return { patch: { [field.name]: Math.round(mm * 100) / 100 } };
  }
  const nearest = nearestAllowed(field, mm);
  const label = system === "mm" ? null : toRingLabel(system, nearest);
  const named = label ? `${nameOf(system)} ${label} (${nearest} mm)` : `${nearest} mm`;
  const message = `A ring here is ${minimum} to ${maximum} mm inside; ${words} would be ${mm.toFixed(1)} mm. The nearest that works is ${named}.`;
  return { refused: [{ words, message, field: field.name, nearest }] };
}

function unknownLabel(
  size: Exclude<SizeWords, { by: "bare" }>,
  words: string,
  field: string,
): ReadNote {
  const system = size.by === "label" ? nameOf(size.system) : "that system";
  const message = `I know no size "${words}" in ${system}. What is the inner diameter in mm, or the US size?`;
  return { words, message, field };
}

const nameOf = (system: RingSystem) => (system === "mm" ? "inner diameter" : system.toUpperCase());
