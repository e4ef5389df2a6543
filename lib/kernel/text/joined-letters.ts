import type { Outline, Point2, SolidKernel } from "../solid/kernel.ts";
import { boldSection, contoursOf, sectionOf } from "../solid/section.ts";
import { hairlineMm } from "./engraving.ts";
import type { OutlineFont } from "./font.ts";
import { boxOfContours, textOutlines } from "./text-outlines.ts";

export interface JoinOptions {
  /** Of a capital letter, mm. */
  heightMm: number;
  /** Least width of every stroke and of every bridge, mm. */
  lineMm: number;
  /** How far outlines may miss the letters' curves, mm; default 0.006. */
  toleranceMm?: number;
  /** Letters run into one another, or stand on a bar under them. */
  join: "overlap" | "underline";
}

/** Rows at which neighbours' gaps are looked at, of the letter height. */
const ROW = 0.02;
const TOLERANCE_MM = 0.006;
/** Neighbours overlap by this share of a stroke, so that where they meet is about a stroke high. */
const OVERLAP = 0.4;
/** A bridge reaches so far into what it joins, of its width. */
const BRIDGE_ROOT = 0.45;
const BRIDGE_STEPS = 8;

type Contours = readonly (readonly Point2[])[];

/** The furthest a letter reaches right (side 1) or left (side −1) in each row; rows it does not touch are absent. */
function profile(contours: Contours, rowMm: number, side: 1 | -1): Map<number, number> {
  const reach = new Map<number, number>();
  const mark = (row: number, x: number) => {
    const known = reach.get(row);
    if (known === undefined || side * x > side * known) reach.set(row, x);
  };
  for (const contour of contours) {
    contour.forEach(([ax, ay], i) => {
      const [bx, by] = contour[(i + 1) % contour.length]!;
      const first = Math.ceil(Math.min(ay, by) / rowMm);
      const last = Math.floor(Math.max(ay, by) / rowMm);
      for (let row = first; row <= last; row++) {
        const t = by === ay ? 0 : (row * rowMm - ay) / (by - ay);
        mark(row, ax + (bx - ax) * t);
      }
    });
  }
  return reach;
}

/** Least distance between two letters in any row, mm; negative where they overlap, null where no row has both. */
function gapBetween(left: Contours, right: Contours, rowMm: number): number | null {
  const ends = profile(left, rowMm, 1);
  let gap: number | null = null;
  for (const [row, start] of profile(right, rowMm, -1)) {
    const end = ends.get(row);
    if (end !== undefined && (gap === null || start - end < gap)) gap = start - end;
  }
  return gap;
}

/** Letters one after another, each moved left until it runs into the one before it; words keep their space. */
function overlapping(letters: readonly (Outline | null)[], options: JoinOptions): Outline[] {
  const placed: Outline[] = [];
  let shiftMm = 0;
  let before: Contours | null = null;
  for (const letter of letters) {
    if (!letter) {
      before = null;
      continue;
    }
    let moved = letter.translate([shiftMm, 0]);
    if (before && options.join === "overlap") {
      const gap = gapBetween(before, contoursOf(moved), ROW * options.heightMm);
      const extraMm = Math.max(0, (gap ?? 0) + OVERLAP * options.lineMm);
      shiftMm -= extraMm;
      moved = moved.translate([-extraMm, 0]);
    }
    placed.push(moved);
    before = contoursOf(moved);
  }
  return placed;
}

/** The two points at which outlines come nearest to each other. */
function nearestPoints(a: Contours, b: Contours): { from: Point2; to: Point2; apart: number } {
  let best = { from: [0, 0] as Point2, to: [0, 0] as Point2, apart: Number.POSITIVE_INFINITY };
  for (const from of a.flat()) {
    for (const to of b.flat()) {
      const apart = (from[0] - to[0]) ** 2 + (from[1] - to[1]) ** 2;
      if (apart < best.apart) best = { from, to, apart };
    }
  }
  return { ...best, apart: Math.sqrt(best.apart) };
}

/** A short round bar between two points. */
function bridge(kernel: SolidKernel, from: Point2, to: Point2, widthMm: number): Outline {
  const radius = widthMm / 2;
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const root = BRIDGE_ROOT * widthMm;
  const cap = ([x, y]: Point2, start: number, out: 1 | -1) =>
    Array.from({ length: BRIDGE_STEPS + 1 }, (_, i): Point2 => {
      const turn = start + (i / BRIDGE_STEPS) * Math.PI;
      return [
        x + out * (root - radius) * Math.cos(angle) + radius * Math.cos(turn),
        y + out * (root - radius) * Math.sin(angle) + radius * Math.sin(turn),
      ];
    });
  return sectionOf(kernel, [
    [...cap(to, angle - Math.PI / 2, 1), ...cap(from, angle + Math.PI / 2, -1)],
  ]);
}

/** One connected section: each loose part is joined to its nearest neighbour by a bridge of a stroke's width. */
export function connected(kernel: SolidKernel, section: Outline, widthMm: number): Outline {
  const [first, ...rest] = section
    .decompose()
    .map((part) => ({ part, contours: contoursOf(part), area: part.area() }))
    .sort((a, b) => b.area - a.area);
  if (!first) return section;
  let joined: { part: Outline; contours: Contours }[] = [first];
  let loose = rest;
  const bridges: Outline[] = [];
  while (loose.length > 0) {
    const links = loose.flatMap((one) =>
      joined.map((other) => ({ one, ...nearestPoints(other.contours, one.contours) })),
    );
    const nearest = links.reduce((best, link) => (link.apart < best.apart ? link : best));
    bridges.push(bridge(kernel, nearest.from, nearest.to, widthMm));
    joined = [...joined, nearest.one];
    loose = loose.filter((one) => one !== nearest.one);
  }
  return bridges.length === 0
    ? section
    : kernel.wasm.CrossSection.union([...joined.map(({ part }) => part), ...bridges]);
}

/** A bar under the letters that all which stand on the line touch. */
function underline(kernel: SolidKernel, letters: readonly Outline[], lineMm: number): Outline[] {
  const box = boxOfContours(letters.flatMap((letter) => contoursOf(letter)));
  if (!box) return [];
  const top = 0.5 * lineMm;
  const half = 0.75 * lineMm;
  return [bridge(kernel, [box.minX + half, top - half], [box.maxX - half, top - half], 2 * half)];
}

/**
 * A word as one connected section in mm, its baseline on y = 0: letters overlap or stand on a bar, and dots, accents and
 * words apart are joined by bridges. Every stroke is at least `lineMm` wide.
 */
export function joinedLetters(
  kernel: SolidKernel,
  text: string,
  font: OutlineFont,
  options: JoinOptions,
): Outline {
  const { heightMm, lineMm, toleranceMm = TOLERANCE_MM } = options;
  const { letters } = textOutlines(text, font, { heightMm, toleranceMm, align: "start" });
  const hairline = hairlineMm(font, heightMm);
  const bold = letters.map(({ contours }) =>
    contours.length === 0 ? null : boldSection(sectionOf(kernel, contours), lineMm, hairline),
  );
  const placed = overlapping(bold, options);
  const bar = options.join === "underline" ? underline(kernel, placed, lineMm) : [];
  const whole = kernel.wasm.CrossSection.union([...placed, ...bar]);
  return connected(kernel, whole.simplify(toleranceMm), lineMm);
}
