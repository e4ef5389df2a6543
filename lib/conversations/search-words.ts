/** Words a search looks for at most. */
const MOST_WORDS = 12;

/**
 * A text for comparing: lower case, without accents and strokes, so that "nhan vang" finds "nhẫn vàng". The database folds in
 * the same way (`fold_text` of the migrations).
 */
export const foldText = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("đ", "d");

/** The words of a search, folded. */
export const searchWords = (query: string): string[] =>
  (foldText(query).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);

/** The words as a `tsquery`: all of them, each as the beginning of a word. */
export const toTsQuery = (words: readonly string[]): string =>
  words.map((word) => `${word}:*`).join(" & ");

/** Characters before and after what was found. */
const AROUND = 60;

/** The piece of a text around the first word that was looked for. */
export function excerptAround(text: string, words: readonly string[]): string {
  const flat = text.replace(/\s+/g, " ").trim();
  // Folding letter by letter keeps the places.
  const folded = [...flat].map((letter) => foldText(letter) || " ");
  const at = Math.max(0, firstPlace(folded, words));
  const letters = [...flat];
  const from = Math.max(0, at - AROUND);
  const to = Math.min(letters.length, at + AROUND * 2);
  const cut = letters.slice(from, to).join("").trim();
  return `${from > 0 ? "…" : ""}${cut}${to < letters.length ? "…" : ""}`;
}

function firstPlace(folded: readonly string[], words: readonly string[]): number {
  const text = folded.map((letter) => letter[0]).join("");
  const places = words.map((word) => text.indexOf(word)).filter((place) => place >= 0);
  return places.length > 0 ? Math.min(...places) : -1;
}
