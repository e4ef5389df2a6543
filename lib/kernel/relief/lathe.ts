import type { Mesh } from "../mesh.ts";

/** A ring of points around the middle: on the oval of `share` times the half axes, moved out by `outMm`. */
export interface LatheRing {
  /** 0 to 1 of the half axes. */
  share: number;
  /** Outwards along both axes, mm: a frame of even width round an oval. */
  outMm: number;
  zMm: number;
  /** How much of the relief's height is added here, mm. */
  reliefMm?: number;
}

export interface LatheShape {
  halfXMm: number;
  halfYMm: number;
  /** From the middle of the face outwards, down the edge and in along the back. First and last are points. */
  rings: readonly LatheRing[];
  /** Round the edge, rounded up to a multiple of 32; towards the middle there are fewer, half as many at half the way. */
  segments: number;
  /** Height of the relief at x, y, each −1 to 1 of the half axes. */
  reliefAt?: (x: number, y: number) => number;
}

/** How often the segments may be halved towards the middle. */
const MOST_HALVINGS = 5;

/** How many points each ring has: one has as many as its neighbour, twice or half as many. */
function countsOf(rings: readonly LatheRing[], segments: number): number[] {
  const whole = 2 ** MOST_HALVINGS * Math.ceil(segments / 2 ** MOST_HALVINGS);
  const wanted = rings.map(({ share, outMm }) =>
    outMm > 0 || share <= 0 ? 0 : Math.min(MOST_HALVINGS, Math.floor(-Math.log2(share) + 1e-9)),
  );
  // A ring has at most twice the points of the one within it, from the middle out and from the back's in.
  const halvings = wanted.slice();
  for (let i = 1; i < halvings.length; i++)
    halvings[i] = Math.max(halvings[i]!, halvings[i - 1]! - 1);
  for (let i = halvings.length - 2; i >= 0; i--)
    halvings[i] = Math.max(halvings[i]!, halvings[i + 1]! - 1);
  return halvings.map((times) => whole / 2 ** times);
}

/**
 * A closed body turned round z, round or oval, its face (+z) raised by a relief. It is closed by construction: rings
 * share their points.
 */
export function latheMesh({ halfXMm, halfYMm, rings, segments, reliefAt }: LatheShape): Mesh {
  const inner = rings.slice(1, -1);
  const counts = countsOf(inner, segments);
  const positions = new Float32Array(3 * (2 + counts.reduce((sum, count) => sum + count, 0)));
  const put = (vertex: number, ring: LatheRing, angle: number) => {
    const x = (ring.share * halfXMm + ring.outMm) * Math.cos(angle);
    const y = (ring.share * halfYMm + ring.outMm) * Math.sin(angle);
    const raised =
      ring.reliefMm && reliefAt ? ring.reliefMm * reliefAt(x / halfXMm, y / halfYMm) : 0;
    positions.set([x, y, ring.zMm + raised], 3 * vertex);
  };
  put(0, rings[0]!, 0);
  put(1, rings.at(-1)!, 0);
  let vertex = 2;
  inner.forEach((ring, i) => {
    for (let j = 0; j < counts[i]!; j++) put(vertex++, ring, (2 * Math.PI * j) / counts[i]!);
  });
  return { positions, indices: latheIndices(counts) };
}

/** Triangles between neighbouring rings, and between the first and last ring and their points. */
function latheIndices(counts: readonly number[]): Uint32Array {
  const indices: number[] = [];
  const [first, last] = [counts[0]!, counts.at(-1)!];
  for (let j = 0; j < first; j++) indices.push(0, 2 + j, 2 + ((j + 1) % first));
  let near = 2;
  counts.slice(0, -1).forEach((count, i) => {
    addBand(indices, { first: near, count }, { first: near + count, count: counts[i + 1]! });
    near += count;
  });
  for (let j = 0; j < last; j++) indices.push(1, near + ((j + 1) % last), near + j);
  return new Uint32Array(indices);
}

/** Points of a ring: the number of its first, and how many there are. */
interface RingPoints {
  first: number;
  count: number;
}

/** The band between two rings of which one may have twice the other's points. */
function addBand(indices: number[], near: RingPoints, far: RingPoints): void {
  const steps = Math.min(near.count, far.count);
  const at = ({ first, count }: RingPoints, step: number) =>
    first + (((step * count) / steps) % count);
  for (let j = 0; j < steps; j++) {
    const [a, b] = [at(near, j), at(near, j + 1)];
    const [c, d] = [at(far, j), at(far, j + 1)];
    if (near.count === far.count) indices.push(a, c, d, a, d, b);
    else if (far.count > near.count) indices.push(a, c, c + 1, a, c + 1, b, b, c + 1, d);
    else indices.push(a, c, a + 1, a + 1, c, d, a + 1, d, b);
  }
}
