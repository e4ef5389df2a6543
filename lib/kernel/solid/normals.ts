import type { Mesh } from "../mesh.ts";
import { placesOf } from "./weld.ts";

/** Faces smaller than this have no direction worth keeping, mm² (twice the area). */
const FLAT_MM2 = 1e-9;
/** Normals of one vertex closer than this (sum of differences) share a vertex. */
const SAME_NORMAL = 1e-3;

/** Unit normals of triangles, xyz × triangles; zero where a triangle has no area. */
export function faceNormals({ positions: p, indices }: Mesh): Float32Array {
  const normals = new Float32Array(indices.length);
  for (let i = 0; i < indices.length; i += 3) {
    const a = indices[i]! * 3;
    const b = indices[i + 1]! * 3;
    const c = indices[i + 2]! * 3;
    const ux = p[b]! - p[a]!;
    const uy = p[b + 1]! - p[a + 1]!;
    const uz = p[b + 2]! - p[a + 2]!;
    const vx = p[c]! - p[a]!;
    const vy = p[c + 1]! - p[a + 1]!;
    const vz = p[c + 2]! - p[a + 2]!;
    const x = uy * vz - uz * vy;
    const y = uz * vx - ux * vz;
    const z = ux * vy - uy * vx;
    const length = Math.sqrt(x * x + y * y + z * z);
    if (length < FLAT_MM2) continue;
    normals[i] = x / length;
    normals[i + 1] = y / length;
    normals[i + 2] = z / length;
  }
  return normals;
}

/** The angle of each triangle at each of its corners, radians; in the order of `indices`. */
function cornerAngles({ positions: p, indices }: Mesh): Float32Array {
  const angles = new Float32Array(indices.length);
  for (let i = 0; i < indices.length; i++) {
    const first = i - (i % 3);
    const a = indices[i]! * 3;
    const b = indices[first + ((i + 1) % 3)]! * 3;
    const c = indices[first + ((i + 2) % 3)]! * 3;
    let dot = 0;
    let uu = 0;
    let vv = 0;
    for (let k = 0; k < 3; k++) {
      const u = p[b + k]! - p[a + k]!;
      const v = p[c + k]! - p[a + k]!;
      dot += u * v;
      uu += u * u;
      vv += v * v;
    }
    const lengths = Math.sqrt(uu * vv);
    angles[i] = lengths > 0 ? Math.acos(Math.max(-1, Math.min(1, dot / lengths))) : 0;
  }
  return angles;
}

/** Corners of each place: those of place p are `corners[start[p]]` … `corners[start[p + 1] - 1]`. */
function cornersByPlace(indices: Uint32Array, placeOf: (vertex: number) => number, places: number) {
  const start = new Uint32Array(places + 1);
  for (const v of indices) start[placeOf(v) + 1]! += 1;
  for (let p = 0; p < places; p++) start[p + 1]! += start[p]!;
  const next = start.slice();
  const corners = new Uint32Array(indices.length);
  indices.forEach((v, corner) => {
    const place = placeOf(v);
    corners[next[place]!] = corner;
    next[place]! += 1;
  });
  return { start, corners };
}

/** Corners that meet in one place; a vertex is one, but where pictures or colours have seams several are. */
function meetingCorners({ positions, indices, uvs, colors }: Mesh) {
  const vertices = positions.length / 3;
  if (!uvs && !colors) return cornersByPlace(indices, (vertex) => vertex, vertices);
  const { target, count } = placesOf(positions);
  return cornersByPlace(indices, (vertex) => target[vertex]!, count);
}

/** Collects split vertices while it walks a mesh. */
class Splitter {
  /** Vertex of the mesh that each split vertex comes from. */
  readonly sources: number[] = [];
  readonly normals: number[] = [];
  private readonly indices: Uint32Array;
  private readonly faces: Float32Array;
  private readonly angles: Float32Array;
  private readonly cosCrease: number;
  private readonly sum = new Float64Array(3);

