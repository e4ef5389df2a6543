import { invalidInput } from "#lib/shared/errors.ts";
import { MAX_TITLE_LENGTH } from "./types.ts";

/** The title without outer blanks. Throws `invalid_input` when it is empty or too long. */
export function parseTitle(title: string): string {
  const text = title.trim().replace(/\s+/g, " ");
  if (text.length > 0 && text.length <= MAX_TITLE_LENGTH) return text;
  const message =
    text.length === 0 ? "Give it a name." : `A name has at most ${MAX_TITLE_LENGTH} characters.`;
  throw invalidInput(message, {
    details: { field: "title", maximum: MAX_TITLE_LENGTH },
    fieldErrors: { title: message },
  });
}

/** A title made of a first message: its first words, cut at a word's end. */
export function titleFromMessage(message: string): string {
  const text = message.trim().replace(/\s+/g, " ");
  if (text.length <= 60) return text;
  const cut = text.slice(0, 60);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 30))}…`;
}
