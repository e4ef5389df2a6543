import { v5 as uuidOf } from "uuid";
import type { Task } from "#generated/prisma/client.ts";
import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { buildModelForRevision } from "#lib/designs/build-model-for-revision.ts";
import { createDesign } from "#lib/designs/create-design.ts";
import { deleteDesign } from "#lib/designs/delete-design.ts";
import { editDesign } from "#lib/designs/edit-design.ts";
import { measuresOf, toJson } from "#lib/designs/row.ts";
import type { DesignChange } from "#lib/designs/types.ts";
import { reportProgress } from "#lib/jobs/report-progress.ts";
import { internal, notFound, stopped } from "#lib/shared/errors.ts";
import { maskPhoto } from "./mask-photo.ts";
import { photoTaskInput } from "./photo-files.ts";
import { OBJECT_KIND, toObjectSpec } from "./photo-spec.ts";
import type { PhotoModel, PhotoTaskInput } from "./types.ts";

export interface ModelPhotoInput {
  jobId: string;
  taskId: string;
  signal: AbortSignal;
}

/**
 * Makes the model of one photo of a batch: finds its subject, makes it a design, builds and stores the files. Running
 * it twice gives one design and one set of files.
 */
export async function modelPhoto(ctx: Ctx, input: ModelPhotoInput): Promise<PhotoModel> {
  const { jobId, taskId, signal } = input;
  const task = await requirePhotoTask(ctx, input);
  const { maskId, formats } = photoTaskInput(task);
  await reportProgress(ctx, taskId, { progress: 0.05, message: "Finding the subject" });
  const subject = maskId
    ? { maskId, confidence: null, doubts: [] }
    : await maskPhoto(ctx, task, signal);
  signal.throwIfAborted();
  const { designId, revisionId } = await reviseDesign(ctx, task);
  await reportProgress(ctx, taskId, { progress: 0.4, message: "Building the model" });
  await buildModelForRevision(ctx, { jobId, taskId, formats, signal });
  return {
    designId,
    revisionId,
    ...subject,
    ...(await measured(ctx, revisionId)),
  };
}

async function requirePhotoTask(ctx: Ctx, { jobId, taskId }: ModelPhotoInput): Promise<Task> {
  const task = await ctx.db.task.findFirst({
    where: { id: taskId, jobId, job: workspaceScope(ctx.actor, "write") },
  });
  if (!task) throw notFound("task");
  return task;
}

/** The design of the photo with the wanted spec as its newest revision; the task remembers both. */
async function reviseDesign(ctx: Ctx, task: Task) {
  const wanted = photoTaskInput(task);
  const effectId = uuidOf(`model/${task.attempt}`, task.id);
  const spec = toObjectSpec(wanted);
  const made: DesignChange = (await hasDesign(ctx, wanted))
    ? await editDesign(ctx, {
        designId: wanted.designId!,
        patch: spec,
        effectId,
        startsJobs: false,
      })
    : await createDesign(ctx, {
        kind: OBJECT_KIND,
        title: task.name,
        spec,
        effectId,
        startsJobs: false,
      });
  const ids = { designId: made.design.id, revisionId: made.design.revision.id };
  const kept = await ctx.db.task.updateMany({
    where: { id: task.id, attempt: task.attempt, status: "running" },
    data: { input: toJson({ ...wanted, ...ids }) },
  });
  if (kept.count === 0) await abandon(ctx, task.id, ids.designId);
  return ids;
}

/** False before the first try, and where the person has deleted the piece since. */
async function hasDesign(ctx: Ctx, { designId }: PhotoTaskInput): Promise<boolean> {
  if (!designId) return false;
  const where = { id: designId, ...workspaceScope(ctx.actor, "write") };
  return (await ctx.db.design.count({ where })) > 0;
}

/** The task was stopped, tried again or deleted meanwhile: a design nobody would know of goes. Throws `cancelled`. */
async function abandon(ctx: Ctx, taskId: string, designId: string): Promise<never> {
  const now = await ctx.db.task.findUnique({ where: { id: taskId }, select: { input: true } });
  if (!now || photoTaskInput(now).designId !== designId) await deleteDesign(ctx, { designId });
  throw stopped();
}

async function measured(ctx: Ctx, revisionId: string) {
  const row = await ctx.db.revision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { measures: true },
  });
  const measures = measuresOf(row);
  if (!measures) throw internal(new Error(`revision ${revisionId} has no measures`));
  const { triangles, watertight, boxMm, volumeMm3 } = measures;
  return { faces: triangles, watertight, boxMm, volumeMm3 };
}
