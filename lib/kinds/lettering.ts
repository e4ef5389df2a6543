import type { Point2 } from "../kernel/solid/kernel.ts";
import { fittingHeightMm, leastHeightMm } from "../kernel/text/engraving.ts";
import { type FontId, getFont } from "../kernel/text/fonts.ts";
import { requireLetters } from "../kernel/text/letters.ts";
import { invalidInput } from "../shared/errors.ts";

/** A text to be cut in or raised from a face, by the names of its fields. */
export interface Lettering {
  text: string;
  font: FontId;
  heightMm: number;
  fields: { text: string; font: string; height: string };
  label: string;
  /** Greatest letter height of the schema, mm. */
  mostMm: number;
}

/** Where letters may be: outlines star-shaped about (0, middleMm). */
export interface LetterRoom {
  within: readonly (readonly Point2[])[];
  middleMm: number;
  /** What it is, to end a sentence: "on this disc". */
  where: string;
}

function refuse(field: string, value: unknown, nearest: string | number, reason: string): never {
  const shown = typeof nearest === "number" ? `${nearest} mm` : nearest ? `“${nearest}”` : "none";
  const message = `${reason} The nearest that works is ${shown}.`;
  throw invalidInput(message, {
    details: { field, value, unit: typeof nearest === "number" ? "mm" : null, nearest },
    fieldErrors: { [field]: message },
  });
}

const down = (heightMm: number) => Math.floor(heightMm * 10 + 1e-6) / 10;
const up = (heightMm: number) => Math.ceil(heightMm * 10 - 1e-6) / 10;

/** The longest beginning of a text that fits at a letter height; empty where not even one letter does. */
function longestFit(text: string, fits: (text: string) => boolean): string {
  const characters = [...text];
  for (let count = characters.length - 1; count > 0; count--) {
    const shorter = characters.slice(0, count).join("").trim();
    if (shorter !== "" && fits(shorter)) return shorter;
  }
  return "";
}

/**
 * The text composed, if its letters exist, are large enough to cast and fit their room. Throws `invalid_input` with the
 * field and the nearest that works: a letter height, or a shorter text where no height does.
 */
export function requireLettering(lettering: Lettering, { within, middleMm, where }: LetterRoom) {
  const { fields, heightMm, label, mostMm } = lettering;
  const font = getFont(lettering.font);
  const text = requireLetters(
    { text: lettering.text, field: fields.text, label, standard: "A" },
    font,
  );
  const least = up(leastHeightMm(font));
  const roomFor = (some: string) => down(fittingHeightMm(some, font, within, middleMm, mostMm));
  const most = roomFor(text);
  if (most < least) {
    const shorter = longestFit(text, (some) => roomFor(some) >= least);
    refuse(
      fields.text,
      text,
      shorter,
      `“${text}” in ${font.label.toLowerCase()} letters does not fit ${where} large enough to cast.`,
    );
  }
  if (heightMm > most + 1e-9) {
    refuse(
      fields.height,
      heightMm,
      most,
      `“${text}” fits ${where} in letters up to ${most} mm high.`,
    );
  }
  if (heightMm < least - 1e-9) {
    refuse(
      fields.height,
      heightMm,
      least,
      `${font.label} letters can be cast from ${least} mm up: smaller ones fill up.`,
    );
  }
  return text;
}
