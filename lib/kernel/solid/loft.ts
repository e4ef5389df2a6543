import type { ManifoldToplevel, Polygons } from "manifold-3d";
import { volumeOf } from "../measure/extent.ts";
import type { Mesh, Vec3 } from "../mesh.ts";

export interface LoftOptions {
  /** The last ring joins the first, as around a finger; default false. */
  closed?: boolean;
  /** Flat ends on the first and last ring of an open loft; default true. */
  capped?: boolean;
}

function turnInsideOut(indices: Uint32Array): void {
  for (let i = 0; i < indices.length; i += 3) {
    const b = indices[i + 1]!;
    indices[i + 1] = indices[i + 2]!;
    indices[i + 2] = b;
  }
}

/** Normal of a ring by Newell's sum, not of unit length; it points where the ring runs counter-clockwise. */
function ringNormal(ring: readonly Vec3[]): [number, number, number] {
  const normal: [number, number, number] = [0, 0, 0];
  ring.forEach(([ax, ay, az], i) => {
    const [bx, by, bz] = ring[(i + 1) % ring.length]!;
    normal[0] += (ay - by) * (az + bz);
    normal[1] += (az - bz) * (ax + bx);
    normal[2] += (ax - bx) * (ay + by);
  });
  return normal;
}

/** The ring in its own plane, counter-clockwise: the axis the normal is closest to is dropped. */
export function flatten(ring: readonly Vec3[]): [number, number][] {
  const normal = ringNormal(ring);
  const sizes = normal.map(Math.abs);
  const drop = sizes.indexOf(Math.max(...sizes));
  const u = (drop + 1) % 3;
  const v = (drop + 2) % 3;
  const mirror = normal[drop]! < 0 ? -1 : 1;
  return ring.map((point) => [point[u]! * mirror, point[v]!]);
}

type Triangulate = ManifoldToplevel["triangulate"];

function capTriangles(
  ring: readonly Vec3[],
  first: number,
  flip: boolean,
  triangulate: Triangulate,
) {
  const outline: Polygons = flatten(ring);
  return triangulate(outline).flatMap(([a, b, c]) =>
    flip ? [first + a, first + c, first + b] : [first + a, first + b, first + c],
  );
}

function sideTriangles(rings: number, points: number, closed: boolean): number[] {
  const indices: number[] = [];
  for (let i = 0; i < (closed ? rings : rings - 1); i++) {
    const low = i * points;
    const high = ((i + 1) % rings) * points;
    for (let j = 0; j < points; j++) {
      const k = (j + 1) % points;
      indices.push(low + j, low + k, high + k, low + j, high + k, high + j);
    }
  }
  return indices;
}

/**
 * The closed mesh through rings of equally many points, wound outwards whichever way the rings run.
 * Rings may be of any outline that does not cross itself; point i of each is joined to point i of the next.
 */
export function loftMesh(
  rings: readonly (readonly Vec3[])[],
  { closed = false, capped = true }: LoftOptions,
  triangulate: Triangulate,
): Mesh {
  const points = rings[0]?.length ?? 0;
  const least = closed ? 3 : 2;
  if (rings.length < least || points < 3 || rings.some((ring) => ring.length !== points)) {
    throw new Error(`A loft needs ${least} rings or more of equally many points.`);
  }
  const indices = sideTriangles(rings.length, points, closed);
  if (!closed && capped) {
    const last = (rings.length - 1) * points;
    // Sides of rings that run counter-clockwise seen from the end wind outwards.
    indices.push(...capTriangles(rings[0]!, 0, true, triangulate));
    indices.push(...capTriangles(rings[rings.length - 1]!, last, false, triangulate));
  }
  const mesh = { positions: new Float32Array(rings.flat(2)), indices: new Uint32Array(indices) };
  if (volumeOf(mesh) < 0) turnInsideOut(mesh.indices);
  return mesh;
}
