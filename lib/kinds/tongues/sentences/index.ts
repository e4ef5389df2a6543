import { labelIn } from "../labels/index.ts";
import { CONCEPT_SENTENCES } from "./concepts.ts";
import { FINDING_SENTENCES } from "./findings.ts";
import { NOTE_SENTENCES } from "./notes.ts";

const COLUMNS: readonly (string | undefined)[] = ["de", "fr", "vi"];

interface Sentence {
  pattern: RegExp;
  /** In the order of the columns; `{1}` is what the pattern's first group holds. */
  others: readonly string[];
}

let sentences: readonly Sentence[] | null = null;

/**
 * A note of the grammar or a finding of a rule in a language. They are made in English beside their numbers, deep in the
 * kernel; here their sentences are known by pattern. One that is not known stays as it is.
 */
export function sentenceIn(locale: string, english: string): string {
  const column = COLUMNS.indexOf(locale.split("-")[0]);
  if (column < 0) return english;
  sentences ??= [NOTE_SENTENCES, FINDING_SENTENCES, CONCEPT_SENTENCES].flatMap(sentencesOf);
  for (const { pattern, others } of sentences) {
    const found = pattern.exec(english);
    const other = others[column];
    if (found && other) {
      return other.replace(/\{(\d)\}/g, (_, place) => said(found[Number(place)] ?? "", locale));
    }
  }
  return english;
}

/** A label in the language; "0 to 4 mm" as a range that needs no word. */
const said = (words: string, locale: string) =>
  labelIn(locale, words).replace(/(\d) to (\d)/g, "$1–$2");

function sentencesOf(text: string): Sentence[] {
  return text
    .split("\n")
    .filter((line) => line.includes(" = "))
    .map((line) => {
      const at = line.indexOf(" = ");
      const parts = line
        .slice(0, at)
        .split(/\{\d\}/)
        .map(escaped);
      return {
        pattern: new RegExp(`^${parts.join("(.+?)")}$`, "s"),
        others: line.slice(at + 3).split(" | "),
      };
    });
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
