import { phrasebook } from "../../../shared/phrasebook.ts";
import { labelIn } from "../labels/index.ts";
import { CONCEPT_SENTENCES } from "./concepts.ts";
import { FINDING_SENTENCES } from "./findings.ts";
import { NOTE_SENTENCES } from "./notes.ts";

/** A label in the language; "0 to 4 mm" as a range that needs no word. */
const said = (words: string, locale: string) =>
  labelIn(locale, words).replace(/(\d) to (\d)/g, "$1–$2");

const book = phrasebook([NOTE_SENTENCES, FINDING_SENTENCES, CONCEPT_SENTENCES], said);

/** A note of the grammar or a finding of a rule in a language. One that is not in the book stays as it is. */
export const sentenceIn = (locale: string, english: string): string => book.in(locale, english);
