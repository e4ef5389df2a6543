import type { Dictionary } from "./dictionary.ts";
import type { Rewrite, Tongue } from "./tongue.ts";

/** Texts in quotes, which are nobody's words. */
const QUOTED =
  /"[^"\n]{1,120}"|[“„«][^”“»\n]{1,120}[”“»]|(?<![\p{L}\p{N}])['‘][^'’\n]{1,120}['’](?![\p{L}\p{N}])/gu;
const PIECE = /\d+(?:[.,]\d+)?|[\p{L}\p{M}]+|\s+|[^\p{L}\p{M}\s]/gu;
const WORD = /^[\p{L}\p{M}]+$/u;

/**
 * Marks a word that is in no dictionary: a letter that begins no word of the grammar, so that the word is never taken for
 * a misspelt one there. Taken away where it is shown (`withoutMarks`).
 */
const FOREIGN = "\u02bc";

/** The text as a person may read it. */
export const withoutMarks = (text: string) => text.replaceAll(FOREIGN, "");

/** A message of the tongue in the words of the grammar; quoted and announced texts stay as they are. */
export function intoGrammar(message: string, tongue: Tongue, dictionary: Dictionary): string {
  const text = quoteAnnounced(message.normalize("NFC"), tongue);
  let at = 0;
  let out = "";
  for (const { 0: quoted, index } of text.matchAll(QUOTED)) {
    out += `${translated(text.slice(at, index), tongue, dictionary)} ${quoted} `;
    at = index + quoted.length;
  }
  return (out + translated(text.slice(at), tongue, dictionary)).replace(/\s+/g, " ").trim();
}

function quoteAnnounced(message: string, tongue: Tongue): string {
  return tongue.announced.reduce(
    (said, pattern) =>
      said.replace(pattern, (written, ...groups) => {
        const { text } = groups.at(-1) as { text: string };
        return `${written.slice(0, written.length - text.length)}"${text}"`;
      }),
    message,
  );
}

function translated(text: string, tongue: Tongue, dictionary: Dictionary): string {
  const pieces = rewrite(` ${text} `, tongue.rewrites).match(PIECE) ?? [];
  const words = pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "" && piece !== "-");
  const out: string[] = [];
  for (let at = 0; at < words.length; ) {
    const found = dictionary.at(phraseFrom(words, at), 0);
    out.push(found ? found.words : asIs(words[at]!));
    at += found?.length ?? 1;
  }
  const joined = out.filter((word) => word !== "").join(" ");
  return rewrite(joined, tongue.reorders ?? []).replace(/ ([,.;:!?])/g, "$1");
}

const rewrite = (text: string, rewrites: readonly Rewrite[]) =>
  rewrites.reduce((now, [found, instead]) => now.replace(found, instead as string), text);

/** The words from a place on, up to the next sign or number. */
function phraseFrom(words: readonly string[], at: number): string[] {
  const rest = words.slice(at, at + MOST_WORDS);
  const end = rest.findIndex((word) => !WORD.test(word));
  return end < 0 ? rest : rest.slice(0, end);
}

const MOST_WORDS = 7;

/** Signs, numbers and names as they are; marked what is no name. */
function asIs(word: string): string {
  if (!WORD.test(word) || word.length < 4 || /^\p{Lu}/u.test(word)) return word;
  return FOREIGN + word;
}
