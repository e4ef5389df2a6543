import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";
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
  const task = await ctx.db.task.findFirst({
    where: { id: taskId, jobId, job: workspaceScope(ctx.actor, "write") },
    select: {
      input: true,
      job: { select: { workspaceId: true, createdById: true, conversationId: true, input: true } },
    },
  });
  if (!task) throw notFound("task");
  const input = task.job.input as unknown as ConceptJobInput;
  const base = input.revisionId === null ? null : await requireBase(ctx, input.revisionId);
  return { task: task.input as unknown as ConceptTaskInput, job: { ...task.job, input }, base };
}

export type ConceptTask = Awaited<ReturnType<typeof requireConceptTask>>;
