import type { Point2 } from "../solid/kernel.ts";

const COMMAND = /([MLQ])([^MLQ]*)/g;
/** Points nearer than this are one, font units. */
const SAME = 1e-6;

/** A quadratic curve as points after its start; the chords keep to `tolerance`: at n pieces they miss by |a| / 4n². */
function curve([x0, y0]: Point2, [cx, cy]: Point2, [x1, y1]: Point2, tolerance: number): Point2[] {
  const ax = x0 - 2 * cx + x1;
  const ay = y0 - 2 * cy + y1;
  const bend = Math.sqrt(ax * ax + ay * ay);
  const pieces = Math.max(1, Math.ceil(Math.sqrt(bend / (4 * tolerance))));
  return Array.from({ length: pieces }, (_, i): Point2 => {
    const t = (i + 1) / pieces;
    const s = 1 - t;
    return [s * s * x0 + 2 * s * t * cx + t * t * x1, s * s * y0 + 2 * s * t * cy + t * t * y1];
  });
}

const isSame = (a: Point2, b: Point2) =>
  Math.abs(a[0] - b[0]) < SAME && Math.abs(a[1] - b[1]) < SAME;

function withoutRepeats(points: readonly Point2[]): Point2[] {
  return points.filter((point, i) => !isSame(point, points.at(i - 1)!));
}

/** Outlines of a path of M, L and Q as polygons that stay within `tolerance` of its curves; same units as the path. */
export function flattenPath(path: string, tolerance: number): Point2[][] {
  const contours: Point2[][] = [];
  let points: Point2[] = [];
  for (const [, letter, rest = ""] of path.matchAll(COMMAND)) {
    const numbers = rest.split(" ").map(Number);
    const end: Point2 = [numbers.at(-2)!, numbers.at(-1)!];
    if (letter === "M") {
      points = [end];
      contours.push(points);
    } else if (letter === "L") points.push(end);
    else points.push(...curve(points.at(-1)!, [numbers[0]!, numbers[1]!], end, tolerance));
  }
  return contours.map(withoutRepeats).filter((contour) => contour.length > 2);
}
