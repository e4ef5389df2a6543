import type { Point2 } from "../solid/kernel.ts";
import { flattenPath } from "./flatten.ts";

/** A font's outlines and kerning, in its own units. */
export interface OutlineFont {
  id: string;
  /** What people call it. */
  label: string;
  /** Font units to the em; a capital letter's and a small letter's height in them. */
  unitsPerEm: number;
  capHeight: number;
  xHeight: number;
  /** Strokes thinner than this are the tapering ends of others, font units. */
  hairline: number;
  /** Closed quadratic outlines as path text (M, L, Q); overlapping ones add up (non-zero). */
  shapes: readonly string[];
  /** By character: advance, then shape number and shift (x, y) of each part. */
  glyphs: Readonly<Record<string, readonly number[]>>;
  /** Change of the advance by two characters without marks. */
  kerning: Readonly<Record<string, number>>;
}

/** A letter's outlines, mm × `scale`, its origin on the baseline. */
export function glyphContours(
  font: OutlineFont,
  character: string,
  scale: number,
  toleranceMm: number,
): Point2[][] {
  const [, ...parts] = font.glyphs[character] ?? [0];
  const contours: Point2[][] = [];
  for (let i = 0; i + 2 < parts.length; i += 3) {
    const path = font.shapes[parts[i]!] ?? "";
    const [dx, dy] = [parts[i + 1]!, parts[i + 2]!];
    for (const contour of flattenPath(path, toleranceMm / scale)) {
      contours.push(contour.map(([x, y]): Point2 => [(x + dx) * scale, (y + dy) * scale]));
    }
  }
  return contours;
}

/** The letter without its mark: what kerning is kept by. */
const plain = (character: string) => character.normalize("NFD")[0] ?? character;

/** Font units from one letter's origin to the next one's. */
export function advanceOf(font: OutlineFont, character: string, next: string | undefined): number {
  const advance = font.glyphs[character]?.[0] ?? 0;
  const pair = next === undefined ? "" : plain(character) + plain(next);
  return advance + (font.kerning[pair] ?? 0);
}
