import { type Bvh, buildBvh } from "../bvh.ts";
import type { Box, Mesh, Part, Vec3 } from "../mesh.ts";
import { collectPaints, isPainted, type Paints } from "./paint.ts";
import { type Shape, shapeOf } from "./shape.ts";
import { sharedFloats, sharedWords } from "./shared-arrays.ts";
import { MATTE, type Surface, surfaceOf } from "./surface.ts";

/** A piece made ready for rays; all arrays lie in shared memory. */
export interface Geometry {
  bvh: Bvh;
  /** Unit xyz × three corners × triangles. */
  cornerNormals: Float32Array;
  /** Unit xyz × triangles. */
  faceNormals: Float32Array;
  /** Part × triangles. */
  partOf: Uint32Array;
  /** Surface × parts. */
  surfaces: Surface[];
  paints: Paints;
  /** Half-spaces of stones (nx, ny, nz, d), and where each part's begin: parts + 1 numbers. */
  planes: Float32Array;
  planesFrom: Uint32Array;
  box: Box;
  /** Corners of the piece's silhouette candidates, xyz × points, for framing. */
  outline: Float32Array;
  /** What the detail view shows: the largest stone, or the top of the piece. */
  detail: { at: Vec3; radiusMm: number };
  shape: Shape;
  /** True when the largest part is neither metal nor stone: the floor is then lit as the form is. */
  isMatte: boolean;
  /** Mean colour the piece throws on the floor. */
  tint: Vec3;
}

/** Joins the parts of a piece, builds their hierarchy and looks up their surfaces. */
export function prepareGeometry(parts: readonly Part[]): Geometry {
  const joined = join(parts);
  const { positions, indices } = joined;
  const box = boxOf(positions);
  const { planes, planesFrom } = collectPlanes(parts);
  const surfaces = parts.map((part) => surfaceOf(part, girdleWidth(part.mesh)));
  const largest = largestOf(parts);
  return {
    ...joined,
    bvh: buildBvh(positions, indices),
    surfaces,
    paints: collectPaints(parts),
    planes,
    planesFrom,
    box,
    outline: everyNth(positions, 4000),
    detail: detailOf(parts, box),
    shape: shapeOf(parts, box),
    isMatte: surfaces[largest]?.sort === MATTE,
    tint: tintOf(parts[largest], surfaces[largest]),
  };
}

function join(parts: readonly Part[]) {
  const count = (sum: (mesh: Mesh) => number) => parts.reduce((n, { mesh }) => n + sum(mesh), 0);
  const triangles = count((mesh) => mesh.indices.length / 3);
  const positions = new Float32Array(count((mesh) => mesh.positions.length));
  const indices = new Uint32Array(triangles * 3);
  const cornerNormals = sharedFloats(triangles * 9);
  const faceNormals = sharedFloats(triangles * 3);
  const partOf = sharedWords(triangles);
  let vertex = 0;
  let triangle = 0;
  for (const [p, { mesh }] of parts.entries()) {
    positions.set(mesh.positions, vertex * 3);
    partOf.fill(p, triangle, triangle + mesh.indices.length / 3);
    for (let i = 0; i < mesh.indices.length; i++)
      indices[triangle * 3 + i] = mesh.indices[i]! + vertex;
    fillNormals(
      parts[p]!,
      faceNormals.subarray(triangle * 3),
      cornerNormals.subarray(triangle * 9),
    );
    vertex += mesh.positions.length / 3;
    triangle += mesh.indices.length / 3;
  }
  return { positions, indices, cornerNormals, faceNormals, partOf };
}

/** Facets of stones and meshes without normals are flat; other corners take their vertex's normal. */
function fillNormals(part: Part, faces: Float32Array, corners: Float32Array): void {
  const { indices, normals } = part.mesh;
  for (let t = 0; t < indices.length / 3; t++) {
    const face = faceNormal(part.mesh, t);
    faces.set(face, t * 3);
    for (let c = 0; c < 3; c++) {
      const at = indices[t * 3 + c]! * 3;
      const own = normals && part.role !== "stone" ? normals.subarray(at, at + 3) : face;
      corners.set(own, t * 9 + c * 3);
    }
  }
}

