import type { ModelFormat } from "#lib/adapters/inference/port.ts";
import type { Tx } from "#lib/db.ts";
import { createJob } from "#lib/jobs/create-job.ts";
import type { RequestedPicture } from "./pictures.ts";
import type { StartedJobs } from "./types.ts";

/** What a job of a revision belongs to. */
export interface RevisionOwner {
  workspaceId: string;
  createdById: string;
  designId: string;
  revisionId: string;
  conversationId: string | null;
  /** The message whose turn asked for it. */
  messageId: string | null;
}

/** Writes, in the caller's transaction, a `draw-pictures` job with a task for each picture. Answers its id. */
export async function startPictures(
  tx: Tx,
  owner: RevisionOwner,
  pictures: readonly RequestedPicture[],
  effectId?: string,
): Promise<string> {
  const { revisionId, messageId, ...columns } = owner;
  const { job } = await createJob(tx, {
    ...columns,
    kind: "draw-pictures",
    input: { designId: owner.designId, revisionId, messageId, ...(effectId && { effectId }) },
    tasks: pictures.map((picture) => ({ name: picture.view, input: { revisionId, ...picture } })),
    event: { name: "design/pictures.requested" },
  });
  return job.id;
}

/**
 * Writes, in the caller's transaction, a `build-model` job for the revision's final mesh and its files, by default the
 * one for screens. Answers its id.
 */
export async function startModel(
  tx: Tx,
  owner: RevisionOwner,
  formats?: readonly ModelFormat[],
): Promise<string> {
  const { revisionId, messageId, ...columns } = owner;
  const { job } = await createJob(tx, {
    ...columns,
    kind: "build-model",
    input: { designId: owner.designId, revisionId, messageId },
    tasks: [{ name: "model", input: { revisionId, ...(formats && { formats: [...formats] }) } }],
    event: { name: "design/model.requested" },
  });
  return job.id;
}

/** The jobs a revision started when it was made, for a change that is asked for again. */
export async function findStartedJobs(
  tx: Pick<Tx, "job">,
  designId: string,
  revisionId: string,
): Promise<StartedJobs> {
  const jobs = await tx.job.findMany({
    where: { designId, input: { path: ["revisionId"], equals: revisionId } },
    orderBy: { createdAt: "asc" },
    select: { id: true, kind: true },
  });
  const first = (kind: string) => jobs.find((job) => job.kind === kind)?.id ?? null;
  return { picturesJobId: first("draw-pictures"), modelJobId: first("build-model") };
}

/** The job a request for pictures started under its effect id, or null. */
export async function findRequestedJob(
  tx: Pick<Tx, "job">,
  designId: string,
  effectId: string,
): Promise<string | null> {
  const job = await tx.job.findFirst({
    where: { designId, input: { path: ["effectId"], equals: effectId } },
    select: { id: true },
  });
  return job?.id ?? null;
}
