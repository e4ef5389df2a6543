import type { Measured } from "../jewelry/setting-rules.ts";
import type { SettingZone, Vec3 } from "../mesh.ts";
import type { Outline, Point2, Solid, SolidKernel } from "../solid/kernel.ts";
import { boldSection, sectionOf } from "../solid/section.ts";
import { advanceOf, type OutlineFont } from "./font.ts";
import { boxOfContours, type TextOptions, textOutlines } from "./text-outlines.ts";

/** What casting takes of letters (casters' common guides), mm; the metal under them is a wall as any other. */
export const ENGRAVING_RULES = { widthMm: 0.3, depthMm: 0.5, floorMm: 0.8 } as const;

/** Strokes may grow by this share of a capital's height before small letters fill up. */
const MOST_GROWTH: Readonly<Record<string, number>> = { script: 0.07, roman: 0.1, sans: 0.1 };
const USUAL_GROWTH = 0.08;

/** Width of a font's hairlines at a letter height, mm. */
export const hairlineMm = (font: OutlineFont, heightMm: number) =>
  (font.hairline / font.capHeight) * heightMm;

/** The least letter height at which strokes can be as wide as casting asks and letters stay open, mm. */
export function leastHeightMm(font: OutlineFont, lineMm: number = ENGRAVING_RULES.widthMm): number {
  const growth = MOST_GROWTH[font.id] ?? USUAL_GROWTH;
  return lineMm / (font.hairline / font.capHeight + growth);
}

/**
 * Width of the thinnest stroke of letters as they are made, mm: the font's hairline, widened to what casting asks as far
 * as the letters stay open.
 */
export function strokeMm(font: OutlineFont, heightMm: number): number {
  const openMm = (ENGRAVING_RULES.widthMm * heightMm) / leastHeightMm(font);
  return Math.max(hairlineMm(font, heightMm), Math.min(ENGRAVING_RULES.widthMm, openMm));
}

/** A text's letters wide enough to cast, the middle of their box in the origin. */
export function engravedSection(
  kernel: SolidKernel,
  text: string,
  font: OutlineFont,
  { lineMm = ENGRAVING_RULES.widthMm, ...options }: TextOptions & { lineMm?: number },
): Outline {
  const { contours } = textOutlines(text, font, options);
  const letters = sectionOf(kernel, options.arc ? contours : centred(contours));
  return boldSection(letters, lineMm, hairlineMm(font, options.heightMm));
}

function centred(contours: readonly (readonly Point2[])[]): Point2[][] {
  const box = boxOfContours(contours);
  if (!box) return [];
  const [dx, dy] = [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2];
  return contours.map((contour) => contour.map(([x, y]): Point2 => [x - dx, y - dy]));
}

/** Letters to cut from a face at z = 0, `depthMm` deep, or to stand on it. */
export function letterSolid(
  kernel: SolidKernel,
  section: Outline,
  depthMm: number,
  work: "recessed" | "raised",
): Solid {
  // Beyond the face, so that none of its skin stays over the recess; into it, so that raised letters are one with it.
  const rootMm = 0.2;
  const prism = section.extrude(depthMm + rootMm);
  return kernel.translate(prism, [0, 0, work === "recessed" ? -depthMm : -rootMm]);
}

/** Widths and depths of letters against what casting takes. */
export function engravingMeasures(
  font: OutlineFont,
  letters: { heightMm: number; depthMm: number; floorMm: number; at: Vec3 },
): Measured[] {
  const { heightMm, depthMm, floorMm, at } = letters;
  return [
    {
      rule: "engraving-width",
      what: "The letters' thinnest stroke",
      value: strokeMm(font, heightMm),
      limit: ENGRAVING_RULES.widthMm,
      at,
      advice: "Make the letters larger.",
    },
    {
      rule: "engraving-depth",
      what: "The letters' depth",
      value: depthMm,
      limit: ENGRAVING_RULES.depthMm,
      at,
      advice: "Make the letters deeper.",
    },
    {
      rule: "engraving-floor",
      what: "The metal under the letters",
      value: floorMm,
      limit: ENGRAVING_RULES.floorMm,
      at,
      advice: "Make the metal thicker or the letters shallower.",
    },
  ];
}

/** How far a zone reaches past its letters, mm. */
const ZONE_MARGIN_MM = 0.5;

/** Balls over letters on a face, in the face's own frame: there walls follow the rules of engraving. */
export function letterZones(section: Outline): SettingZone[] {
  return section.toPolygons().flatMap((polygon) => {
    const box = boxOfContours([polygon])!;
    const [width, height] = [box.maxX - box.minX, box.maxY - box.minY];
    const pieces = Math.max(1, Math.ceil(width / height));
    const step = width / pieces;
    const radiusMm = Math.sqrt(step * step + height * height) / 2 + ZONE_MARGIN_MM;
    return Array.from({ length: pieces }, (_, i) => ({
      at: [box.minX + (i + 0.5) * step, (box.minY + box.maxY) / 2, 0] as const,
      radiusMm,
    }));
  });
}

function isInside([x, y]: Point2, polygons: readonly (readonly Point2[])[]): boolean {
  let inside = false;
  for (const polygon of polygons) {
    for (let i = 0, k = polygon.length - 1; i < polygon.length; k = i++) {
      const [ax, ay] = polygon[i]!;
      const [bx, by] = polygon[k]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

const FIT_STEPS = 18;

/**
 * The greatest letter height at which a text about (0, middleMm) lies within outlines that are star-shaped about that
 * point, mm; 0 where none does. `atMostMm` bounds the search.
 */
export function fittingHeightMm(
  text: string,
  font: OutlineFont,
  within: readonly (readonly Point2[])[],
  middleMm: number,
  atMostMm: number,
): number {
  const points = centred(
    textOutlines(text, font, { heightMm: 1, toleranceMm: 0.02 }).contours,
  ).flat();
  const fits = (heightMm: number) =>
    points.every(([x, y]) => isInside([x * heightMm, y * heightMm + middleMm], within));
  if (fits(atMostMm)) return atMostMm;
  let [low, high] = [0, atMostMm];
  for (let step = 0; step < FIT_STEPS; step++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Length of a text's baseline at a letter height, mm. */
export function textLengthMm(text: string, font: OutlineFont, heightMm: number): number {
  const characters = [...text];
  const units = characters.reduce(
    (sum, character, i) => sum + advanceOf(font, character, characters[i + 1]),
    0,
  );
  return (units * heightMm) / font.capHeight;
}
