import type { Painter } from "./painter.ts";

/** Triangles of one painted colour: their own vertices, mm, and colours, linear RGB. */
export interface PaintedFaces {
  positions: number[];
  colors: number[];
  indices: number[];
}

/** Colour step along an edge, linear RGB, from which it is split. */
const STEP = 0.035;

interface Edge {
  /** Faces along it: an edge of one face is a border, where a split would tear the surface. */
  faces: number;
  middle: number;
}

const keyOf = (a: number, b: number) => (a < b ? a * 0x4000000 + b : b * 0x4000000 + a);

/**
 * The faces split where the paint changes along an edge, so that what is painted has fine outlines; edges down to
 * `leastMm`. Middles lie on the edges, so the solid stays exactly what it is; border edges stay whole.
 */
export function refinePainted(
  faces: PaintedFaces,
  painter: Painter,
  leastMm: number,
): PaintedFaces {
  let refined = faces;
  for (let round = 0; round < ROUNDS; round++) {
    const next = splitOnce(refined, painter, leastMm);
    if (next === refined) break;
    refined = next;
  }
  return refined;
}

const ROUNDS = 3;

function splitOnce(faces: PaintedFaces, painter: Painter, leastMm: number): PaintedFaces {
  const edges = edgesOf(faces.indices);
  const positions = [...faces.positions];
  const colors = [...faces.colors];
  let isSplit = false;
  for (const [key, edge] of edges) {
    if (edge.faces !== 2) continue;
    const [a, b] = [Math.floor(key / 0x4000000), key % 0x4000000];
    const middle = middleToSplit(faces, a, b, painter, leastMm);
    if (!middle) continue;
    isSplit = true;
    edge.middle = positions.length / 3;
    positions.push(...middle.at);
    colors.push(...middle.colour);
  }
  if (!isSplit) return faces;
  return { positions, colors, indices: splitFaces(faces.indices, edges) };
}

function edgesOf(indices: readonly number[]): Map<number, Edge> {
  const edges = new Map<number, Edge>();
  for (let t = 0; t < indices.length; t += 3)
    for (let k = 0; k < 3; k++) {
      const key = keyOf(indices[t + k]!, indices[t + ((k + 1) % 3)]!);
      const edge = edges.get(key);
      if (edge) edge.faces += 1;
      else edges.set(key, { faces: 1, middle: -1 });
    }
  return edges;
}

/** The middle of an edge with its colour, where ends or middle differ in it and the edge is long enough. */
function middleToSplit(
  { positions, colors }: PaintedFaces,
  a: number,
  b: number,
  painter: Painter,
  leastMm: number,
) {
  const at = [0, 1, 2].map((k) => Math.fround((positions[3 * a + k]! + positions[3 * b + k]!) / 2));
  const long = Math.hypot(...[0, 1, 2].map((k) => positions[3 * a + k]! - positions[3 * b + k]!));
  if (long < 2 * leastMm) return null;
  const colour = painter(at[0]!, at[1]!, at[2]!);
  const far = (vertex: number) =>
    Math.hypot(...[0, 1, 2].map((k) => colour[k]! - colors[3 * vertex + k]!));
  const ends = Math.hypot(...[0, 1, 2].map((k) => colors[3 * a + k]! - colors[3 * b + k]!));
  return Math.max(far(a), far(b), ends) > STEP ? { at, colour } : null;
}

/** Each face as one to four, by which of its edges have a middle. */
function splitFaces(indices: readonly number[], edges: ReadonlyMap<number, Edge>): number[] {
  const out: number[] = [];
  for (let t = 0; t < indices.length; t += 3) {
    const corners = [indices[t]!, indices[t + 1]!, indices[t + 2]!];
    const middles = corners.map(
      (corner, k) => edges.get(keyOf(corner, corners[(k + 1) % 3]!))!.middle,
    );
    out.push(...splitFace(corners, middles));
  }
  return out;
}

function splitFace(corners: readonly number[], middles: readonly number[]): number[] {
  const split = middles.filter((middle) => middle >= 0).length;
  if (split === 0) return [...corners];
  // Turned so that the first edge is split, and with two the third is not.
  const from = split === 2 ? (middles.indexOf(-1) + 1) % 3 : middles.findIndex((m) => m >= 0);
  const turn = (values: readonly number[]) => [0, 1, 2].map((k) => values[(from + k) % 3]!);
  const [a, b, c] = turn(corners) as [number, number, number];
  const [ab, bc, ca] = turn(middles) as [number, number, number];
  if (split === 1) return [a, ab, c, ab, b, c];
  if (split === 2) return [ab, b, bc, a, ab, bc, a, bc, c];
  return [a, ab, ca, ab, b, bc, ca, bc, c, ab, bc, ca];
}
