import type { Prisma } from "#generated/prisma/client.ts";
import type { Tx } from "#lib/db.ts";
import { conflict } from "#lib/shared/errors.ts";
import type { Preview } from "./build-outcome.ts";
import type { RequestedPicture } from "./pictures.ts";
import { toJson } from "./row.ts";
import { startModel, startPictures } from "./start-jobs.ts";
import type { RevisionChanges, StartedJobs } from "./types.ts";

/** What the columns of a revision are filled from. */
export interface NewRevision {
  id: string;
  designId: string;
  number: number;
  parentId: string | null;
  preview: Preview;
  prompt: string | null;
  seed: number;
  changes: RevisionChanges;
  createdById: string;
  messageId: string | null;
}

/** The row of a revision with the numbers of its preview. */
export function revisionColumns(revision: NewRevision): Prisma.RevisionUncheckedCreateInput {
  const { preview, changes, ...columns } = revision;
  return {
    ...columns,
    spec: toJson(preview.spec),
    words: preview.words,
    enhancedPrompt: preview.words,
    engine: preview.engine.name,
    engineVersion: preview.engine.version,
    providerRequestId: preview.providerRequestId ?? null,
    changes: toJson(changes),
    measures: toJson(preview.measures),
    price: toJson(preview.price),
    findings: toJson(preview.findings),
    meshHash: preview.meshHash,
  };
}

export interface RevisionOwnership {
  workspaceId: string;
  conversationId: string | null;
}

/** Starts what every new revision gets: pictures first, then the final model and its files. */
export async function startRevisionJobs(
  tx: Tx,
  revision: NewRevision,
  owner: RevisionOwnership,
  pictures: readonly RequestedPicture[],
): Promise<StartedJobs> {
  const target = {
    workspaceId: owner.workspaceId,
    conversationId: owner.conversationId,
    createdById: revision.createdById,
    designId: revision.designId,
    revisionId: revision.id,
    messageId: revision.messageId,
  };
  return {
    picturesJobId: await startPictures(tx, target, pictures),
    modelJobId: await startModel(tx, target),
  };
}

/** Moves a design's newest revision from `base` to the next number. Throws `conflict` when somebody was first. */
export async function takeNextNumber(
  tx: Tx,
  designId: string,
  base: number,
  now: Date,
): Promise<number> {
  const taken = await tx.design.updateMany({
    where: { id: designId, headNumber: base },
    data: { headNumber: base + 1, updatedAt: now },
  });
  if (taken.count === 1) return base + 1;
  throw await staleBase(tx, designId, base);
}

/** `conflict`: the design has moved on since the base; names the newest revision. */
export async function staleBase(tx: Pick<Tx, "design">, designId: string, base: number) {
  const newest = await tx.design.findUnique({
    where: { id: designId },
    select: { headNumber: true },
  });
  return conflict(
    `This design has changed meanwhile: version ${newest?.headNumber} is the newest, yours was ${base}.`,
    { details: { base_revision: base, newest_revision: newest?.headNumber ?? null } },
  );
}
