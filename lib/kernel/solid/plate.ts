import type { Outline, Point2, Solid, SolidKernel } from "./kernel.ts";
import { offsetSection } from "./section.ts";

export interface PlateOptions {
  thicknessMm: number;
  /** Radius of both edges, at most half the thickness; 0 leaves them sharp. Default 0. */
  edgeMm?: number;
  /** Facets of a rounded edge, default 3. */
  edgeSteps?: number;
  /** How far a rounded edge's outlines may miss their curves, mm; default 0.003. */
  toleranceMm?: number;
}

/** Edges rounder than this are worth their triangles, mm. */
const SHARP_MM = 0.02;
const TOLERANCE_MM = 0.003;

/** One height of a rounded plate: its outlines, and where their points begin among all points. */
interface Level {
  polygons: Point2[][];
  zMm: number;
  first: number;
}

function levelsOf(section: Outline, options: PlateOptions) {
  const { thicknessMm, edgeMm = 0, edgeSteps = 3, toleranceMm = TOLERANCE_MM } = options;
  const levels: Level[] = [];
  let first = 0;
  for (let step = 0; step <= edgeSteps; step++) {
    const angle = (step / edgeSteps) * (Math.PI / 2);
    const insetMm = edgeMm * (1 - Math.cos(angle));
    const inset = step === 0 ? section : offsetSection(section, -insetMm).simplify(toleranceMm);
    const polygons = inset.toPolygons() as Point2[][];
    if (polygons.length === 0) break;
    levels.push({ polygons, zMm: thicknessMm - edgeMm * (1 - Math.sin(angle)), first });
    first += polygons.reduce((sum, polygon) => sum + polygon.length, 0);
  }
  return { levels, count: first };
}

/** A polygon's points with their numbers, in its own order or against it. */
interface Loop {
  points: Point2[];
  numbers: number[];
}

function loopsOf({ polygons, first }: Level, isHole: boolean): Loop[] {
  let next = first;
  return polygons.map((polygon) => {
    const numbers = polygon.map((_, i) => next + i);
    next += polygon.length;
    return isHole
      ? { points: polygon.toReversed(), numbers: numbers.toReversed() }
      : { points: polygon, numbers };
  });
}

/** Triangles of the area within a level's outlines and outside the next level's. */
function bandTriangles(kernel: SolidKernel, level: Level, inner: Level | undefined): number[] {
  const loops = [...loopsOf(level, false), ...(inner ? loopsOf(inner, true) : [])];
  const numbers = loops.flatMap((loop) => loop.numbers);
  const polygons = loops.map(({ points }) => points.map(([x, y]): [number, number] => [x, y]));
  return kernel.wasm.triangulate(polygons).flatMap((corners) => corners.map((i) => numbers[i]!));
}

/** The upright wall between the lower and the upper copy of the outermost outlines. */
function wallTriangles({ polygons, first }: Level, upper: number): number[] {
  let next = first;
  return polygons.flatMap((polygon) => {
    const start = next;
    next += polygon.length;
    return polygon.flatMap((_, i) => {
      const a = start + i;
      const b = start + ((i + 1) % polygon.length);
      return [a, b, b + upper, a, b + upper, a + upper];
    });
  });
}

/** Swaps two corners of every triangle. */
function turned(triangles: readonly number[]): number[] {
  return triangles.map((_, i) => triangles[i % 3 === 0 ? i : i % 3 === 1 ? i + 1 : i - 1]!);
}

/**
 * A plate of an outline, lying on z = 0, with both its edges rounded. The rounding follows any outline, holes and
 * places thinner than the rounding too: each facet is the area between two offset outlines, raised at its inner side.
 */
export function roundedPlate(kernel: SolidKernel, section: Outline, options: PlateOptions): Solid {
  const { thicknessMm, edgeMm = 0 } = options;
  if (edgeMm < SHARP_MM) return section.extrude(thicknessMm);
  const { levels, count } = levelsOf(section, options);
  const top = levels.flatMap((level, i) => bandTriangles(kernel, level, levels[i + 1]));
  const points = (isUpper: boolean) =>
    levels.flatMap(({ polygons, zMm }) =>
      polygons.flatMap((polygon) =>
        polygon.flatMap(([x, y]) => [x, y, isUpper ? zMm : thicknessMm - zMm]),
      ),
    );
  const positions = new Float32Array([...points(false), ...points(true)]);
  const indices = new Uint32Array([
    ...turned(top),
    ...top.map((number) => number + count),
    ...wallTriangles(levels[0]!, count),
  ]);
  return kernel.fromMesh({ positions, indices });
}
