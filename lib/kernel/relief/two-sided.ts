import type { Mesh } from "../mesh.ts";
import { faceNormals } from "../solid/normals.ts";

/** Where a point of the piece lies in the picture: u, v from its top left, each 0 to 1 within it. */
export type PictureAt = (x: number, y: number) => readonly [u: number, v: number];

/** Where the two sides, and a plinth, are in the atlas. */
export interface AtlasPlaces {
  pictureAt: PictureAt;
  /** Share of the atlas's height that the pictures take. */
  pictureShare: number;
  /** Triangles whose middle is below this y, mm, have the plinth's colour; null where there is none. */
  plinthBelowMm: number | null;
  plinthV: number;
}

/** Keeps a side's colours off the other's, share of the atlas. */
const INSET = 0.004;
const inset = (value: number) => Math.max(INSET, Math.min(1 - INSET, value));

type Side = "front" | "back" | "plinth";
const SIDES: readonly Side[] = ["front", "back", "plinth"];

/**
 * A mesh that lies face up with the places of its points in an atlas of two halves: triangles that look up take the
 * left one, all others the right. Points where sides meet are vertices of their own in one place.
 */
export function withAtlas({ positions, indices }: Mesh, places: AtlasPlaces): Mesh {
  const normals = faceNormals({ positions, indices });
  const split = { positions: [] as number[], uvs: [] as number[] };
  const known = new Map<number, number>();
  const vertexOf = (vertex: number, side: Side): number => {
    const key = SIDES.length * vertex + SIDES.indexOf(side);
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = split.positions.length / 3;
    known.set(key, made);
    const [x, y, z] = [0, 1, 2].map((k) => positions[3 * vertex + k]!) as [number, number, number];
    split.positions.push(x, y, z);
    split.uvs.push(...placeOf(side, x, y, places));
    return made;
  };
  const corners = indices.map((vertex, corner) => {
    const face = corner - (corner % 3);
    const ys = [0, 1, 2].map((k) => positions[3 * indices[face + k]! + 1]!);
    const isPlinth =
      (ys[0]! + ys[1]! + ys[2]!) / 3 < (places.plinthBelowMm ?? Number.NEGATIVE_INFINITY);
    return vertexOf(vertex, isPlinth ? "plinth" : normals[face + 2]! >= 0 ? "front" : "back");
  });
  return {
    positions: new Float32Array(split.positions),
    indices: corners,
    uvs: new Float32Array(split.uvs),
  };
}

function placeOf(side: Side, x: number, y: number, places: AtlasPlaces): [number, number] {
  if (side === "plinth") return [0.5, places.plinthV];
  const [u, v] = places.pictureAt(x, y);
  return [0.5 * inset(u) + (side === "back" ? 0.5 : 0), places.pictureShare * inset(v)];
}
