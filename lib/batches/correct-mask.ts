import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { requireImage } from "#lib/images/find-image.ts";
import { ownJob, ownTask } from "#lib/jobs/find-job.ts";
import { retryTask } from "#lib/jobs/retry-task.ts";
import type { TaskView } from "#lib/jobs/types.ts";
import { notFound } from "#lib/shared/errors.ts";
import { photoTaskInput } from "./photo-files.ts";
import { BATCH_JOB } from "./types.ts";

export interface CorrectMaskInput {
  taskId: string;
  /** An uploaded picture in which white is the subject. */
  maskId: string;
}

/**
 * Makes the model of one photo again with a mask a person drew. Throws `not_found` (task, picture), `conflict` while
 * the photo is being worked on.
 */
export async function correctMask(ctx: Ctx, input: CorrectMaskInput): Promise<TaskView> {
  const task = await ownTask(ctx, input.taskId, "write");
  const job = await ownJob(ctx, task.jobId, "write");
  if (job.kind !== BATCH_JOB || task.parentId === null) throw notFound("task");
  const mask = await requireImage(ctx, input.maskId);
  const again = await retryTask(ctx, task.id, {
    from: ["failed", "succeeded"],
    input: { ...photoTaskInput(task), maskId: mask.id },
  });
  await adopt(ctx, mask.id, job.id);
  return again;
}

/** A loose upload of one's own goes with the batch when that is deleted; any other picture stays where it belongs. */
async function adopt(ctx: Ctx, maskId: string, jobId: string): Promise<void> {
  await ctx.db.image.updateMany({
    where: {
      ...workspaceScope(ctx.actor, "write"),
      id: maskId,
      source: "upload",
      jobId: null,
      conversationId: null,
      revisionId: null,
    },
    data: { jobId },
  });
}
