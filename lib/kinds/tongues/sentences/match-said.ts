import { localNumbers } from "../../../shared/local-numbers.ts";
import { phrasebook } from "../../../shared/phrasebook.ts";
import { COUNTRIES, countryName } from "../../../shared/places/countries.ts";
import { labelIn } from "../labels/index.ts";
import { MATCH_SENTENCES } from "./matching.ts";

const DAY = /\b\d{4}-\d{2}-\d{2}\b/g;
const GROUPED = /^\d{1,3}(,\d{3})+$/;

/** A label, a country, a day, a sum or a number in the language. */
function said(words: string, locale: string): string {
  if (GROUPED.test(words)) {
    return new Intl.NumberFormat(locale).format(Number(words.replaceAll(",", "")));
  }
  const [place, country] = words.split(", ");
  const code = COUNTRIES.find((one) => countryName(one) === (country ?? place));
  if (code) return [country && place, countryName(code, locale)].filter(Boolean).join(", ");
  return inNumbers(locale, labelIn(locale, words));
}

function inNumbers(locale: string, text: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  return localNumbers(text, locale).replace(DAY, (day) => format.format(new Date(day)));
}

const book = phrasebook([MATCH_SENTENCES], said);

/** Clauses of one sentence, as the term of capability puts them together. */
const CLAUSES = /, (?=fills \d|shows \d)/;

/**
 * What a match says (a term's reason, a broken limit, a note, why a piece is complex) in a language; English with its
 * days and sums as they are written there. What is not in the book stays as it is.
 */
export function matchSaid(locale: string, english: string): string {
  if (!/^(Can |Fills |Shows \d)/.test(english)) return inBook(locale, english);
  const [first = "", ...more] = english.replace(/\.$/, "").split(CLAUSES);
  const clauses = [`${first.charAt(0).toLowerCase()}${first.slice(1)}`, ...more];
  const text = clauses.map((clause) => inBook(locale, clause)).join(", ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function inBook(locale: string, english: string): string {
  const other = book.in(locale, english);
  return other === english ? inNumbers(locale, english) : other;
}
