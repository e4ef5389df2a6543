import { buildBvh, type Hit, intersect } from "../bvh.ts";
import type { Mesh } from "../mesh.ts";
import { faceNormals } from "../solid/normals.ts";
import { weld } from "../solid/weld.ts";

type Rgb = readonly [red: number, green: number, blue: number];

export interface WallMap {
  /** The mesh with linear colours at its vertices. */
  mesh: Mesh;
  /** How thick the solid is straight in from each vertex, mm; Infinity where nothing is opposite. */
  thicknessMm: Float32Array;
  /** What the colours mean, thinnest first. */
  legend: { mm: number; colour: Rgb }[];
}

export interface WallMapOptions {
  /** Red is this and thinner, mm: the limit of the process. */
  limitMm: number;
  /** Blue is this and thicker, mm, default four times the limit. */
  thickMm?: number;
}

/** From too thin to stout; told apart by lightness too. */
const SCALE: readonly Rgb[] = [
  [0.6, 0.01, 0.01],
  [0.9, 0.25, 0.02],
  [0.9, 0.75, 0.1],
  [0.15, 0.5, 0.2],
  [0.03, 0.15, 0.4],
];

const SKIN_MM = 1e-4;
const FAR_MM = 1e6;

function colourAt(share: number): Rgb {
  const place = Math.min(1, Math.max(0, share)) * (SCALE.length - 1);
  const low = Math.min(SCALE.length - 2, Math.floor(place));
  const [a, b] = [SCALE[low]!, SCALE[low + 1]!];
  return [0, 1, 2].map((k) => a[k]! + (b[k]! - a[k]!) * (place - low)) as unknown as Rgb;
}

/** Thickness straight in from the middle of each triangle, mm. */
function thicknessOfTriangles({ positions: p, indices }: Mesh): Float32Array {
  const normals = faceNormals({ positions: p, indices });
  const bvh = buildBvh(p, indices);
  const hit: Hit = { t: 0, triangle: 0, u: 0, v: 0 };
  const thickness = new Float32Array(indices.length / 3).fill(Infinity);
  for (let t = 0; t < thickness.length; t++) {
    const [a, b, c] = [3 * indices[3 * t]!, 3 * indices[3 * t + 1]!, 3 * indices[3 * t + 2]!];
    const [x, y, z] = [0, 1, 2].map((k) => (p[a + k]! + p[b + k]! + p[c + k]!) / 3) as [
      number,
      number,
      number,
    ];
    const [nx, ny, nz] = [normals[3 * t]!, normals[3 * t + 1]!, normals[3 * t + 2]!];
    if (intersect(bvh, x, y, z, -nx, -ny, -nz, SKIN_MM, FAR_MM, hit)) thickness[t] = hit.t;
  }
  return thickness;
}

/** How thick a solid is everywhere, as colours: red at the limit and below, blue where it is stout. */
export function wallMap(mesh: Mesh, { limitMm, thickMm = 4 * limitMm }: WallMapOptions): WallMap {
  const welded = weld(mesh);
  const perTriangle = thicknessOfTriangles(welded);
  const thicknessMm = new Float32Array(welded.positions.length / 3).fill(Infinity);
  welded.indices.forEach((vertex, i) => {
    const here = perTriangle[(i / 3) | 0]!;
    if (here < thicknessMm[vertex]!) thicknessMm[vertex] = here;
  });
  const share = (mm: number) => (mm - limitMm) / (thickMm - limitMm);
  const colors = new Float32Array(welded.positions.length);
  thicknessMm.forEach((mm, v) => {
    colors.set(colourAt(share(mm)), 3 * v);
  });
  const legend = SCALE.map((colour, i) => ({
    mm: limitMm + ((thickMm - limitMm) * i) / (SCALE.length - 1),
    colour,
  }));
  return { mesh: { ...welded, colors }, thicknessMm, legend };
}
