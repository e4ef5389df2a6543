import type { Cut } from "../../shared/stones.ts";

/** A point of a stone's girdle seen from above, mm, with its outward unit normal. */
export interface OutlinePoint {
  x: number;
  y: number;
  nx: number;
  ny: number;
}

/** A closed outline, counter-clockwise; corners stand in it several times, once for each normal of their fan. */
export type Outline = readonly OutlinePoint[];

/** A smooth curve of an outline by its parameter, radians; y is the long side, π/2 a tip where there is one. */
export type Curve = (turn: number) => OutlinePoint;

const STEPS_PER_QUARTER = 24;
/** Normals of neighbouring points further apart than this are joined by a fan. */
const CORNER_COS = Math.cos(Math.PI / 15);
const FAN_STEPS = 6;
const CUSHION_POWER = 3;
/** Cut corners of an emerald cut, share of the width. */
const EMERALD_CORNER = 0.16;

const withNormal = (x: number, y: number, nx: number, ny: number): OutlinePoint => {
  const size = Math.sqrt(nx * nx + ny * ny);
  return { x, y, nx: nx / size, ny: ny / size };
};

function ellipse(a: number, b: number): Curve {
  return (turn) => {
    const cos = Math.cos(turn);
    const sin = Math.sin(turn);
    return withNormal(a * cos, b * sin, cos / a, sin / b);
  };
}

function superellipse(a: number, b: number, power: number): Curve {
  const root = (value: number) => Math.sign(value) * Math.abs(value) ** (2 / power);
  const slope = (value: number) => Math.sign(value) * Math.abs(value) ** (2 - 2 / power);
  return (turn) => {
    const cos = Math.cos(turn);
    const sin = Math.sin(turn);
    return withNormal(a * root(cos), b * root(sin), slope(cos) / a, slope(sin) / b);
  };
}

/** An arc bulging to ±x from the widest point (a, 0) to a tip (0, reach). */
function arcSide(a: number, reach: number, turn: number): OutlinePoint {
  const radius = (reach * reach + a * a) / (2 * a);
  const y = reach * Math.sin(turn);
  const run = Math.sqrt(Math.max(0, radius * radius - y * y));
  const side = Math.cos(turn) >= 0 ? 1 : -1;
  return withNormal(side * (run - (radius - a)), y, side * run, y);
}

/** Where the facets of a pear gather: the middle of its round end, seen from the middle of its box. */
export function pearCentreY(a: number, b: number): number {
  return a - b;
}

function pear(a: number, b: number): Curve {
  const centre = pearCentreY(a, b);
  const round = ellipse(a, a);
  return (turn) => {
    const isRoundEnd = Math.sin(turn) < 0;
    const point = isRoundEnd ? round(turn) : arcSide(a, 2 * b - a, turn);
    return { ...point, y: point.y + centre };
  };
}

/** The curve of a cut of half width a and half length b (b ≥ a), or null for cuts with straight sides. */
export function curveOf(cut: Cut, a: number, b: number): Curve | null {
  switch (cut) {
    case "round":
    case "oval":
      return ellipse(a, b);
    case "cushion":
      return superellipse(a, b, CUSHION_POWER);
    case "marquise":
      return (turn) => arcSide(a, b, turn);
    case "pear":
      return pear(a, b);
    case "princess":
    case "emerald":
      return null;
  }
}

/** Corners of a cut with straight sides, counter-clockwise from the middle of the right side. */
export function cornersOf(cut: "princess" | "emerald", a: number, b: number) {
  if (cut === "princess") return mirrorCorners([[a, b]]);
  const c = EMERALD_CORNER * 2 * a;
  return mirrorCorners([
    [a, b - c],
    [a - c, b],
  ]);
}

function mirrorCorners(first: [number, number][]): [number, number][] {
  const reversed = first.toReversed();
  return [
    ...first,
    ...reversed.map(([x, y]): [number, number] => [-x, y]),
    ...first.map(([x, y]): [number, number] => [-x, -y]),
    ...reversed.map(([x, y]): [number, number] => [x, -y]),
  ];
}

type Segment = OutlinePoint[];

