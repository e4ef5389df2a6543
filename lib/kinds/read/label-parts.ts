import type { Measure } from "./attach.ts";
import type { Field } from "./fields.ts";
import type { Language } from "./language.ts";
import { fold } from "./tokens.ts";

/** Name of the part that is one number, called by its label: "hoop diameter". */
export const labelPart = (field: string) => `@${field}`;

/** Words of labels beside which a measure is already said. */
const MEASURES: Partial<Record<string, Measure>> = {
  width: "width",
  thickness: "thickness",
  height: "height",
  length: "length",
  depth: "depth",
  gap: "gap",
};

/** What can be said of a number beside its label: a bare value, bigger and smaller, its own dimension. */
export function measuresOfLabel(field: Field): Partial<Record<Measure, string>> {
  const own = wordsOf(field.label).flatMap((word) => MEASURES[word] ?? []);
  const unit: Measure[] =
    field.unit === "percent" ? ["share"] : field.unit === "deg" ? ["angle"] : [];
  const count: Measure[] = field.unit === "count" ? ["count"] : [];
  return Object.fromEntries(
    (["any", "size", ...own, ...unit, ...count] as const).map((measure) => [measure, field.name]),
  );
}

/** Words of a label as phrases are compared. */
export const wordsOf = (label: string): string[] =>
  fold(label.replace(/\(.*?\)/g, ""))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** A label as phrases people say: as it is, and in the singular. */
export function phrasesOfLabel(label: string): string[] {
  const phrase = wordsOf(label).join(" ");
  const singular = phrase.replace(/([^s])s$/, "$1");
  return [...new Set([phrase, singular])].filter((text) => text !== "");
}

/** Whether a phrase is one word that means something else already: "long", "height", "none". */
export function isTaken(phrase: string, language: Language): boolean {
  if (phrase.includes(" ")) return false;
  let words = taken.get(language);
  if (!words) {
    words = takenWords(language);
    taken.set(language, words);
  }
  return words.has(phrase) || NOTHING.has(phrase);
}

const taken = new WeakMap<Language, ReadonlySet<string>>();

function takenWords(language: Language): ReadonlySet<string> {
  const { dimensions, adjectives, comparisons, degrees, factors, marks, numbers } = language;
  const tables = [dimensions, adjectives, comparisons, degrees, factors, marks, numbers];
  return new Set([
    ...language.ordinary,
    ...tables.flatMap((table) => table.flatMap(([, ...words]) => words)),
  ]);
}

/** Values that say that there is nothing; "without" sets them. */
export const NOTHING: ReadonlySet<string> = new Set([
  ...["none", "no", "off", "without", "nothing", "default", "standard", "regular", "yes"],
]);
