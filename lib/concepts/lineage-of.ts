import { digitalSourceType } from "#lib/images/digital-source-type.ts";
import { type ConceptRow, wishOf } from "./row.ts";
import type { Lineage } from "./types.ts";

/** How a concept came to be. */
export function conceptLineage(row: ConceptRow): Lineage {
  const wish = wishOf(row);
  const isAiMade = row.image.source === "generated";
  const used = [wish.maskId, wish.sketchId, wish.referenceId].filter((id) => id !== undefined);
  return {
    source: row.image.source,
    way: row.way,
    prompt: row.prompt,
    enhancedPrompt: row.enhancedPrompt,
    negativePrompt: row.negativePrompt,
    engine: row.engine,
    engineVersion: row.engineVersion,
    seed: row.seed,
    providerRequestId: row.providerRequestId,
    designId: row.designId,
    revisionNumber: row.image.revision?.number ?? null,
    parentImageId: wish.imageId ?? null,
    usedImageIds: used,
    digitalSourceType: digitalSourceType(isAiMade, used.length > 0 || wish.imageId !== undefined),
    isAiMade,
    createdAt: row.createdAt.toISOString(),
  };
}
