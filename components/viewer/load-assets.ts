import { decodePng } from "#lib/kernel/raster/decode-png.ts";
import type { Raster } from "#lib/kernel/raster/raster.ts";
import type { BuildAssets } from "#lib/kinds/assets.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { notFound, unavailable } from "#lib/shared/errors.ts";

/** Decoded pictures a worker keeps, 4 MB each at most. An id always has the same content. */
const KEPT_RASTERS = 6;
const kept = new Map<string, Promise<Raster>>();

/** The pictures a spec names, as the server's kernel has them. Throws `not_found`, `unavailable`. */
export async function loadAssets(kind: Kind, spec: Record<string, unknown>): Promise<BuildAssets> {
  const ids = kind.needs?.(spec).pictures ?? [];
  const rasters = await Promise.all(ids.map(keptRaster));
  return { pictures: Object.fromEntries(ids.map((id, index) => [id, rasters[index]!])) };
}

function keptRaster(id: string): Promise<Raster> {
  const raster = kept.get(id) ?? loadRaster(id);
  kept.delete(id);
  kept.set(id, raster);
  raster.catch(() => kept.delete(id));
  if (kept.size > KEPT_RASTERS) kept.delete(kept.keys().next().value!);
  return raster;
}

async function loadRaster(id: string): Promise<Raster> {
  const path = `/api/v1/images/${encodeURIComponent(id)}/raster`;
  const answer = await fetch(path).catch((cause: unknown) => {
    throw unavailable("The picture could not be loaded.", { cause });
  });
  if (answer.status === 404) throw notFound("picture");
  if (!answer.ok) throw unavailable("The picture could not be loaded.");
  return decodePng(new Uint8Array(await answer.arrayBuffer()));
}
