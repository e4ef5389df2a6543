import type { Task } from "#generated/prisma/client.ts";
import type { Ctx } from "#lib/context.ts";
import { requireImage } from "#lib/images/find-image.ts";
import { ownJob, ownTask } from "#lib/jobs/find-job.ts";
import { notFound } from "#lib/shared/errors.ts";
import { maskPhoto } from "./mask-photo.ts";
import { finishedModel, photoTaskInput } from "./photo-files.ts";
import { BATCH_JOB } from "./types.ts";

const LINK_SECONDS = 24 * 60 * 60;
/** Somebody waits with a brush in hand. */
const MOST_MS = 60_000;

export interface SuggestedMask {
  /** A picture as large as the photo or smaller in which white is the subject. */
  maskId: string;
  /** A link that expires. */
  url: string;
}

/**
 * The mask a person begins with when they correct one: what the photo's model was made with, or, where a provider
 * found the subject by itself or nothing was made, what the kernel takes for the subject. Throws `not_found` (task,
 * photo), `invalid_input` where no subject can be seen.
 */
export async function suggestMask(ctx: Ctx, taskId: string): Promise<SuggestedMask> {
  const task = await ownTask(ctx, taskId, "write");
  const job = await ownJob(ctx, task.jobId, "write");
  if (job.kind !== BATCH_JOB || task.parentId === null) throw notFound("task");
  const mask = await requireImage(ctx, knownMask(task) ?? (await foundMask(ctx, task)));
  const url = await ctx.adapters.blob.signedUrl(mask.blobKey, { expiresInSeconds: LINK_SECONDS });
  return { maskId: mask.id, url };
}

const knownMask = (task: Task): string | null =>
  photoTaskInput(task).maskId ?? finishedModel(task)?.maskId ?? null;

async function foundMask(ctx: Ctx, task: Task): Promise<string> {
  await requireImage(ctx, photoTaskInput(task).imageId);
  return (await maskPhoto(ctx, task, AbortSignal.timeout(MOST_MS))).maskId!;
}
