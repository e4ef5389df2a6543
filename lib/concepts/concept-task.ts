import type { Ctx } from "#lib/context.ts";
import { requireTask } from "#lib/jobs/require-task.ts";
import type { ConceptJobInput, ConceptTaskInput } from "./request-concepts.ts";
import { requireBase } from "./source.ts";

export interface MakeConceptInput {
  jobId: string;
  /** A task of a `make-concepts` job: one picture. */
  taskId: string;
  signal?: AbortSignal;
}

export interface MadeConcept {
  conceptId: string;
  designId: string;
  imageId: string;
}

/** A task with its job and the revision it is about. Throws `not_found`. */
export async function requireConceptTask(ctx: Ctx, { jobId, taskId }: MakeConceptInput) {
  const task = await requireTask(ctx, jobId, taskId);
  const input = task.job.input as unknown as ConceptJobInput;
  const base = input.revisionId === null ? null : await requireBase(ctx, input.revisionId);
  return { task: task.input as unknown as ConceptTaskInput, job: { ...task.job, input }, base };
}

export type ConceptTask = Awaited<ReturnType<typeof requireConceptTask>>;
