import type { SourceMesh } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { pictureScope } from "#lib/images/picture-scope.ts";
import { notFound } from "#lib/shared/errors.ts";

/** Packed meshes kept in memory by their hash, up to 100 MB each: an edit asks for the same one again. */
const KEPT = 3;
const kept = new Map<string, Uint8Array>();

/** A brought model's mesh as it is kept. Throws `not_found`, also for one of someone else. */
export async function loadMesh(ctx: Ctx, id: string): Promise<SourceMesh> {
  const row = await ctx.db.broughtMesh.findFirst({
    where: { id, ...pictureScope(ctx.actor) },
    select: { blobKey: true, sha256: true },
  });
  if (!row) throw notFound("model file");
  const { sha256, blobKey } = row;
  const packed = kept.get(sha256) ?? (await ctx.adapters.blob.read(blobKey));
  kept.delete(sha256);
  kept.set(sha256, packed);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  return { sha256, packed };
}
