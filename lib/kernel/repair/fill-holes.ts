import type { Vec3 } from "../mesh.ts";
import type { SolidKernel } from "../solid/kernel.ts";
import { flatten } from "../solid/loft.ts";
import { nextCorner, pairEdges } from "./edges.ts";
import { rimsOf } from "./inspect.ts";
import type { Soup } from "./soup.ts";

/** Larger rims are not holes but the edge of something that was never closed. */
const LONGEST_RIM = 20_000;

type Triangle = readonly [a: number, b: number, c: number];

/** A rim's triangles by number of the rim's places; null where it does not lie flat enough to be cut into them. */
function flatLid(points: readonly Vec3[], kernel: SolidKernel): Triangle[] | null {
  try {
    const triangles = kernel.wasm.triangulate([flatten(points)]) as Triangle[];
    return triangles.length === points.length - 2 ? triangles : null;
  } catch {
    // The triangulator refuses an outline that crosses itself: such a rim gets a lid around its middle.
    return null;
  }
}

const middleOf = (points: readonly Vec3[]): Vec3 =>
  [0, 1, 2].map(
    (k) => points.reduce((sum, p) => sum + p[k]!, 0) / points.length,
  ) as unknown as Vec3;

/** Places and triangles that come to a soup, with the corner whose colour each takes. */
interface Patch {
  positions: number[];
  corners: number[];
  colourFrom: number[];
}

function addLid(soup: Soup, rim: readonly number[], kernel: SolidKernel, patch: Patch): void {
  // The lid runs against the rim.
  const ring = [...rim].reverse();
  const places = ring.map((i) => soup.corners[i]!);
  const points = places.map(
    (p): Vec3 => [soup.positions[3 * p]!, soup.positions[3 * p + 1]!, soup.positions[3 * p + 2]!],
  );
  const lid = flatLid(points, kernel);
  for (const triangle of lid ?? []) {
    for (const n of triangle) {
      patch.corners.push(places[n]!);
      patch.colourFrom.push(ring[n]!);
    }
  }
  if (lid) return;
  const middle = soup.positions.length / 3 + patch.positions.length / 3;
  patch.positions.push(...middleOf(points));
  places.forEach((place, n) => {
    const after = (n + 1) % places.length;
    patch.corners.push(place, places[after]!, middle);
    patch.colourFrom.push(ring[n]!, ring[after]!, ring[n]!);
  });
}

/** Lids over all rims that close; how many were closed. */
export function fillHoles(soup: Soup, kernel: SolidKernel): { soup: Soup; filled: number } {
  const { corners, positions, colours } = soup;
  const { mate } = pairEdges(corners, positions.length / 3);
  const patch: Patch = { positions: [], corners: [], colourFrom: [] };
  let filled = 0;
  for (const rim of rimsOf(corners, mate)) {
    const isRing = corners[nextCorner(rim.at(-1)!)] === corners[rim[0]!];
    if (!isRing || rim.length < 3 || rim.length > LONGEST_RIM) continue;
    addLid(soup, rim, kernel, patch);
    filled++;
  }
  if (filled === 0) return { soup, filled };
  const lidColours = new Float32Array(colours ? patch.colourFrom.length * 3 : 0);
  patch.colourFrom.forEach((from, i) => {
    if (colours) lidColours.set(colours.subarray(3 * from, 3 * from + 3), 3 * i);
  });
  const more = new Uint32Array(corners.length + patch.corners.length);
  more.set(corners);
  more.set(patch.corners, corners.length);
  return {
    filled,
    soup: {
      positions: extended(positions, patch.positions),
      corners: more,
      colours: colours && extended(colours, lidColours),
    },
  };
}

function extended(array: Float32Array, by: ArrayLike<number>): Float32Array {
  const out = new Float32Array(array.length + by.length);
  out.set(array);
  out.set(by, array.length);
  return out;
}
