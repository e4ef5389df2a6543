import { type Bvh, buildBvh } from "../bvh.ts";
import { boxOf } from "../measure/extent.ts";
import type { Mesh } from "../mesh.ts";
import { type Distance, distanceToBox, type Shape } from "./shape.ts";

const NODE_WORDS = 8;
/** Corners and edges are kept to single precision, so that triangles with a common edge lie this far apart, mm. */
const TIE_MM = 4e-5;

/** The nearest place on a triangle, by regions (Ericson, Real-Time Collision Detection, 5.1.5). */
class Nearest {
  square = Number.POSITIVE_INFINITY;
  /** By how much squared distances to the same edge may differ, mm². */
  private tie = 0;
  /** Of the way from the triangle's plane, against its normal: how surely the sign can be told. */
  sure = 0;
  isInside = false;
  private readonly stack = new Int32Array(96);
  private readonly bvh: Bvh;

  constructor(bvh: Bvh) {
    this.bvh = bvh;
  }

  private boxSquare(node: number, x: number, y: number, z: number): number {
    const { bounds } = this.bvh;
    const at = node * NODE_WORDS;
    const dx = Math.max(bounds[at]! - x, 0, x - bounds[at + 4]!);
    const dy = Math.max(bounds[at + 1]! - y, 0, y - bounds[at + 5]!);
    const dz = Math.max(bounds[at + 2]! - z, 0, z - bounds[at + 6]!);
    return dx * dx + dy * dy + dz * dz;
  }

  find(x: number, y: number, z: number): void {
    const { links } = this.bvh;
    this.square = Number.POSITIVE_INFINITY;
    this.sure = 0;
    this.tie = 0;
    let top = 0;
    this.stack[top++] = 0;
    while (top > 0) {
      const node = this.stack[--top]!;
      if (this.boxSquare(node, x, y, z) > this.square + this.tie) continue;
      const link = links[node * NODE_WORDS + 3]!;
      const count = links[node * NODE_WORDS + 7]!;
      if (count > 0) {
        for (let i = link; i < link + count; i++) this.visit(i * 9, x, y, z);
        continue;
      }
      const isLeftNear = this.boxSquare(link, x, y, z) <= this.boxSquare(link + 1, x, y, z);
      this.stack[top++] = isLeftNear ? link + 1 : link;
      this.stack[top++] = isLeftNear ? link : link + 1;
    }
  }

  private visit(at: number, x: number, y: number, z: number): void {
    const c = this.bvh.corners;
    const px = x - c[at]!;
    const py = y - c[at + 1]!;
    const pz = z - c[at + 2]!;
    const [ux, uy, uz] = [c[at + 3]!, c[at + 4]!, c[at + 5]!];
    const [vx, vy, vz] = [c[at + 6]!, c[at + 7]!, c[at + 8]!];
    const [s, t] = nearestOn(
      ux * ux + uy * uy + uz * uz,
      ux * vx + uy * vy + uz * vz,
      vx * vx + vy * vy + vz * vz,
      ux * px + uy * py + uz * pz,
      vx * px + vy * py + vz * pz,
    );
    const dx = px - s * ux - t * vx;
    const dy = py - s * uy - t * vy;
    const dz = pz - s * uz - t * vz;
    const square = dx * dx + dy * dy + dz * dz;
    if (square > this.square + this.tie) return;
    const nx = uy * vz - uz * vy;
    const ny = uz * vx - ux * vz;
    const nz = ux * vy - uy * vx;
    const length = Math.sqrt(nx * nx + ny * ny + nz * nz);
    if (length < 1e-12) return;
    const above = (dx * nx + dy * ny + dz * nz) / length;
    // Where triangles meet, the one the place is seen from most squarely tells inside from outside.
    const isNearer = square < this.square - this.tie;
    if (!isNearer && Math.abs(above) <= this.sure) return;
    this.square = Math.min(square, this.square);
    this.tie = TIE_MM * (2 * Math.sqrt(this.square) + TIE_MM);
    this.sure = Math.abs(above);
    this.isInside = above < 0;
  }
}

/** Barycentric (s, t) of the nearest place, from the edges' products a = u·u, b = u·v, c = v·v, d = u·p, e = v·p. */
function nearestOn(
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
): readonly [number, number] {
  const det = a * c - b * b;
  const s = c * d - b * e;
  const t = a * e - b * d;
  if (s >= 0 && t >= 0 && s + t <= det && det > 0) return [s / det, t / det];
  const alongU = Math.min(1, Math.max(0, d / a));
  const alongV = Math.min(1, Math.max(0, e / c));
  const edge = a - 2 * b + c;
  const onThird = Math.min(1, Math.max(0, (a - b - d + e) / edge));
  const squareAt = (u: number, v: number) =>
    a * u * u + 2 * b * u * v + c * v * v - 2 * d * u - 2 * e * v;
  const first = squareAt(alongU, 0);
  const second = squareAt(0, alongV);
  const third = squareAt(1 - onThird, onThird);
  if (first <= second && first <= third) return [alongU, 0];
  return second <= third ? [0, alongV] : [1 - onThird, onThird];
}

/** A closed mesh as a shape: exact distance to its triangles within its box, negative inside; a few µs each. */
export function shapeOfMesh(mesh: Mesh): Shape {
  const nearest = new Nearest(buildBvh(mesh.positions, mesh.indices));
  const box = boxOf([mesh]);
  const distance: Distance = (x, y, z) => {
    const outside = distanceToBox(box, x, y, z);
    // Far out, the box is near enough; and whatever is outside it is outside the mesh.
    if (outside > 0) return outside;
    nearest.find(x, y, z);
    const far = Math.sqrt(nearest.square);
    return nearest.isInside ? -far : far;
  };
  return { distance, box };
}
