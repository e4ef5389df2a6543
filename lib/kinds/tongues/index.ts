import { english } from "../read/languages/en.ts";
import { ENGLISH_ORDINARY } from "../read/languages/en-ordinary.ts";
import { Dictionary, linesOf } from "./dictionary.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { intoGrammar } from "./into-grammar.ts";
import type { Tongue } from "./tongue.ts";
import { vietnamese } from "./vietnamese.ts";

const TONGUES: readonly Tongue[] = [german, french, vietnamese];

const dictionaries = new Map<Tongue, Dictionary>();

/** Built when the language is first spoken. */
function dictionaryOf(tongue: Tongue): Dictionary {
  const known = dictionaries.get(tongue) ?? new Dictionary(tongue);
  dictionaries.set(tongue, known);
  return known;
}

/** What the grammar knows, as the dictionaries lead to it. */
const GRAMMAR_WORDS = TONGUES.flatMap(({ dictionary }) => dictionary.flatMap(linesOf)).flatMap(
  ([words]) => words.toLowerCase().match(/[a-z]{2,}/g) ?? [],
);
/** A lettering's name, and in French a word of every second sentence. */
const TELLS_NOTHING = "sans";

/** English words that tell the language; names of materials are alike in many. */
const ENGLISH_WORDS = new Set([
  ...ENGLISH_ORDINARY,
  ...GRAMMAR_WORDS.filter((word) => word !== TELLS_NOTHING),
  ...[...english.marks, ...english.comparisons, ...english.adjectives, ...english.dimensions]
    .flatMap(([, ...phrases]) => phrases)
    .flatMap((phrase) => phrase.split(" ")),
  ...["gold", "ring", "silver", "stone", "band", "necklace", "earrings", "dress", "sapphire"],
  ...["ruby", "diamond", "white", "rose", "platinum", "thank", "thanks", "hello", "undo"],
  // "Can", "be" and "in" are words of Vietnamese too, once accents are left out.
  ...["can", "it", "be", "is", "printed", "print", "cast", "made", "resin", "version", "compare"],
]);

/**
 * The language a message is written in, as the id of a locale: the one that knows most of its words. Null where none
 * stands out ("18k", "EU 52"): then it is whatever was spoken before.
 */
export function languageOfMessage(message: string): string | null {
  const text = message.normalize("NFC");
  const words = text.toLowerCase().match(/[\p{L}\p{M}]{2,}/gu) ?? [];
  const scores = [
    { id: "en", score: words.filter((word) => ENGLISH_WORDS.has(word)).length },
    ...TONGUES.map((tongue) => {
      const dictionary = dictionaryOf(tongue);
      const known = words.filter((word) => dictionary.knows(word)).length;
      const own = words.filter((word) => tongue.letters?.test(word)).length;
      const isGuess = tongue.needsLetters && own === 0;
      return { id: tongue.id, score: isGuess ? known / 2 : known + own };
    }),
  ].toSorted((a, b) => b.score - a.score);
  const [first, second] = scores;
  return first && second && first.score > second.score ? first.id : null;
}

/** A message of a language in the words of the grammar, which are English. */
export function toGrammarWords(message: string, locale: string): string {
  const tongue = TONGUES.find(({ id }) => id === locale.split("-")[0]);
  return tongue ? intoGrammar(message, tongue, dictionaryOf(tongue)) : message;
}

export { withoutMarks } from "./into-grammar.ts";
