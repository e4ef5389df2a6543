import { boxOf, sizeOf } from "../measure/extent.ts";
import type { Mesh } from "../mesh.ts";
import { placesOf } from "../solid/weld.ts";

/** Triangles over places, with a colour at each corner: what repairs work on. */
export interface Soup {
  /** xyz × places, mm; no place comes twice. */
  positions: Float32Array;
  /** Three places × triangles. */
  corners: Uint32Array;
  /** Linear RGB × corners; null where the mesh has no colours. */
  colours: Float32Array | null;
}

/** Places nearer than this share of the model's size are one. */
const SAME_PLACE = 1e-6;

/** A mesh as triangles over places. */
export function toSoup(mesh: Mesh): Soup {
  const size = Math.hypot(...sizeOf(boxOf([mesh])));
  const { target, count } = placesOf(mesh.positions, size * SAME_PLACE);
  const positions = new Float32Array(count * 3);
  for (let v = target.length - 1; v >= 0; v--) {
    positions.set(mesh.positions.subarray(3 * v, 3 * v + 3), 3 * target[v]!);
  }
  const corners = mesh.indices.map((vertex) => target[vertex]!);
  const { colors } = mesh;
  if (!colors) return { positions, corners, colours: null };
  const colours = new Float32Array(corners.length * 3);
  mesh.indices.forEach((vertex, i) => {
    colours.set(colors.subarray(3 * vertex, 3 * vertex + 3), 3 * i);
  });
  return { positions, corners, colours };
}

/** Only the triangles of which `keep` says so, in their order. */
export function keepTriangles(soup: Soup, keep: (triangle: number) => boolean): Soup {
  const kept: number[] = [];
  for (let t = 0; t < soup.corners.length / 3; t++) if (keep(t)) kept.push(t);
  return pickTriangles(soup, kept);
}

/** Only the triangles of these numbers. */
export function pickTriangles(soup: Soup, kept: readonly number[]): Soup {
  const corners = new Uint32Array(kept.length * 3);
  const colours = soup.colours && new Float32Array(kept.length * 9);
  kept.forEach((t, i) => {
    corners.set(soup.corners.subarray(3 * t, 3 * t + 3), 3 * i);
    colours?.set(soup.colours!.subarray(9 * t, 9 * t + 9), 9 * i);
  });
  return { positions: soup.positions, corners, colours };
}

/** The triangles of which `turn` says so wound the other way round. */
export function turnTriangles(soup: Soup, turn: (triangle: number) => boolean): Soup {
  const corners = soup.corners.slice();
  const colours = soup.colours?.slice() ?? null;
  for (let t = 0; t < corners.length / 3; t++) {
    if (!turn(t)) continue;
    corners[3 * t + 1] = soup.corners[3 * t + 2]!;
    corners[3 * t + 2] = soup.corners[3 * t + 1]!;
    colours?.copyWithin(9 * t + 3, 9 * t + 6, 9 * t + 9);
    colours?.set(soup.colours!.subarray(9 * t + 3, 9 * t + 6), 9 * t + 6);
  }
  return { positions: soup.positions, corners, colours };
}

/** The mesh of a soup: one vertex per place, more where colours meet; places without a triangle are left out. */
export function toMesh({ positions, corners, colours }: Soup): Mesh {
  const vertices = new Map<string | number, number>();
  const from: number[] = [];
  const indices = corners.map((place, i) => {
    const key = colours
      ? `${place} ${colours[3 * i]} ${colours[3 * i + 1]} ${colours[3 * i + 2]}`
      : place;
    const known = vertices.get(key);
    if (known !== undefined) return known;
    vertices.set(key, from.length);
    from.push(i);
    return from.length - 1;
  });
  const pick = (source: Float32Array, at: (corner: number) => number) =>
    Float32Array.from(
      { length: from.length * 3 },
      (_, k) => source[3 * at(from[(k / 3) | 0]!) + (k % 3)]!,
    );
  return {
    positions: pick(positions, (corner) => corners[corner]!),
    indices,
    ...(colours && { colors: pick(colours, (corner) => corner) }),
  };
}
