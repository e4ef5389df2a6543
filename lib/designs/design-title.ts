import { invalidInput } from "#lib/shared/errors.ts";

/** Longest title of a design, characters. */
export const MAX_DESIGN_TITLE = 120;

/** The title without outer blanks. Throws `invalid_input` when it is empty or too long. */
export function parseDesignTitle(title: string): string {
  const text = title.trim().replace(/\s+/g, " ");
  if (text.length > 0 && text.length <= MAX_DESIGN_TITLE) return text;
  const message =
    text.length === 0 ? "Give it a name." : `A name has at most ${MAX_DESIGN_TITLE} characters.`;
  throw invalidInput(message, {
    details: { field: "title", maximum: MAX_DESIGN_TITLE },
    fieldErrors: { title: message },
  });
}

/** A title from a piece's sentence: what comes before its first comma or setting, without what stands in brackets, cut at a word's end. */
export function titleFromWords(words: string): string {
  const head =
    words
      .replace(/\s*\([^)]*\)/g, "")
      .split(/,| in /)[0]
      ?.trim() ?? words;
  const capital = head.charAt(0).toUpperCase() + head.slice(1);
  if (capital.length <= 80) return capital;
  const cut = capital.slice(0, 80);
  return cut.slice(0, Math.max(cut.lastIndexOf(" "), 30));
}
