import type { SourcePicture, SourcePictures } from "../adapters/inference/port.ts";
import { type BroughtMesh, unpackMesh } from "../kernel/import/packed-mesh.ts";
import { decodePng } from "../kernel/raster/decode-png.ts";
import type { Raster } from "../kernel/raster/raster.ts";
import type { BuildAssets } from "../kinds/assets.ts";

/** Decoded pictures kept, by the hash of their content: 4 MB each at most. */
const KEPT_RASTERS = 8;
const kept = new Map<string, Raster>();

/** The pictures and meshes of a request; each picture is decoded once while it is in use. */
export function toAssets(sources: SourcePictures = {}): BuildAssets {
  const pictures: Record<string, Raster> = {};
  const meshes: Record<string, BroughtMesh> = {};
  for (const [id, source] of Object.entries(sources)) {
    if ("packed" in source) meshes[id] = unpackMesh(source.packed);
    else pictures[id] = rasterOf(source);
  }
  return { pictures, meshes };
}

function rasterOf({ sha256, png }: SourcePicture): Raster {
  const raster = kept.get(sha256) ?? decodePng(png);
  kept.delete(sha256);
  kept.set(sha256, raster);
  if (kept.size > KEPT_RASTERS) kept.delete(kept.keys().next().value!);
  return raster;
}
