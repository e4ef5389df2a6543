import type { Mesh } from "../mesh.ts";
import { eachTriangle } from "./extent.ts";

type Visit = (triangle: number, x: number, y: number, z: number) => void;

/** Numbers in 0 … 1, the same each time (a linear congruential generator of Numerical Recipes). */
function sequence(): () => number {
  let state = 12_345;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The last triangle whose cumulated area begins at or before `area`. */
function triangleAt(cumulated: Float64Array, area: number): number {
  let low = 0;
  let high = cumulated.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulated[middle]! < area) low = middle + 1;
    else high = middle;
  }
  return low;
}

function place(
  { positions: p, indices }: Mesh,
  triangle: number,
  u: number,
  v: number,
  visit: Visit,
) {
  const a = indices[3 * triangle]! * 3;
  const b = indices[3 * triangle + 1]! * 3;
  const c = indices[3 * triangle + 2]! * 3;
  const w = 1 - u - v;
  visit(
    triangle,
    w * p[a]! + u * p[b]! + v * p[c]!,
    w * p[a + 1]! + u * p[b + 1]! + v * p[c + 1]!,
    w * p[a + 2]! + u * p[b + 2]! + v * p[c + 2]!,
  );
}

/**
 * Visits places on a mesh: half of them spread evenly over its area, half over its triangles, since
 * fine detail has many triangles and little area. The same mesh gives the same places.
 */
export function samplePlaces(mesh: Mesh, count: number, visit: Visit): void {
  const triangles = mesh.indices.length / 3;
  const cumulated = new Float64Array(triangles);
  let area = 0;
  eachTriangle(mesh, [0, 0, 0], (triangle, _, areaMm2) => {
    area += areaMm2;
    cumulated[triangle] = area;
  });
  const random = sequence();
  const half = Math.ceil(count / 2);
  for (let i = 0; i < half; i++) {
    const triangle = triangleAt(cumulated, ((i + random()) / half) * area);
    const u = random();
    const v = random();
    if (u + v > 1) place(mesh, triangle, 1 - u, 1 - v, visit);
    else place(mesh, triangle, u, v, visit);
  }
  const rest = Math.min(count - half, triangles);
  for (let i = 0; i < rest; i++) {
    place(mesh, Math.floor(((i + random()) / rest) * triangles), 1 / 3, 1 / 3, visit);
  }
}
