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
  segments: number;
  /** Height of the relief at x, y, each −1 to 1 of the half axes. */
  reliefAt?: (x: number, y: number) => number;
}

/** Direction cosines of the segments. */
function directions(segments: number): { cos: Float64Array; sin: Float64Array } {
  const angle = (j: number) => (2 * Math.PI * j) / segments;
  return {
    cos: Float64Array.from({ length: segments }, (_, j) => Math.cos(angle(j))),
    sin: Float64Array.from({ length: segments }, (_, j) => Math.sin(angle(j))),
  };
}

/**
 * A closed body turned round z, round or oval, its face (+z) raised by a relief. It is closed by construction: rings
 * share their points.
 */
export function latheMesh({ halfXMm, halfYMm, rings, segments, reliefAt }: LatheShape): Mesh {
  const { cos, sin } = directions(segments);
  const inner = rings.slice(1, -1);
  const positions = new Float32Array(3 * (2 + inner.length * segments));
  const put = (vertex: number, ring: LatheRing, c: number, s: number) => {
    const x = (ring.share * halfXMm + ring.outMm) * c;
    const y = (ring.share * halfYMm + ring.outMm) * s;
    const raised =
      ring.reliefMm && reliefAt ? ring.reliefMm * reliefAt(x / halfXMm, y / halfYMm) : 0;
    positions.set([x, y, ring.zMm + raised], 3 * vertex);
  };
  put(0, rings[0]!, 0, 0);
  put(1, rings.at(-1)!, 0, 0);
  inner.forEach((ring, i) => {
    for (let j = 0; j < segments; j++) put(2 + i * segments + j, ring, cos[j]!, sin[j]!);
  });
  return { positions, indices: latheIndices(inner.length, segments) };
}

function latheIndices(rings: number, segments: number): Uint32Array {
  const indices = new Uint32Array(6 * segments * rings);
  const last = 2 + (rings - 1) * segments;
  let at = 0;
  for (let j = 0; j < segments; j++) {
    const k = (j + 1) % segments;
    indices.set([0, 2 + j, 2 + k, 1, last + k, last + j], at);
    at += 6;
    for (let i = 0; i < rings - 1; i++) {
      const near = 2 + i * segments;
      const far = near + segments;
      indices.set([near + j, far + j, far + k, near + j, far + k, near + k], at);
      at += 6;
    }
  }
  return indices;
}
