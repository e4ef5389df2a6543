import type { Ctx } from "#lib/context.ts";
import { toImageView } from "#lib/images/row.ts";
import { findKind } from "#lib/kinds/registry.ts";
import type { VariantNote } from "#lib/kinds/variants/note.ts";
import { againOf } from "./again.ts";
import { conceptLineage } from "./lineage-of.ts";
import { type ConceptRow, changesOf, lookOf, specOf, wishOf } from "./row.ts";
import type { ConceptView } from "./types.ts";

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
