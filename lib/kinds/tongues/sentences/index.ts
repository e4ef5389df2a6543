import { phrasebook } from "../../../shared/phrasebook.ts";
import { labelIn } from "../labels/index.ts";
import { CONCEPT_SENTENCES } from "./concepts.ts";
import { FIGURINE_SENTENCES } from "./figurines.ts";
import { FINDING_SENTENCES } from "./findings.ts";
import { JOB_SENTENCES } from "./jobs.ts";
import { NOTE_SENTENCES } from "./notes.ts";

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** A label in the language, also one that stands small in its sentence; "0 to 4 mm" as a range that needs no word. */
function said(words: string, locale: string): string {
  const known = labelIn(locale, words);
  const label = known === words ? labelIn(locale, capital(words)) : known;
  return (label === capital(words) ? words : label).replace(/(\d) to (\d)/g, "$1–$2");
}

const book = phrasebook(
  [NOTE_SENTENCES, FINDING_SENTENCES, CONCEPT_SENTENCES, FIGURINE_SENTENCES, JOB_SENTENCES],
  said,
);

/** A note of the grammar, a finding of a rule, or what work says of itself, in a language. One that is not in the book stays as it is. */
export const sentenceIn = (locale: string, english: string): string => book.in(locale, english);
