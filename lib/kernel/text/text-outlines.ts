import type { Point2 } from "../solid/kernel.ts";
import { advanceOf, glyphContours, type OutlineFont } from "./font.ts";

export interface TextOptions {
  /** Of a capital letter, mm. */
  heightMm: number;
  /** Added between letters, mm; may be negative. Default 0. */
  trackingMm?: number;
  /** How far chords may miss the letters' curves, mm. Default 0.01. */
  toleranceMm?: number;
  /** Where the text's middle or its start or end lies. Default the middle. */
  align?: "start" | "middle" | "end";
  /** Bends the baseline into an arc; straight along +x where not given. */
  arc?: TextArc;
}

/** A baseline on a circle about the origin, mm and degrees. */
export interface TextArc {
  radiusMm: number;
  /** Letters' feet to the middle, read clockwise (as on the upper rim of a coin), or their heads (the lower rim). */
  feet: "inwards" | "outwards";
  /** Direction of the text's middle (or start, or end), counter-clockwise from +x. Default 90 for feet inwards, −90 for outwards. */
  atDeg?: number;
}

/** A letter laid out. */
export interface LaidLetter {
  character: string;
  /** Closed outlines, mm; they overlap where strokes do and count as non-zero. Empty for a space. */
  contours: Point2[][];
}

export interface TextOutlines {
  letters: LaidLetter[];
  /** All outlines of all letters, to be filled by the non-zero rule. */
  contours: Point2[][];
  /** Length of the baseline, mm. */
  advanceMm: number;
  /** Of what is drawn, mm; a text of spaces alone has none. */
  box: TextBox | null;
  /** mm to a font unit. */
  scale: number;
}

export interface TextBox {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

const TOLERANCE_MM = 0.01;
const ALIGN = { start: 0, middle: 0.5, end: 1 } as const;

/** The box of outlines; null without any. */
export function boxOfContours(contours: readonly (readonly Point2[])[]): TextBox | null {
  if (contours.length === 0) return null;
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const contour of contours) {
    for (const [x, y] of contour) {
      box.minX = Math.min(box.minX, x);
      box.minY = Math.min(box.minY, y);
      box.maxX = Math.max(box.maxX, x);
      box.maxY = Math.max(box.maxY, y);
    }
  }
  return box;
}

/** A letter's place on its baseline: from where it starts and how wide it is, mm. */
interface Slot {
  character: string;
  startMm: number;
  widthMm: number;
}

function slotsOf(text: string, font: OutlineFont, scale: number, trackingMm: number) {
  const characters = [...text];
  const slots: Slot[] = [];
  let along = 0;
  characters.forEach((character, i) => {
    const widthMm = (font.glyphs[character]?.[0] ?? 0) * scale;
    slots.push({ character, startMm: along, widthMm });
    const isLast = i === characters.length - 1;
    along += advanceOf(font, character, characters[i + 1]) * scale + (isLast ? 0 : trackingMm);
  });
  return { slots, advanceMm: along };
}

type Move = (point: Point2) => Point2;

const shifted =
  (byMm: number): Move =>
  ([x, y]) => [x + byMm, y];

/** A letter turned as a whole so that the middle of its foot stands on the circle, `alongMm` along the baseline. */
function onArc({ radiusMm, feet, atDeg }: TextArc, middleMm: number, alongMm: number): Move {
  const isInwards = feet === "inwards";
  const at = ((atDeg ?? (isInwards ? 90 : -90)) * Math.PI) / 180;
  const turn = isInwards ? at - alongMm / radiusMm : at + alongMm / radiusMm;
  // The letter's up points away from the middle for feet inwards, to it for feet outwards.
  const sign = isInwards ? 1 : -1;
  const up: Point2 = [sign * Math.cos(turn), sign * Math.sin(turn)];
  const right: Point2 = [up[1], -up[0]];
  const foot: Point2 = [radiusMm * Math.cos(turn), radiusMm * Math.sin(turn)];
  return ([x, y]) => [
    foot[0] + right[0] * (x - middleMm) + up[0] * y,
    foot[1] + right[1] * (x - middleMm) + up[1] * y,
  ];
}

/**
 * A text's outlines in mm with the font's kerning, its baseline on y = 0 (or on an arc); characters the font lacks
 * are left out (see `requireLetters`). The same text gives the same numbers.
 */
export function textOutlines(text: string, font: OutlineFont, options: TextOptions): TextOutlines {
  const { heightMm, trackingMm = 0, toleranceMm = TOLERANCE_MM, align = "middle", arc } = options;
  const scale = heightMm / font.capHeight;
  const { slots, advanceMm } = slotsOf(text.normalize("NFC"), font, scale, trackingMm);
  const startMm = -ALIGN[align] * advanceMm;
  const letters = slots.map((slot): LaidLetter => {
    const middleMm = slot.widthMm / 2;
    const alongMm = startMm + slot.startMm;
    const move = arc ? onArc(arc, middleMm, alongMm + middleMm) : shifted(alongMm);
    const contours = glyphContours(font, slot.character, scale, toleranceMm);
    return { character: slot.character, contours: contours.map((contour) => contour.map(move)) };
  });
  const contours = letters.flatMap((letter) => letter.contours);
  return { letters, contours, advanceMm, box: boxOfContours(contours), scale };
}
