import type { Mesh, Vec3 } from "../mesh.ts";
import { faceNormals } from "../solid/normals.ts";

export interface OverhangOptions {
  /** Steepest lean from upright that needs no support, degrees, default 45. */
  angleDeg?: number;
  /** The way up, of unit length, default +Z. */
  up?: Vec3;
}

export interface Overhang {
  /** Of faces that hang over by more than the angle and do not stand on the bed, mm². */
  areaMm2: number;
  /** Column below those faces down to the bed, mm³: what supports fill at most. */
  underMm3: number;
  /** Height over the bed, mm. */
  heightMm: number;
  /** Middle of the largest hanging face, mm; null where none hangs. */
  at: Vec3 | null;
}

/** Faces this near the bed stand on it, mm. */
const BED_MM = 0.05;

/** What hangs over when a mesh stands with `up` upwards. */
export function overhangOf(
  mesh: Mesh,
  { angleDeg = 45, up = [0, 0, 1] }: OverhangOptions = {},
): Overhang {
  const { positions: p, indices } = mesh;
  const [ux, uy, uz] = up;
  const heights = new Float32Array(p.length / 3);
  let [low, high] = [Infinity, -Infinity];
  for (let v = 0; v < heights.length; v++) {
    const height = p[3 * v]! * ux + p[3 * v + 1]! * uy + p[3 * v + 2]! * uz;
    heights[v] = height;
    if (height < low) low = height;
    if (height > high) high = height;
  }
  const normals = faceNormals(mesh);
  const limit = Math.sin((angleDeg * Math.PI) / 180) + 1e-6;
  const sum: Overhang = { areaMm2: 0, underMm3: 0, heightMm: Math.max(0, high - low), at: null };
  let largest = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const down = -(normals[i]! * ux + normals[i + 1]! * uy + normals[i + 2]! * uz);
    if (down <= limit) continue;
    const [a, b, c] = [indices[i]!, indices[i + 1]!, indices[i + 2]!];
    const overBed = (heights[a]! + heights[b]! + heights[c]!) / 3 - low;
    if (overBed < BED_MM) continue;
    const areaMm2 = triangleArea(p, a, b, c);
    sum.areaMm2 += areaMm2;
    sum.underMm3 += areaMm2 * down * overBed;
    if (areaMm2 <= largest) continue;
    largest = areaMm2;
    sum.at = [0, 1, 2].map(
      (k) => (p[3 * a + k]! + p[3 * b + k]! + p[3 * c + k]!) / 3,
    ) as unknown as Vec3;
  }
  return sum;
}

function triangleArea(p: Float32Array, a: number, b: number, c: number): number {
  const [ux, uy, uz] = [0, 1, 2].map((k) => p[3 * b + k]! - p[3 * a + k]!) as [
    number,
    number,
    number,
  ];
  const [vx, vy, vz] = [0, 1, 2].map((k) => p[3 * c + k]! - p[3 * a + k]!) as [
    number,
    number,
    number,
  ];
  return Math.hypot(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx) / 2;
}