  constructor(mesh: Mesh, creaseDeg: number) {
    this.indices = mesh.indices;
    this.faces = faceNormals(mesh);
    this.angles = cornerAngles(mesh);
    this.cosCrease = Math.cos((creaseDeg * Math.PI) / 180);
  }

  private add(corner: number): void {
    const face = corner - (corner % 3);
    const weight = this.angles[corner]!;
    for (let k = 0; k < 3; k++) this.sum[k]! += this.faces[face + k]! * weight;
  }

  private isSmooth(a: number, b: number): boolean {
    const f = a - (a % 3);
    const g = b - (b % 3);
    const { faces } = this;
    const dot =
      faces[f]! * faces[g]! + faces[f + 1]! * faces[g + 1]! + faces[f + 2]! * faces[g + 2]!;
    return dot >= this.cosCrease;
  }

  /** Unit length, or false when there is no direction. */
  private normalise(): boolean {
    const [x, y, z] = this.sum as unknown as [number, number, number];
    const length = Math.sqrt(x * x + y * y + z * z);
    if (!(length > 1e-6)) return false;
    for (let k = 0; k < 3; k++) this.sum[k]! /= length;
    return true;
  }

  /** Sets `sum` to the normal at a corner: of its smooth neighbours, else of all, else up. */
  private normalAt(corner: number, around: Uint32Array): void {
    this.sum.fill(0);
    for (const other of around) if (this.isSmooth(corner, other)) this.add(other);
    if (this.normalise()) return;
    this.sum.fill(0);
    for (const other of around) this.add(other);
    if (!this.normalise()) this.sum.set([0, 0, 1]);
  }

  private isSame(vertex: number, source: number): boolean {
    const { normals, sources, sum } = this;
    if (sources[vertex] !== source) return false;
    let difference = 0;
    for (let k = 0; k < 3; k++) difference += Math.abs(normals[3 * vertex + k]! - sum[k]!);
    return difference < SAME_NORMAL;
  }

  /** The split vertex for one corner, made when there is none alike since `first`. */
  vertexFor(corner: number, around: Uint32Array, first: number): number {
    this.normalAt(corner, around);
    const source = this.indices[corner]!;
    const count = this.sources.length;
    for (let v = first; v < count; v++) if (this.isSame(v, source)) return v;
    this.sources.push(source);
    this.normals.push(this.sum[0]!, this.sum[1]!, this.sum[2]!);
    return count;
  }
}

/** Values of split vertices, `width` each. */
function taken(values: Float32Array, width: number, sources: readonly number[]): Float32Array {
  const out = new Float32Array(sources.length * width);
  for (const [v, source] of sources.entries())
    for (let k = 0; k < width; k++) out[v * width + k] = values[source * width + k]!;
  return out;
}

/**
 * The welded mesh with unit normals, smooth where faces meet at less than `creaseDeg` and split where
 * they meet at more. Angle-weighted; never zero, also at slivers. Triangles keep their order, vertices
 * their uvs and colours; over the seams of those the surface stays smooth.
 */
export function withCreaseNormals(mesh: Mesh, creaseDeg = 35): Mesh {
  const { start, corners } = meetingCorners(mesh);
  const splitter = new Splitter(mesh, creaseDeg);
  const indices = new Uint32Array(mesh.indices.length);
  for (let place = 0; place + 1 < start.length; place++) {
    const around = corners.subarray(start[place]!, start[place + 1]!);
    const first = splitter.sources.length;
    for (const corner of around) indices[corner] = splitter.vertexFor(corner, around, first);
  }
  const { sources } = splitter;
  return {
    positions: taken(mesh.positions, 3, sources),
    normals: new Float32Array(splitter.normals),
    indices,
    ...(mesh.uvs && { uvs: taken(mesh.uvs, 2, sources) }),
    ...(mesh.colors && { colors: taken(mesh.colors, 3, sources) }),
  };
}
