import type { Raster } from "./raster.ts";

/** A closed line on a plane, xy × points, mm. */
export type Loop = Float64Array;

/** Steps along cell edges, in turn: right, up, left, down. */
const STEPS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/**
 * Outlines of the cells that `isInside` holds, outer ones and holes, smoothed and with points left out that lie within
 * `toleranceMm` of the rest. Followed along cell edges with the inside at the left.
 */
export function outlinesOf(
  raster: Raster,
  isInside: (id: number) => boolean,
  toleranceMm: number,
): Loop[] {
  const { width, height, ids } = raster;
  const inside = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && isInside(ids[y * width + x]!);
  const seen = new Uint8Array(width * height);
  const loops: Loop[] = [];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      // An edge with inside above and outside below starts a loop that goes right.
      if (seen[y * width + x] || !inside(x, y) || inside(x, y - 1)) continue;
      const cells = follow(inside, x, y, (cx, cy) => {
        seen[cy * width + cx] = 1;
      });
      const smooth = smoothed(cells);
      const thin = simplified(smooth, toleranceMm / raster.cellMm);
      if (thin.length >= 6) loops.push(onPlane(thin, raster));
    }
  return loops;
}

/** Corners of one loop in cells; `mark` is told each cell whose lower edge it takes to the right. */
function follow(
  inside: (x: number, y: number) => boolean,
  startX: number,
  startY: number,
  mark: (x: number, y: number) => void,
): Float64Array {
  const points: number[] = [];
  let [x, y, heading] = [startX, startY, 0];
  do {
    points.push(x, y);
    if (heading === 0) mark(x, y);
    const [dx, dy] = STEPS[heading]!;
    x += dx;
    y += dy;
    heading = nextHeading(inside, x, y, heading);
  } while (x !== startX || y !== startY || heading !== 0);
  return Float64Array.from(points);
}

/** Right where the inside ends ahead at the left, straight on while it is at the left, else left. */
function nextHeading(
  inside: (x: number, y: number) => boolean,
  x: number,
  y: number,
  heading: number,
): number {
  const [dx, dy] = STEPS[heading]!;
  // The two cells ahead of the corner: at the left and at the right of the way.
  const aheadX = x + (dx + -dy - 1) / 2;
  const aheadY = y + (dy + dx - 1) / 2;
  const left = inside(aheadX, aheadY);
  const right = inside(aheadX + dy, aheadY - dx);
  if (right && left) return (heading + 3) % 4;
  if (left) return heading;
  return (heading + 1) % 4;
}

/** Middles of edges, averaged twice with their neighbours: stairs become slopes. */
function smoothed(cells: Float64Array): Float64Array {
  const count = cells.length / 2;
  let from = cells.map((value, i) => (value + cells[(i + 2) % cells.length]!) / 2);
  for (let pass = 0; pass < 2; pass++) {
    const to = new Float64Array(from.length);
    for (let p = 0; p < count; p++)
      for (let k = 0; k < 2; k++) {
        const before = from[((p + count - 1) % count) * 2 + k]!;
        const after = from[((p + 1) % count) * 2 + k]!;
        to[p * 2 + k] = (before + 2 * from[p * 2 + k]! + after) / 4;
      }
    from = to;
  }
  return from;
}

/** Douglas and Peucker's reduction of a closed line, from its two farthest-apart ends. */
function simplified(points: Float64Array, tolerance: number): Float64Array {
  const count = points.length / 2;
  const kept = new Uint8Array(count + 1);
  const at = (p: number, k: number) => points[(p % count) * 2 + k]!;
  let far = 0;
  for (let p = 1; p < count; p++) if (away(at, 0, p) > away(at, 0, far)) far = p;
  const pending: [number, number][] = [
    [0, far],
    [far, count],
  ];
  kept[0] = 1;
  kept[far] = 1;
  for (let span = pending.pop(); span; span = pending.pop()) {
    const [first, last] = span;
    const { worst, distance } = worstBetween(at, first, last);
    if (distance <= tolerance) continue;
    kept[worst] = 1;
    pending.push([first, worst], [worst, last]);
  }
  const out: number[] = [];
  for (let p = 0; p < count; p++) if (kept[p]) out.push(at(p, 0), at(p, 1));
  return Float64Array.from(out);
}

type At = (point: number, axis: number) => number;

const away = (at: At, a: number, b: number) =>
  (at(a, 0) - at(b, 0)) ** 2 + (at(a, 1) - at(b, 1)) ** 2;

/** The point between two others that lies farthest from the line through them. */
function worstBetween(at: At, first: number, last: number) {
  const dx = at(last, 0) - at(first, 0);
  const dy = at(last, 1) - at(first, 1);
  const length = Math.sqrt(dx * dx + dy * dy) || 1e-9;
  let worst = first;
  let distance = -1;
  for (let p = first + 1; p < last; p++) {
    const off = Math.abs(dx * (at(p, 1) - at(first, 1)) - dy * (at(p, 0) - at(first, 0))) / length;
    if (off > distance) {
      distance = off;
      worst = p;
    }
  }
  return { worst, distance };
}

function onPlane(cells: Float64Array, { left, bottom, cellMm }: Raster): Loop {
  return cells.map((value, i) => (i % 2 === 0 ? left : bottom) + value * cellMm);
}
