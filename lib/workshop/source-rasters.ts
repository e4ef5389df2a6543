import type { SourcePictures } from "../adapters/inference/port.ts";
import { decodePng } from "../kernel/raster/decode-png.ts";
import type { Raster } from "../kernel/raster/raster.ts";
import type { BuildAssets } from "../kinds/assets.ts";

/** Decoded pictures kept, by the hash of their content: 4 MB each at most. */
const KEPT_RASTERS = 8;
const kept = new Map<string, Raster>();

/** The pictures of a request, decoded; each once while it is in use. */
export function toAssets(sources: SourcePictures = {}): BuildAssets {
  const entries = Object.entries(sources).map(([id, { sha256, png }]) => {
    const raster = kept.get(sha256) ?? decodePng(png);
    kept.delete(sha256);
    kept.set(sha256, raster);
    if (kept.size > KEPT_RASTERS) kept.delete(kept.keys().next().value!);
    return [id, raster] as const;
  });
  return { pictures: Object.fromEntries(entries) };
}
