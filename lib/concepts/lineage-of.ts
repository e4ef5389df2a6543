import type { ConceptRow } from "./row.ts";
import { wishOf } from "./row.ts";
import type { Lineage } from "./types.ts";

/** IPTC's names for where a picture is from (NewsCodes, digital source type). */
export const DIGITAL_SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/";

/** A model's picture, a model's change of a picture, or a drawing by formulas alone. */
export function digitalSourceType(isAiMade: boolean, hasSource: boolean): string {
  if (!isAiMade) return `${DIGITAL_SOURCE_TYPES}algorithmicMedia`;
  const name = hasSource ? "compositeWithTrainedAlgorithmicMedia" : "trainedAlgorithmicMedia";
  return DIGITAL_SOURCE_TYPES + name;
}

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
