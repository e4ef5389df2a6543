import type { Prisma } from "#generated/prisma/client.ts";
import type { Ctx } from "#lib/context.ts";
import type { RevisionChanges, Spec } from "#lib/designs/types.ts";
import { imageSelect, toImageView } from "#lib/images/row.ts";
import { findKind } from "#lib/kinds/registry.ts";
import type { VariantNote } from "#lib/kinds/variants/note.ts";
import { againOf } from "./again.ts";
import { conceptLineage } from "./lineage-of.ts";
import type { ConceptLook, ConceptView, ConceptWish } from "./types.ts";

export const conceptSelect = {
  id: true,
  designId: true,
  revisionId: true,
  parentId: true,
  way: true,
  wish: true,
  kind: true,
  spec: true,
  changes: true,
  notes: true,
  look: true,
  prompt: true,
  enhancedPrompt: true,
  negativePrompt: true,
  seed: true,
  engine: true,
  engineVersion: true,
  providerRequestId: true,
  favouriteAt: true,
  adoptedRevisionId: true,
  createdAt: true,
  image: { select: { ...imageSelect, revision: { select: { number: true } } } },
} satisfies Prisma.ConceptSelect;

export type ConceptRow = Prisma.ConceptGetPayload<{ select: typeof conceptSelect }>;

// Json columns hold what our own verbs wrote; these name their types once.
export const wishOf = (row: { wish: Prisma.JsonValue }) => row.wish as unknown as ConceptWish;
export const lookOf = (row: { look: Prisma.JsonValue }) => row.look as unknown as ConceptLook;
export const specOf = (row: { spec: Prisma.JsonValue }) => row.spec as Spec | null;
const changesOf = (row: ConceptRow) => row.changes as unknown as RevisionChanges | null;

/** A concept with its picture behind a link that expires. */
export async function toConceptView(
  ctx: Pick<Ctx, "adapters">,
  row: ConceptRow,
): Promise<ConceptView> {
  const { revision: _, ...image } = row.image;
  const changes = changesOf(row);
  const spec = specOf(row);
  return {
    id: row.id,
    designId: row.designId,
    way: row.way,
    image: await toImageView(ctx, image),
    kind: row.kind,
    spec,
    words: spec && (findKind(row.kind)?.words(spec) ?? null),
    changes: changes?.fields ?? [],
    massDeltaG: changes?.massDeltaG ?? null,
    priceDeltaMinor: changes?.priceDeltaMinor ?? null,
    notes: row.notes as unknown as VariantNote[],
    look: lookOf(row),
    wish: wishOf(row),
    lineage: conceptLineage(row),
    again: againOf(row, ctx.adapters.inference.engine),
    isFavourite: row.favouriteAt !== null,
    adoptedRevisionId: row.adoptedRevisionId,
    createdAt: row.createdAt.toISOString(),
  };
}
