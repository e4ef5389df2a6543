import type { Adapters } from "#lib/adapters/adapters.ts";
import { isSameEmbedder } from "#lib/adapters/embedder/port.ts";
import type { VectorSpace } from "#lib/adapters/vectors/port.ts";

interface SpaceCtx {
  adapters: Pick<Adapters, "vectors">;
}

/** Spaces of a catalogue by embedders of before: they serve until the one in use holds as much. */
export async function listOldSpaces(
  { adapters }: SpaceCtx,
  { namespace, embedder }: VectorSpace,
): Promise<(VectorSpace & { vectors: number })[]> {
  const spaces = await adapters.vectors.listSpaces(namespace);
  return spaces
    .filter((space) => !isSameEmbedder(space.embedder, embedder))
    .map((space) => ({ namespace, ...space }));
}

/** Drops a catalogue's spaces by embedders of before. */
export async function dropOldSpaces(ctx: SpaceCtx, current: VectorSpace): Promise<void> {
  for (const { vectors: _, ...space } of await listOldSpaces(ctx, current)) {
    await ctx.adapters.vectors.dropSpace(space);
  }
}

/** Drops those that the space in use has outgrown: one whose embedder failed on the pictures replaces nothing. */
export async function dropOutgrownSpaces(ctx: SpaceCtx, current: VectorSpace): Promise<void> {
  const { vectors } = ctx.adapters;
  const spaces = await vectors.listSpaces(current.namespace);
  const held = spaces.find(({ embedder }) => isSameEmbedder(embedder, current.embedder));
  for (const { vectors: count, ...space } of await listOldSpaces(ctx, current)) {
    if (held && held.vectors >= count) await vectors.dropSpace(space);
  }
}
