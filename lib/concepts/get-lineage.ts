import type { Engine } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { digitalSourceType } from "#lib/images/digital-source-type.ts";
import { requireImage } from "#lib/images/find-image.ts";
import { conceptLineage } from "./lineage-of.ts";
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
      properties: true,
      createdAt: true,
      revision: { select: REVISION },
    },
  });
  const { revision, source } = row;
  const own = madeBy(row.properties);
  const isAiMade = own !== null;
  return {
    source,
    way: source === "upload" ? "upload" : "drawing",
    prompt: revision?.prompt ?? row.prompt,
    enhancedPrompt: revision?.enhancedPrompt ?? null,
    negativePrompt: null,
    engine: own?.engine.name ?? revision?.engine ?? null,
    engineVersion: own?.engine.version ?? revision?.engineVersion ?? null,
    seed: row.seed,
    providerRequestId: own?.providerRequestId ?? revision?.providerRequestId ?? null,
    designId: revision?.designId ?? null,
    revisionNumber: revision?.number ?? null,
    parentImageId: null,
    usedImageIds: [],
    digitalSourceType: source === "upload" ? null : digitalSourceType(isAiMade, isAiMade),
    isAiMade,
    createdAt: row.createdAt.toISOString(),
  };
}

/** A picture that a model made by itself, such as a cartoon, says by whom. */
function madeBy(properties: unknown): { engine: Engine; providerRequestId: string | null } | null {
  const { engine, providerRequestId = null } = (properties ?? {}) as {
    engine?: Engine;
    providerRequestId?: string | null;
  };
  return engine ? { engine, providerRequestId } : null;
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
