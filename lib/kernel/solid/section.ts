import type { Outline, Point2, SolidKernel } from "./kernel.ts";

/** How far a rounded corner's chords may miss its arc, mm. */
const ARC_MISS_MM = 0.004;
/** Corners of the outline that matter less than this are left out, mm. */
const DETAIL_MM = 0.003;
const MITER_LIMIT = 2;

/** Flats of a circle of that radius which stay within the arc's tolerance. */
function flatsOf(radiusMm: number): number {
  const share = Math.min(1, ARC_MISS_MM / Math.max(radiusMm, ARC_MISS_MM));
  return Math.max(16, 4 * Math.ceil(Math.PI / Math.acos(1 - share) / 4));
}

/** A section with its edge moved outwards (or inwards), mm; what sticks out becomes round. */
export function offsetSection(section: Outline, byMm: number): Outline {
  return section.offset(byMm, "Round", MITER_LIMIT, flatsOf(Math.abs(byMm)));
}

/** The area within outlines that wind round it, as letters' outlines do. */
export function sectionOf(kernel: SolidKernel, contours: readonly (readonly Point2[])[]): Outline {
  const polygons = contours.map((contour) => contour.map(([x, y]): [number, number] => [x, y]));
  return kernel.wasm.CrossSection.ofPolygons(polygons, "NonZero");
}

/**
 * Letters whose every stroke is at least `lineMm` wide: ends that taper below `hairlineMm` are cut back to it, and all
 * edges move out by what the hairlines lack. Letters that are wide enough stay as they are.
 */
export function boldSection(section: Outline, lineMm: number, hairlineMm: number): Outline {
  const growMm = (lineMm - hairlineMm) / 2;
  if (growMm <= 0) return section;
  const opened = offsetSection(offsetSection(section, -hairlineMm / 2), hairlineMm / 2 + growMm);
  return opened.simplify(DETAIL_MM);
}

/** The closed outlines of a section, mm: counter-clockwise round its area, clockwise round its holes. */
export function contoursOf(section: Outline): Point2[][] {
  return section.toPolygons().map((polygon) => polygon.map(([x, y]): Point2 => [x, y]));
}
