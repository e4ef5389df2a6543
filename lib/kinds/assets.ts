import type { BroughtMesh } from "../kernel/import/packed-mesh.ts";
import type { Raster } from "../kernel/raster/raster.ts";
import { notFound } from "../shared/errors.ts";

/** Longest edge at which a picture comes to the kernel, px: the same on the server and in the browser. */
export const RASTER_EDGE_PX = 1024;

/** What a spec names and cannot hold: pictures, decoded, and meshes of model files, by the id they are stored under. */
export interface BuildAssets {
  pictures: Readonly<Record<string, Raster>>;
  meshes?: Readonly<Record<string, BroughtMesh>>;
}

/** Ids of what a spec names. */
export interface Needs {
  pictures: readonly string[];
  meshes?: readonly string[];
}

export const NO_ASSETS: BuildAssets = { pictures: {} };

/** The picture of that id, or null where the spec names none. Throws `not_found` for one that was not brought. */
export function pictureOf(
  assets: BuildAssets | undefined,
  id: string | null | undefined,
): Raster | null {
  if (!id) return null;
  const picture = assets?.pictures[id];
  if (!picture) throw notFound("picture");
  return picture;
}

/** The mesh of that id, or null where the spec names none. Throws `not_found` for one that was not brought. */
export function meshOf(
  assets: BuildAssets | undefined,
  id: string | null | undefined,
): BroughtMesh | null {
  if (!id) return null;
  const mesh = assets?.meshes?.[id];
  if (!mesh) throw notFound("model file");
  return mesh;
}
