import { boxOf } from "../measure/extent.ts";
import type { Part } from "../mesh.ts";
import { type Loop, outlinesOf } from "./outline.ts";
import { type Elevation, planeBox, rasterOf } from "./raster.ts";

/** One elevation on paper; lengths mm, y downwards. */
export interface PlacedView {
  elevation: Elevation;
  /** Upper left corner and size of the piece's extent on paper. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** True size of the extent, mm. */
  acrossMm: number;
  uprightMm: number;
  /** Closed lines on paper, the outline of what is made first. */
  outlines: PlacedOutline[];
}

export interface PlacedOutline {
  loop: Loop;
  /** What is made, what is set into it, what is only shown. */
  weight: "made" | "stone" | "support";
}

export interface Views {
  /** Paper ÷ piece: 2 is twice as large, 0.1 is 1 : 10. */
  scale: number;
  views: PlacedView[];
}

/** Scales of technical drawings (ISO 5455), with 3 and 4 for rings and pendants; largest first. */
const SCALES = [20, 10, 5, 4, 3, 2, 1, 1 / 2, 1 / 5, 1 / 10, 1 / 20, 1 / 50];
/** Room between views, for the dimension lines, mm. */
const GAP_MM = 24;
/** Deviation from the true outline that paper does not show, mm on paper. */
const TOLERANCE_MM = 0.04;

/** The largest scale at which front and side, and the top below them, fit a sheet's area. */
function scaleFor(front: Size, side: Size, top: Size, widthMm: number, heightMm: number): number {
  const fits = (scale: number) =>
    scale * (front.across + side.across) + 2 * GAP_MM <= widthMm &&
    scale * (front.upright + top.upright) + 2 * GAP_MM <= heightMm;
  return SCALES.find(fits) ?? SCALES.at(-1)!;
}

interface Size {
  across: number;
  upright: number;
}

/** A ratio as drawings state it: `2 : 1`. */
export function scaleLabel(scale: number): string {
  return scale >= 1 ? `${scale} : 1` : `1 : ${Math.round(1 / scale)}`;
}

const WEIGHTS: Record<Part["role"], PlacedOutline["weight"]> = {
  metal: "made",
  body: "made",
  cloth: "made",
  stone: "stone",
  support: "support",
};

/** Outlines of what is made together, of each stone, and of supports, as far as they are seen. */
function outlinesSeen(parts: readonly Part[], elevation: Elevation, toleranceMm: number) {
  const raster = rasterOf(parts, elevation);
  const weightOf = (id: number) => (id < 0 ? null : WEIGHTS[parts[id]!.role]);
  const together = (weight: PlacedOutline["weight"]) =>
    outlinesOf(raster, (id) => weightOf(id) === weight, toleranceMm).map((loop) => ({
      loop,
      weight,
    }));
  const stones = parts.flatMap(({ role }, id) =>
    role === "stone"
      ? outlinesOf(raster, (other) => other === id, toleranceMm).map((loop) => ({
          loop,
          weight: "stone" as const,
        }))
      : [],
  );
  return [...together("made"), ...together("support"), ...stones];
}

/**
 * Front, side and top of a piece on an area of paper whose upper left corner is at (x, y), as first-angle projection
 * lays them: the side (seen from the right) at the right of the front, the top below it.
 */
export function placeViews(
  parts: readonly Part[],
  area: { x: number; y: number; width: number; height: number },
): Views {
  const box = boxOf(parts.map(({ mesh }) => mesh));
  const sizeOf = (elevation: Elevation): Size => {
    const { left, right, bottom, top } = planeBox(box, elevation);
    return { across: right - left, upright: top - bottom };
  };
  const [front, side, top] = [sizeOf("front"), sizeOf("side"), sizeOf("top")];
  const scale = scaleFor(front, side, top, area.width, area.height);
  const left = area.x + GAP_MM;
  const beside = left + front.across * scale + GAP_MM;
  const below = area.y + front.upright * scale + GAP_MM;
  const place = (elevation: Elevation, x: number, y: number, size: Size): PlacedView => {
    const plane = planeBox(box, elevation);
    const toPaper = (loop: Loop) =>
      loop.map((value, i) =>
        i % 2 === 0 ? x + (value - plane.left) * scale : y + (plane.top - value) * scale,
      );
    const outlines = outlinesSeen(parts, elevation, TOLERANCE_MM / scale);
    return {
      elevation,
      x,
      y,
      width: size.across * scale,
      height: size.upright * scale,
      acrossMm: size.across,
      uprightMm: size.upright,
      outlines: outlines.map(({ loop, weight }) => ({ loop: toPaper(loop), weight })),
    };
  };
  return {
    scale,
    views: [
      place("front", left, area.y, front),
      place("side", beside, area.y, side),
      place("top", left, below, top),
    ],
  };
}

/** A dimension line on paper: ends, and where its number stands. */
export interface DimensionLine {
  from: readonly [x: number, y: number];
  to: readonly [x: number, y: number];
  /** Ends of what is measured, which extension lines come from. */
  ends: readonly (readonly [x: number, y: number])[];
  upright: boolean;
  text: string;
}

const OFFSET_MM = 9;

/** `24.51` of a ring, `1,204` of a coat: two decimals below 100 mm, one below 1000. */
export function millimetres(value: number): string {
  const digits = value < 100 ? 2 : value < 1000 ? 1 : 0;
  return value.toFixed(digits);
}

/** Width below each view, height at the left of the front, depth below the side. */
export function dimensionsOf({ views }: Views): DimensionLine[] {
  return views.flatMap(({ elevation, x, y, width, height, acrossMm, uprightMm }) => {
    const low = y + height + OFFSET_MM;
    const across: DimensionLine = {
      from: [x, low],
      to: [x + width, low],
      ends: [
        [x, y + height],
        [x + width, y + height],
      ],
      upright: false,
      text: millimetres(acrossMm),
    };
    const beside = x - OFFSET_MM;
    const upright: DimensionLine = {
      from: [beside, y + height],
      to: [beside, y],
      ends: [
        [x, y + height],
        [x, y],
      ],
      upright: true,
      text: millimetres(uprightMm),
    };
    return elevation === "side" ? [across] : [across, upright];
  });
}
