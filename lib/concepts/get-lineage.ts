import type { Ctx } from "#lib/context.ts";
import { requireImage } from "#lib/images/find-image.ts";
import { conceptLineage, digitalSourceType } from "./lineage-of.ts";
import { conceptSelect } from "./row.ts";
import type { Lineage } from "./types.ts";

/** How any picture of the actor's came to be. Throws `not_found`. */
export async function getLineage(ctx: Ctx, { imageId }: { imageId: string }): Promise<Lineage> {
  const { id } = await requireImage(ctx, imageId);
  const concept = await ctx.db.concept.findUnique({
    where: { imageId: id },
    select: conceptSelect,
  });
  if (concept) return conceptLineage(concept);
  const row = await ctx.db.image.findUniqueOrThrow({
    where: { id },
    select: {
      source: true,
      prompt: true,
      seed: true,
      createdAt: true,
      revision: { select: REVISION },
    },
  });
  const { revision, source } = row;
  const isAiMade = source === "generated";
  return {
    source,
    way: source === "upload" ? "upload" : "drawing",
    prompt: revision?.prompt ?? row.prompt,
    enhancedPrompt: revision?.enhancedPrompt ?? null,
    negativePrompt: null,
    engine: revision?.engine ?? null,
    engineVersion: revision?.engineVersion ?? null,
    seed: row.seed,
    providerRequestId: revision?.providerRequestId ?? null,
    designId: revision?.designId ?? null,
    revisionNumber: revision?.number ?? null,
    parentImageId: null,
    usedImageIds: [],
    digitalSourceType: source === "upload" ? null : digitalSourceType(isAiMade, false),
    isAiMade,
    createdAt: row.createdAt.toISOString(),
  };
}

const REVISION = {
  prompt: true,
  enhancedPrompt: true,
  engine: true,
  engineVersion: true,
  providerRequestId: true,
  designId: true,
  number: true,
} as const;
