import { type BroughtMesh, unpackMesh } from "#lib/kernel/import/packed-mesh.ts";
import { decodePng } from "#lib/kernel/raster/decode-png.ts";
import type { Raster } from "#lib/kernel/raster/raster.ts";
import type { BuildAssets } from "#lib/kinds/assets.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { notFound, unavailable } from "#lib/shared/errors.ts";

/** Decoded pictures a worker keeps, 4 MB each at most. An id always has the same content. */
const KEPT_RASTERS = 6;
const kept = new Map<string, Promise<Raster>>();

/** The mesh a worker made its last piece of: one design has one. */
let mesh: { id: string; brought: Promise<BroughtMesh> } | null = null;

/**
 * The pictures and meshes a spec names, as the server's kernel has them; pictures in `given` are on this device alone.
 * Throws `not_found`, `unavailable`.
 */
export async function loadAssets(
  kind: Kind,
  spec: Record<string, unknown>,
  given: Readonly<Record<string, Raster>> = {},
): Promise<BuildAssets> {
  const { pictures: pictureIds = [], meshes: meshIds = [] } = kind.needs?.(spec) ?? {};
  const [pictures, meshes] = await Promise.all([
    Promise.all(pictureIds.map(async (id) => [id, given[id] ?? (await keptRaster(id))] as const)),
    Promise.all(meshIds.map(async (id) => [id, await keptMesh(id)] as const)),
  ]);
  return { pictures: Object.fromEntries(pictures), meshes: Object.fromEntries(meshes) };
}

function keptMesh(id: string): Promise<BroughtMesh> {
  if (mesh?.id === id) return mesh.brought;
  const brought = fetchBytes(`/api/v1/meshes/${encodeURIComponent(id)}`, "model file").then(
    unpackMesh,
  );
  mesh = { id, brought };
  brought.catch(() => {
    mesh = null;
  });
  return brought;
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
  return decodePng(await fetchBytes(`/api/v1/images/${encodeURIComponent(id)}/raster`, "picture"));
}

async function fetchBytes(path: string, what: string): Promise<Uint8Array> {
  const answer = await fetch(path).catch((cause: unknown) => {
    throw unavailable(`The ${what} could not be loaded.`, { cause });
  });
  if (answer.status === 404) throw notFound(what);
  if (!answer.ok) throw unavailable(`The ${what} could not be loaded.`);
  return new Uint8Array(await answer.arrayBuffer());
}
