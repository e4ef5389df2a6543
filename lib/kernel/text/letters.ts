import { invalidInput } from "../../shared/errors.ts";
import type { OutlineFont } from "./font.ts";

/** Signs a keyboard gives for one that fonts have. */
const ALIKE: Readonly<Record<string, string>> = {
  "\u00a0": " ",
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "–",
  "\u2015": "—",
  "\u2212": "-",
  "\u02bc": "’",
  "\u2032": "’",
  "\u2033": "”",
};

const hasGlyph = (font: OutlineFont, character: string) => Object.hasOwn(font.glyphs, character);

/** Characters of a text that a font has no letter for, each once, in their order. */
export function missingLetters(text: string, font: OutlineFont): string[] {
  const characters = new Set(text.normalize("NFC"));
  return [...characters].filter((character) => !hasGlyph(font, character));
}

/** A character as the font can write it: itself, a sign alike, the letter without its mark, or nothing. */
function nearestLetter(character: string, font: OutlineFont): string {
  const [base = ""] = character.normalize("NFKD");
  const candidates = [character, ALIKE[character] ?? "", base];
  return candidates.find((candidate) => hasGlyph(font, candidate)) ?? "";
}

/** The text with every character the font lacks replaced by the nearest it has, or left out. */
export function nearestText(text: string, font: OutlineFont): string {
  const letters = [...text.normalize("NFC")].map((character) => nearestLetter(character, font));
  return letters.join("").replace(/\s+/g, " ").trim();
}

/** A text as a field of a spec gives it. */
export interface GivenText {
  text: string;
  /** The field's name and label, for the answer. */
  field: string;
  label: string;
  /** What to write where nothing of the text can be written. */
  standard: string;
}

/**
 * The text composed (NFC), every character of which the font has. Throws `invalid_input` with the nearest text
 * that works where it lacks one or nothing is left to write.
 */
export function requireLetters(
  { text, field, label, standard }: GivenText,
  font: OutlineFont,
): string {
  const missing = missingLetters(text, font);
  const nearest = nearestText(text, font) || standard;
  if (missing.length === 0 && text.trim() !== "") return text.normalize("NFC").trim();
  const signs = missing.map((character) => `“${character}”`).join(", ");
  const problem =
    missing.length === 0
      ? `${label} is empty.`
      : `The ${font.label.toLowerCase()} lettering has no ${signs}.`;
  const message = `${problem} The nearest that works is “${nearest}”.`;
  throw invalidInput(message, {
    details: { field, value: text, missing, unit: null, nearest },
    fieldErrors: { [field]: message },
  });
}
