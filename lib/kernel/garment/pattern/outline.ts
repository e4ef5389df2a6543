/** A place on a flat piece, mm: x to the right, y down, the grain along y. */
export type P2 = readonly [x: number, y: number];

/** What happens at an edge when the garment is sewn. */
export type EdgeKind = "seam" | "hem" | "fold" | "bound";

export interface Edge {
  kind: EdgeKind;
  /** What is sewn here, shown on the drawing: `side seam`, `armhole`. */
  name: string;
  /** From one corner to the next, both included. */
  points: readonly P2[];
}

/** Cloth added beyond the sewing line, mm; house practice for machine-sewn clothes. */
export const ALLOWANCE_MM: Record<EdgeKind, number> = { seam: 10, hem: 30, fold: 0, bound: 6 };

export interface PatternPiece {
  id: string;
  name: string;
  /** How many are cut. */
  count: number;
  /** Edges in order around the piece; the end of each is the start of the next. */
  edges: readonly Edge[];
  /** Lines sewn inside the piece: darts, pleats, pocket mouths. */
  marks: readonly { name: string; points: readonly P2[] }[];
  /** Half of what is cut: the edge of kind `fold` lies on folded cloth. */
  isOnFold: boolean;
}

export const lengthOf = (points: readonly P2[]): number =>
  points
    .slice(1)
    .reduce((sum, [x, y], i) => sum + Math.hypot(x - points[i]![0], y - points[i]![1]), 0);

/** Area inside a closed outline, mm², whichever way it runs. */
export function areaOf(outline: readonly P2[]): number {
  let twice = 0;
  outline.forEach(([ax, ay], i) => {
    const [bx, by] = outline[(i + 1) % outline.length]!;
    twice += ax * by - bx * ay;
  });
  return Math.abs(twice) / 2;
}

/** The sewing line around a piece, each point once. */
export const sewingLine = ({ edges }: PatternPiece): P2[] =>
  edges.flatMap(({ points }) => points.slice(0, -1));

interface Side {
  a: P2;
  b: P2;
  outMm: number;
}

function sidesOf({ edges }: PatternPiece, allowance: Record<EdgeKind, number>): Side[] {
  return edges.flatMap(({ points, kind }) =>
    points.slice(1).flatMap((b, i) => {
      const a = points[i]!;
      return Math.hypot(b[0] - a[0], b[1] - a[1]) > 1e-6 ? [{ a, b, outMm: allowance[kind] }] : [];
    }),
  );
}

const isClockwise = (outline: readonly P2[]) => {
  let twice = 0;
  outline.forEach(([ax, ay], i) => {
    const [bx, by] = outline[(i + 1) % outline.length]!;
    twice += ax * by - bx * ay;
  });
  return twice < 0;
};

/** A side moved outwards as the line through `at` with unit direction `d`. */
function movedLine({ a, b, outMm }: Side, turn: 1 | -1) {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const d: P2 = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const at: P2 = [a[0] + turn * d[1] * outMm, a[1] - turn * d[0] * outMm];
  return { at, d, outMm };
}

type Line = ReturnType<typeof movedLine>;

/** Where two moved sides meet; nearly straight ones are joined where they would have met, long points are cut off. */
function corner(before: Line, after: Line, at: P2, turn: 1 | -1): P2[] {
  const cross = before.d[0] * after.d[1] - before.d[1] * after.d[0];
  const most = 2.5 * Math.max(before.outMm, after.outMm, 1);
  const out = (line: Line): P2 => [
    at[0] + turn * line.d[1] * line.outMm,
    at[1] - turn * line.d[0] * line.outMm,
  ];
  if (Math.abs(cross) < 1e-3)
    return before.outMm === after.outMm ? [out(before)] : [out(before), out(after)];
  const dx = after.at[0] - before.at[0];
  const dy = after.at[1] - before.at[1];
  const t = (dx * after.d[1] - dy * after.d[0]) / cross;
  const meet: P2 = [before.at[0] + before.d[0] * t, before.at[1] + before.d[1] * t];
  return Math.hypot(meet[0] - at[0], meet[1] - at[1]) <= most ? [meet] : [out(before), out(after)];
}

/** The line a piece is cut along: its sewing line with each edge's allowance. */
export function cuttingLine(piece: PatternPiece, allowance = ALLOWANCE_MM): P2[] {
  const turn = isClockwise(sewingLine(piece)) ? -1 : 1;
  const sides = sidesOf(piece, allowance);
  const lines = sides.map((side) => movedLine(side, turn));
  return sides.flatMap(({ a }, i) => corner(lines.at(i - 1)!, lines[i]!, a, turn));
}

/** Cloth of one cut piece, mm²; of a piece on the fold, both halves. */
export const cutAreaMm2 = (piece: PatternPiece) =>
  areaOf(cuttingLine(piece)) * (piece.isOnFold ? 2 : 1);

/** The same without allowances. */
export const netAreaMm2 = (piece: PatternPiece) =>
  areaOf(sewingLine(piece)) * (piece.isOnFold ? 2 : 1);

/** Width and length a cut piece takes on the cloth, mm. */
export function cutSize(piece: PatternPiece): { widthMm: number; lengthMm: number } {
  const line = cuttingLine(piece);
  const extent = (k: 0 | 1) =>
    Math.max(...line.map((p) => p[k])) - Math.min(...line.map((p) => p[k]));
  return { widthMm: extent(0) * (piece.isOnFold ? 2 : 1), lengthMm: extent(1) };
}

/** A curve from `a` to `b` that leaves towards `p` and arrives from `q` (a cubic Bézier), as points. */
export function curve(a: P2, p: P2, q: P2, b: P2, steps = 24): P2[] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps;
    const s = 1 - t;
    const at = (k: 0 | 1) =>
      a[k] * s * s * s + 3 * p[k] * s * s * t + 3 * q[k] * s * t * t + b[k] * t * t * t;
    return [at(0), at(1)];
  });
}

/** An arc about a middle from one angle to another (0 along +x, growing towards +y), radians. */
export function arc([cx, cy]: P2, radiusMm: number, from: number, to: number): P2[] {
  const steps = Math.max(8, Math.ceil(Math.abs(to - from) / 0.03));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = from + ((to - from) * i) / steps;
    return [cx + radiusMm * Math.cos(angle), cy + radiusMm * Math.sin(angle)];
  });
}