function sampleCurve(curve: Curve, steps: number): Segment[] {
  return [0, 1, 2, 3].map((quarter) =>
    Array.from({ length: steps + 1 }, (_, step) => {
      // A hair inside the ends keeps the normal of a tip on its own side.
      const share = Math.min(1 - 1e-9, Math.max(1e-9, step / steps));
      return curve(((quarter + share) * Math.PI) / 2);
    }),
  );
}

function sampleSides(corners: readonly [number, number][], steps: number): Segment[] {
  return corners.map(([x0, y0], index) => {
    const [x1, y1] = corners[(index + 1) % corners.length]!;
    return Array.from({ length: steps + 1 }, (_, step) => {
      const share = step / steps;
      return withNormal(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share, y1 - y0, x0 - x1);
    });
  });
}

function fan(from: OutlinePoint, to: OutlinePoint): OutlinePoint[] {
  const start = Math.atan2(from.ny, from.nx);
  let sweep = Math.atan2(to.ny, to.nx) - start;
  if (sweep < 0) sweep += 2 * Math.PI;
  return Array.from({ length: FAN_STEPS - 1 }, (_, step) => {
    const angle = start + (sweep * (step + 1)) / FAN_STEPS;
    return { x: to.x, y: to.y, nx: Math.cos(angle), ny: Math.sin(angle) };
  });
}

function joinSegments(segments: Segment[]): Outline {
  return segments.flatMap((segment, index) => {
    const last = segment[segment.length - 1]!;
    const next = segments[(index + 1) % segments.length]![0]!;
    const isSmooth = last.nx * next.nx + last.ny * next.ny > CORNER_COS;
    return isSmooth ? segment.slice(0, -1) : [...segment, ...fan(last, next)];
  });
}

const quarterTurn = ({ x, y, nx, ny }: OutlinePoint): OutlinePoint => ({
  x: -y,
  y: x,
  nx: -ny,
  ny: nx,
});

/** The girdle of a cut, mm: length along y, width along x; a cut laid across is turned a quarter. */
export function outlineOf(
  cut: Cut,
  lengthMm: number,
  widthMm: number,
  stepsPerQuarter = STEPS_PER_QUARTER,
): Outline {
  const b = Math.max(lengthMm, widthMm) / 2;
  const a = Math.min(lengthMm, widthMm) / 2;
  const curve = curveOf(cut, a, b);
  const segments = curve
    ? sampleCurve(curve, stepsPerQuarter)
    : sampleSides(cornersOf(cut as "princess" | "emerald", a, b), stepsPerQuarter / 2);
  const outline = joinSegments(segments);
  return lengthMm >= widthMm ? outline : outline.map(quarterTurn);
}

/** The outline moved outwards along its normals, mm; corners become round. */
export function offsetOutline(outline: Outline, distanceMm: number): Outline {
  return outline.map(({ x, y, nx, ny }) => ({
    x: x + nx * distanceMm,
    y: y + ny * distanceMm,
    nx,
    ny,
  }));
}

/** Distance along the outline to each point, and last the whole length. */
export function arcLengths(outline: Outline): number[] {
  const lengths = [0];
  for (let i = 0; i < outline.length; i++) {
    const from = outline[i]!;
    const to = outline[(i + 1) % outline.length]!;
    lengths.push(lengths[i]! + Math.sqrt((to.x - from.x) ** 2 + (to.y - from.y) ** 2));
  }
  return lengths;
}

/** The point at a distance along the outline, mm, counted from its first point; wraps round. */
export function pointAlong(outline: Outline, lengths: readonly number[], along: number) {
  const total = lengths.at(-1)!;
  const wanted = ((along % total) + total) % total;
  const next = lengths.findIndex((value) => value > wanted);
  const index = (next < 0 ? outline.length : next) - 1;
  const from = outline[index]!;
  const to = outline[(index + 1) % outline.length]!;
  const step = lengths[index + 1]! - lengths[index]!;
  const t = step > 0 ? (wanted - lengths[index]!) / step : 0;
  return withNormal(
    from.x + (to.x - from.x) * t,
    from.y + (to.y - from.y) * t,
    from.nx + (to.nx - from.nx) * t,
    from.ny + (to.ny - from.ny) * t,
  );
}
