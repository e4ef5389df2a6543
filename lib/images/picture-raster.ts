import sharp from "sharp";
import type { SourcePicture, SourcePictures } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { RASTER_EDGE_PX } from "#lib/kinds/assets.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { loadMesh } from "#lib/meshes/load-mesh.ts";
import { notFound } from "#lib/shared/errors.ts";
import { pictureScope } from "./picture-scope.ts";

/** Rasters kept in memory by the hash of their original, 1 to 4 MB each: they are never stored beside it. */
const KEPT_RASTERS = 12;
const kept = new Map<string, Uint8Array>();

/**
 * The picture as the kernel takes it: a PNG of RGBA pixels, long edge at most 1024 px. Throws `not_found`, also for
 * one of someone else.
 */
export async function pictureRaster(ctx: Ctx, id: string): Promise<SourcePicture> {
  const row = await ctx.db.image.findFirst({
    where: { id, ...pictureScope(ctx.actor) },
    select: { blobKey: true, sha256: true },
  });
  if (!row) throw notFound("picture");
  const { sha256, blobKey } = row;
  const png = kept.get(sha256) ?? (await toRaster(await ctx.adapters.blob.read(blobKey)));
  kept.delete(sha256);
  kept.set(sha256, png);
  if (kept.size > KEPT_RASTERS) kept.delete(kept.keys().next().value!);
  return { sha256, png };
}

/** All pictures and meshes a spec of the kind names. Throws `not_found` where one is missing or someone else's. */
export async function loadSources(
  ctx: Ctx,
  kind: Kind,
  spec: Record<string, unknown>,
): Promise<SourcePictures> {
  const { pictures = [], meshes = [] } = kind.needs?.(spec) ?? {};
  const sources = await Promise.all([
    ...[...new Set(pictures)].map(async (id) => [id, await pictureRaster(ctx, id)] as const),
    ...[...new Set(meshes)].map(async (id) => [id, await loadMesh(ctx, id)] as const),
  ]);
  return Object.fromEntries(sources);
}

async function toRaster(original: Uint8Array): Promise<Uint8Array> {
  const size = { width: RASTER_EDGE_PX, height: RASTER_EDGE_PX };
  const png = await sharp(original)
    .resize({ ...size, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .ensureAlpha()
    .png({ compressionLevel: 3, palette: false, progressive: false })
    .toBuffer();
  return new Uint8Array(png);
}
