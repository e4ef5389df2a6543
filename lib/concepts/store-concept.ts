import { v5 as uuidOf } from "uuid";
import type { Ctx } from "#lib/context.ts";
import { compareOutcomes } from "#lib/designs/changes.ts";
import { toJson } from "#lib/designs/row.ts";
import { requireAllowedPicture } from "#lib/moderation/require-allowed-picture.ts";
import type { BuiltPlan } from "./buildable-plan.ts";
import type { ConceptTask, MadeConcept } from "./concept-task.ts";
import type { RevisionBase } from "./source.ts";

/** A concept that was made, with its picture's bytes. */
export interface FreshConcept {
  jobId: string;
  found: Omit<ConceptTask, "base"> & { base: RevisionBase };
  /** Without numbers where a model painted it. */
  plan: BuiltPlan | (Omit<BuiltPlan, "spec" | "preview"> & { spec: null; preview: null });
  /** What the provider that made it says of it. */
  isFlagged?: boolean | null;
  enhancedPrompt: string | null;
  engine: { name: string; version: string };
  providerRequestId: string | null;
  source: "drawn" | "generated";
  picture: { bytes: Uint8Array; mediaType: string; width: number; height: number };
}

/** Puts the picture away and writes its row and the concept's. A second time changes nothing. */
export async function storeConcept(ctx: Ctx, fresh: FreshConcept): Promise<MadeConcept> {
  const { found, picture } = fresh;
  const { conceptId } = found.task;
  const { designId } = found.base;
  await requireAllowedPicture(ctx, {
    read: async () => picture.bytes,
    subjectType: "generated picture",
    workspaceId: found.job.workspaceId,
    isFlagged: fresh.isFlagged ?? null,
  });
  const ending = picture.mediaType === "image/png" ? "png" : "webp";
  const blobKey = `designs/${designId}/concepts/${conceptId}.${ending}`;
  const stored = await ctx.adapters.blob.put(blobKey, picture.bytes, {
    contentType: picture.mediaType,
  });
  const imageId = uuidOf("image", conceptId);
  await ctx.db.$transaction([
    ctx.db.image.upsert({
      where: { id: imageId },
      update: {},
      create: { ...imageColumns(fresh, blobKey), ...stored, id: imageId },
    }),
    ctx.db.concept.upsert({
      where: { id: conceptId },
      update: {},
      create: { ...conceptColumns(fresh), id: conceptId, imageId },
    }),
  ]);
  return { conceptId, designId, imageId };
}

function imageColumns({ found, plan, picture, jobId, source }: FreshConcept, blobKey: string) {
  const { job, base, task } = found;
  const { mediaType, width, height } = picture;
  const { view, lights, background } = plan.look;
  return {
    ...{ blobKey, mediaType, width, height, source, jobId, view, seed: task.seed },
    workspaceId: job.workspaceId,
    createdById: job.createdById,
    conversationId: job.conversationId,
    messageId: job.input.messageId,
    revisionId: base.revisionId,
    prompt: job.input.wish.prompt ?? null,
    properties: toJson({ concept: task.conceptId, way: job.input.wish.way, lights, background }),
  };
}

function conceptColumns({
  found,
  plan,
  jobId,
  enhancedPrompt,
  engine,
  providerRequestId,
}: FreshConcept) {
  const { job, base, task } = found;
  const { wish } = job.input;
  const isSameKind = plan.kind.id === base.kind.id;
  const changes =
    isSameKind && plan.preview ? compareOutcomes(plan.kind, base.outcome, plan.preview) : null;
  return {
    ...{ jobId, enhancedPrompt, providerRequestId, seed: task.seed, way: wish.way },
    workspaceId: job.workspaceId,
    createdById: job.createdById,
    designId: base.designId,
    revisionId: base.revisionId,
    parentId: plan.parentId,
    wish: toJson(wish),
    kind: plan.kind.id,
    ...(plan.spec && { spec: toJson(plan.spec) }),
    ...(changes && { changes: toJson(changes) }),
    notes: toJson(plan.notes),
    look: toJson(plan.look),
    prompt: wish.prompt ?? null,
    negativePrompt: wish.negativePrompt ?? null,
    engine: engine.name,
    engineVersion: engine.version,
  };
}
