import type { Kind } from "../../../../kinds/kind.ts";
import { type Field, fieldsOf, formatValue } from "../../../../kinds/read/fields.ts";
import { fieldsIn, labelIn } from "../../../../kinds/tongues/labels/index.ts";
import { isEnglish } from "./texts/index.ts";

type Spec = Record<string, unknown>;
/** Choices that a sentence about a piece names. */
const MOST_CHOICES = 6;

/** The piece as a sentence: English has one of its own for each kind, other languages name it and what was chosen. */
export function describePiece(
  kind: Kind,
  spec: Spec,
  words: string | null,
  locale: string,
): string {
  if (isEnglish(locale)) return words ?? kind.words(spec);
  const chosen = fieldsIn(locale, fieldsOf(kind.schema))
    .filter((field) => field.type === "choice" && matters(field, spec))
    .map((field) => formatValue(field, spec[field.name]))
    .slice(0, MOST_CHOICES);
  return `${labelIn(locale, kind.title)}: ${chosen.join(", ")}`;
}

function matters({ when = {} }: Field, spec: Spec): boolean {
  return Object.entries(when).every(([name, values]) =>
    values.includes(spec[name] as string | boolean),
  );
}

/** What one could say next about a piece, in the words of the language. */
export function wishesFor(
  kind: Kind,
  spec: Spec,
  locale: string,
  own: readonly string[],
): readonly string[] {
  return isEnglish(locale) ? (kind.suggest?.(spec) ?? []) : own;
}
