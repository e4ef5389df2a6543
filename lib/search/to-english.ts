import { findColours, findMaterials } from "#lib/catalog/words.ts";
import { type Token, tokenise } from "#lib/kinds/read/tokens.ts";
import { type Phrases, singulars, Vocabulary } from "#lib/kinds/read/vocabulary.ts";
import { GERMAN } from "./languages/de.ts";
import { FRENCH } from "./languages/fr.ts";
import { VIETNAMESE } from "./languages/vi.ts";
import { SMALL_WORDS } from "./small-words.ts";

/** A language that searches may be in besides English. */
interface Tongue {
  phrases: Vocabulary<string>;
  /** The text with its numbers and ranges as English has them. */
  plain(text: string): string;
}

const THOUSANDS_BY_DOT = /\d{1,3}(?:\.\d{3})+(?!\d)/g;
const THOUSANDS_BY_SPACE = /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)/g;
/** `2 triệu`, `2tr`, `500k`, `500 nghìn`: millions and thousands of đồng. */
const MILLIONS = /(\d+(?:[.,]\d+)?)\s*(?:triệu|trieu|tr)(?!\p{L})/giu;
const THOUSANDS = /(\d+(?:[.,]\d+)?)\s*(?:nghìn|ngàn|nghin|ngan|k)(?!\p{L})/giu;
/** `từ 50 đến 80`, the first with its unit, for the words that begin and part a range. */
const rangeOf = (from: string, to: string) =>
  new RegExp(`(?<!\\p{L})${from}\\s+(\\d\\S*(?:\\s+[^\\s\\d]+)?)\\s+${to}\\s+(?=\\d)`, "giu");

const digitsOnly = (number: string) => number.replace(/\D/g, "");
const times = (factor: number) => (_: string, number: string) =>
  `${Math.round(Number(number.replace(",", ".")) * factor)} vnd`;

/** One of them, with its words for "from", "to" and "between". */
const tongue = (
  phrases: Phrases<string>,
  [from, to, between]: readonly [string, string, string],
  plainNumbers: (text: string) => string,
): Tongue => ({
  phrases: new Vocabulary(phrases),
  plain: (text) => plainNumbers(text).replace(rangeOf(from, to), `${between} $1 - `),
});

const TABLES = [VIETNAMESE, GERMAN, FRENCH] as const;

const TONGUES: readonly Tongue[] = [
  tongue(VIETNAMESE, ["từ", "đến", "trong khoảng"], (text) =>
    text
      .replace(THOUSANDS_BY_DOT, digitsOnly)
      .replace(MILLIONS, times(1_000_000))
      .replace(THOUSANDS, times(1000)),
  ),
  tongue(GERMAN, ["von", "bis", "zwischen"], (text) => text.replace(THOUSANDS_BY_DOT, digitsOnly)),
  tongue(FRENCH, ["de", "à", "entre"], (text) => text.replace(THOUSANDS_BY_SPACE, digitsOnly)),
];

/** English words that the tables translate to: pieces, patterns, lengths. */
const ENGLISH = new Set(TABLES.flat().flatMap(([english]) => english.split(/[ -]/)));

/**
 * The words of a search in English, as products are described: Vietnamese, German and French ones are exchanged for
 * what they mean where more of the text is that language than English. What has no meaning in it stays.
 */
export function toEnglish(text: string): string {
  const inEnglish = englishWords(tokenise(text));
  const [best] = TONGUES.map((one) => exchanged(one, text)).sort((a, b) => b.known - a.known);
  return best && best.known > inEnglish ? best.text : text;
}

/** How many of a text's words English knows. */
function englishWords(tokens: readonly Token[]): number {
  const covered = new Set<number>();
  for (const { index, length } of [...findColours(tokens), ...findMaterials(tokens)]) {
    for (let at = index; at < index + length; at++) covered.add(at);
  }
  for (const [index, { text }] of tokens.entries()) {
    const isKnown = [text, ...singulars(text)].some((form) => ENGLISH.has(form));
    if (isKnown || SMALL_WORDS.has(text)) covered.add(index);
  }
  return covered.size;
}

/** The text with every phrase of a language in English, and how many words that were. */
function exchanged({ phrases, plain }: Tongue, said: string): { text: string; known: number } {
  const text = plain(said);
  const tokens = tokenise(text);
  const words: string[] = [];
  let known = 0;
  for (let index = 0; index < tokens.length; ) {
    const match = phrases.exact(tokens, index);
    if (match) known += match.length;
    words.push(match?.value ?? text.slice(tokens[index]!.start, tokens[index]!.end));
    index += match?.length ?? 1;
  }
  return { text: words.join(" "), known };
}
