import { balancedLines, textLength } from "../../kernel/relief/lettering.ts";
import type { OutlineFont } from "../../kernel/text/font.ts";
import { getFont } from "../../kernel/text/fonts.ts";
import { requireLetters } from "../../kernel/text/letters.ts";
import { limitsOf } from "../limits.ts";
import { type MedalSpec, medalSchema } from "./schema.ts";

/** A medal in numbers, mm. */
export interface MedalPlan {
  spec: MedalSpec;
  radiusMm: number;
  /** Inner edge of the rim. */
  fieldMm: number;
  /** Outer edge of the relief: inside the text, where there is one. */
  reliefRadiusMm: number;
  font: OutlineFont;
  frontText: string;
  reverseText: string;
  /** Above the ground. */
  letterMm: number;
}

/** Between rim, text and relief, mm. */
const GAP_MM = 0.7;
/** A text goes round at most this share of its circle. */
const TURN = 0.86;
/** Rim and letters each take at most this share of the radius they are in. */
const SHARE = 0.35;
const REVERSE_LINES = 3;
/** Between letters, share of their height. */
export const TRACKING = 0.12;

const requireWithin = limitsOf<keyof MedalSpec & string>(medalSchema);

function written(text: string, field: "frontText" | "reverseText", font: OutlineFont): string {
  if (text.trim() === "") return "";
  const label = field === "frontText" ? "The text on the front" : "The text on the reverse";
  return requireLetters({ text, field, label, standard: "" }, font);
}

/** Largest letters with which a text goes round inside the rim. */
function mostLetterMm(text: string, font: OutlineFont, fieldMm: number): number {
  const round = 2 * Math.PI * TURN;
  const perMm = textLength(text, font, TRACKING);
  return Math.min(SHARE * fieldMm, (round * (fieldMm - GAP_MM)) / (perMm + round));
}

/** Checks what must go together. Throws `invalid_input` with field, limit and the nearest value. */
export function planMedal(spec: MedalSpec): MedalPlan {
  const radiusMm = spec.diameterMm / 2;
  requireWithin({
    field: "rimWidthMm",
    value: spec.rimWidthMm,
    maximum: SHARE * radiusMm,
    reason: `On ${spec.diameterMm} mm the rim takes at most ${(SHARE * radiusMm).toFixed(1)} mm.`,
  });
  const fieldMm = radiusMm - spec.rimWidthMm;
  const font = getFont(spec.font);
  const frontText = written(spec.frontText, "frontText", font);
  const reverseText = written(spec.reverseText, "reverseText", font);
  if (frontText) requireRoundText(spec, frontText, font, fieldMm);
  const band = frontText ? spec.textHeightMm + GAP_MM : 0;
  return {
    spec,
    radiusMm,
    fieldMm,
    reliefRadiusMm: fieldMm - GAP_MM - band,
    font,
    frontText,
    reverseText,
    letterMm: Math.min(spec.rimHeightMm, 0.7),
  };
}

function requireRoundText(spec: MedalSpec, text: string, font: OutlineFont, fieldMm: number): void {
  const most = mostLetterMm(text, font, fieldMm);
  const least = 1.5;
  if (most < least) {
    const round = 2 * Math.PI * TURN;
    const needed = GAP_MM + (least * (textLength(text, font, TRACKING) + round)) / round;
    requireWithin({
      field: "diameterMm",
      value: spec.diameterMm,
      minimum: 2 * (Math.max(needed, least / SHARE) + spec.rimWidthMm) + 0.1,
      reason: `“${text}” needs a larger medal to go round.`,
    });
  }
  requireWithin({
    field: "textHeightMm",
    value: spec.textHeightMm,
    maximum: most,
    reason: `“${text}” goes round with letters of at most ${most.toFixed(1)} mm.`,
  });
}

/** A line of the reverse; its feet are at `yMm` over the middle. */
export interface ReverseLine {
  text: string;
  heightMm: number;
  yMm: number;
}

/** Lines on the reverse, as large as asked or as the field takes, about its middle. */
export function reverseLines({ spec, fieldMm, font, reverseText }: MedalPlan): ReverseLine[] {
  if (reverseText === "") return [];
  const lines = balancedLines(reverseText, REVERSE_LINES);
  const longest = Math.max(...lines.map((line) => textLength(line, font)));
  const room = 0.82 * fieldMm;
  const high = lines.length * 1.7;
  // A block of lines within a circle: half its width and half its height on the circle's radius.
  const most = (2 * room) / Math.sqrt(longest * longest + high * high);
  const heightMm = Math.min(1.5 * spec.textHeightMm, most);
  return lines.map((text, i) => ({
    text,
    heightMm,
    yMm: ((lines.length - 1) / 2 - i) * 1.7 * heightMm - 0.5 * heightMm,
  }));
}

/** Middle of the letters' feet on the front, mm. */
export const baselineMm = ({ fieldMm, spec }: MedalPlan) => fieldMm - GAP_MM - spec.textHeightMm;
