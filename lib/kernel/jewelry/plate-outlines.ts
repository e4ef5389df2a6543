import type { Outline, Point2, SolidKernel } from "../solid/kernel.ts";
import { offsetSection, sectionOf } from "../solid/section.ts";
import { outlineOf } from "./outline.ts";

/** Shapes of plates and tables, upright in the xy plane about the origin. */
export type PlateShape = "disc" | "heart" | "drop" | "cross" | "oval" | "cushion" | "square";

/** Points round a curve: chords of a circle then miss its area by one part in ten thousand. */
const AROUND = 256;
const CROSS_ARM = 0.3;
/** The crossing lies this share of the height below the top. */
const CROSSING = 0.36;
const CUSHION_POWER = 3.4;
const SQUARE_CORNER = 0.12;

const around = (at: (turn: number) => Point2): Point2[] =>
  Array.from({ length: AROUND }, (_, i) => at((2 * Math.PI * i) / AROUND));

const power = (value: number, exponent: number) => Math.sign(value) * Math.abs(value) ** exponent;

/** |x/a|ⁿ + |y/b|ⁿ = 1. */
function superellipse(a: number, b: number, n: number): Point2[] {
  return around((turn) => [a * power(Math.cos(turn), 2 / n), b * power(Math.sin(turn), 2 / n)]);
}

/** A heart by sines of the turn, fitted to its box. */
function heart(width: number, height: number): Point2[] {
  const raw = around(
    (t): Point2 => [
      16 * Math.sin(t) ** 3,
      13 * Math.cos(t) - 5 * Math.cos(2 * t) - 2 * Math.cos(3 * t) - Math.cos(4 * t),
    ],
  ).reverse();
  const ys = raw.map(([, y]) => y);
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const scaleY = height / (high - low);
  return raw.map(([x, y]) => [(x * width) / 32, (y - (low + high) / 2) * scaleY]);
}

function cross(width: number, height: number): Point2[][] {
  const half = (CROSS_ARM * Math.min(width, height)) / 2;
  const at = height / 2 - CROSSING * height;
  const box = (x: number, low: number, high: number): Point2[] => [
    [-x, low],
    [x, low],
    [x, high],
    [-x, high],
  ];
  return [box(half, -height / 2, height / 2), box(width / 2, at - half, at + half)];
}

function contoursOf(shape: PlateShape, width: number, height: number): Point2[][] {
  const [a, b] = [width / 2, height / 2];
  switch (shape) {
    case "disc":
      return [superellipse(b, b, 2)];
    case "oval":
      return [superellipse(a, b, 2)];
    case "cushion":
      return [superellipse(a, b, CUSHION_POWER)];
    case "square":
      return [
        [
          [-a, -b],
          [a, -b],
          [a, b],
          [-a, b],
        ],
      ];
    case "heart":
      return [heart(width, height)];
    case "drop":
      return [outlineOf("pear", height, width, AROUND / 4).map(({ x, y }): Point2 => [x, y])];
    case "cross":
      return cross(width, height);
  }
}

/** How round a shape's corners are, mm; none where it is all curve. */
function cornerMm(shape: PlateShape, widthMm: number, heightMm: number): number {
  const small = Math.min(widthMm, heightMm);
  if (shape === "square") return SQUARE_CORNER * small;
  if (shape === "cross") return 0.2 * CROSS_ARM * small;
  return shape === "heart" || shape === "drop" ? 0.05 * small : 0;
}

/** A shape of that width and height; a disc is as high as wide (its height counts). */
export function plateSection(
  kernel: SolidKernel,
  shape: PlateShape,
  widthMm: number,
  heightMm: number,
): Outline {
  const section = sectionOf(kernel, contoursOf(shape, widthMm, heightMm));
  const corner = cornerMm(shape, widthMm, heightMm);
  return corner > 0 ? offsetSection(offsetSection(section, -corner), corner) : section;
}

/** Where a text stands best on a shape: the height of its middle over the shape's, mm. */
export function textMiddleMm(shape: PlateShape, widthMm: number, heightMm: number): number {
  if (shape === "cross") return heightMm / 2 - CROSSING * heightMm;
  if (shape === "drop") return -(heightMm - widthMm) / 2;
  return shape === "heart" ? 0.1 * heightMm : 0;
}

/** Highest point of outlines above x, mm; null where nothing is above or below it. */
export function topAt(contours: readonly (readonly Point2[])[], x: number): number | null {
  let top: number | null = null;
  for (const contour of contours) {
    contour.forEach(([ax, ay], i) => {
      const [bx, by] = contour[(i + 1) % contour.length]!;
      if (Math.min(ax, bx) > x || Math.max(ax, bx) < x) return;
      const y = ax === bx ? Math.max(ay, by) : ay + ((by - ay) * (x - ax)) / (bx - ax);
      if (top === null || y > top) top = y;
    });
  }
  return top;
}