function faceNormal({ positions, indices }: Mesh, triangle: number): Vec3 {
  const [a, b, c] = [0, 1, 2].map((k) => indices[triangle * 3 + k]! * 3) as [
    number,
    number,
    number,
  ];
  const ux = positions[b]! - positions[a]!;
  const uy = positions[b + 1]! - positions[a + 1]!;
  const uz = positions[b + 2]! - positions[a + 2]!;
  const vx = positions[c]! - positions[a]!;
  const vy = positions[c + 1]! - positions[a + 1]!;
  const vz = positions[c + 2]! - positions[a + 2]!;
  const x = uy * vz - uz * vy;
  const y = uz * vx - ux * vz;
  const z = ux * vy - uy * vx;
  const length = Math.sqrt(x * x + y * y + z * z);
  return length > 0 ? [x / length, y / length, z / length] : [0, 0, 1];
}

function collectPlanes(parts: readonly Part[]) {
  const hulls = parts.map((part) => (part.role === "stone" ? hullOf(part) : new Float32Array(0)));
  const planes = sharedFloats(hulls.reduce((n, hull) => n + hull.length, 0));
  const planesFrom = sharedWords(parts.length + 1);
  let at = 0;
  for (const [p, hull] of hulls.entries()) {
    planes.set(hull, at);
    at += hull.length;
    planesFrom[p + 1] = at;
  }
  return { planes, planesFrom };
}

/** A stone's half-spaces: its own, or those of its facets, each once. */
function hullOf(part: Part): Float32Array {
  if (part.gem) return part.gem.planes;
  const { mesh } = part;
  const found = new Map<string, number[]>();
  for (let t = 0; t < mesh.indices.length / 3; t++) {
    const [x, y, z] = faceNormal(mesh, t);
    const at = mesh.indices[t * 3]! * 3;
    const d = x * mesh.positions[at]! + y * mesh.positions[at + 1]! + z * mesh.positions[at + 2]!;
    const plane = [x, y, z, d];
    found.set(plane.map((v) => v.toFixed(3)).join(), plane);
  }
  return Float32Array.from([...found.values()].flat());
}

function boxOf(positions: Float32Array): Box {
  const min = [Infinity, Infinity, Infinity];
  const max = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i++) {
    const k = i % 3;
    if (positions[i]! < min[k]!) min[k] = positions[i]!;
    if (positions[i]! > max[k]!) max[k] = positions[i]!;
  }
  return { min: min as unknown as Vec3, max: max as unknown as Vec3 };
}

/** The middle of three extents: a stone is longer than wide and wider than deep, or thereabouts. */
function girdleWidth(mesh: Mesh): number {
  const { min, max } = boxOf(mesh.positions);
  const extents = [0, 1, 2].map((k) => max[k]! - min[k]!).sort((a, b) => a - b);
  return Math.max(0.1, extents[1]!);
}

function everyNth(positions: Float32Array, most: number): Float32Array {
  const vertices = positions.length / 3;
  const step = Math.max(1, Math.floor(vertices / most));
  const kept = sharedFloats(Math.ceil(vertices / step) * 3);
  for (let i = 0; i * step < vertices; i++)
    kept.set(positions.subarray(i * step * 3, i * step * 3 + 3), i * 3);
  return kept;
}

function detailOf(parts: readonly Part[], box: Box): Geometry["detail"] {
  let largest: { at: Vec3; radiusMm: number } | null = null;
  for (const { role, mesh } of parts) {
    if (role !== "stone") continue;
    const { min, max } = boxOf(mesh.positions);
    const radiusMm = Math.max(max[0] - min[0], max[1] - min[1]) / 2;
    const at: Vec3 = [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2];
    if (radiusMm > (largest?.radiusMm ?? 1.2)) largest = { at, radiusMm };
  }
  const { min, max } = box;
  const size = Math.max(max[0] - min[0], max[2] - min[2]);
  const top: Vec3 = [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, max[2] - size * 0.1];
  return largest ?? { at: top, radiusMm: size * 0.22 };
}

function largestOf(parts: readonly Part[]): number {
  const triangles = parts.map(({ mesh }) => mesh.indices.length);
  return triangles.indexOf(Math.max(...triangles));
}

/** Half the colour of the largest part, half grey: what a floor takes from the piece standing on it. */
function tintOf(part: Part | undefined, surface: Surface | undefined): Vec3 {
  if (!part || !surface || isPainted(part)) return [0.5, 0.5, 0.5];
  const { r, g, b } = surface;
  return [0.25 + r / 2, 0.25 + g / 2, 0.25 + b / 2];
}
