import { v5 as uuidOf } from "uuid";
import type { Task } from "#generated/prisma/client.ts";
import { workspaceScope } from "#lib/accounts/scope.ts";
import type { BuildOptions, WorkOwner } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { buildModelForRevision } from "#lib/designs/build-model-for-revision.ts";
import { createDesign } from "#lib/designs/create-design.ts";
import { deleteDesign } from "#lib/designs/delete-design.ts";
import { editDesign } from "#lib/designs/edit-design.ts";
import { measuresOf, toJson } from "#lib/designs/row.ts";
import type { DesignChange } from "#lib/designs/types.ts";
import { loadSources } from "#lib/images/picture-raster.ts";
import { reportProgress } from "#lib/jobs/report-progress.ts";
import { parseSpec } from "#lib/kinds/parse-spec.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { internal, notFound, stopped } from "#lib/shared/errors.ts";
import { maskPhoto } from "./mask-photo.ts";
import { photoTaskInput } from "./photo-files.ts";
import { OBJECT_KIND, toObjectSpec } from "./photo-spec.ts";
import type { PhotoModel } from "./types.ts";

export interface ModelPhotoInput {
  jobId: string;
  taskId: string;
  signal: AbortSignal;
}

/**
 * Makes the model of one photo of a batch: finds its subject, makes it a design, builds and stores the files. What a
 * provider makes is ordered first, and the rest is done while it works. Running it twice gives one design, one set of
 * files and one order.
 */
export async function modelPhoto(ctx: Ctx, input: ModelPhotoInput): Promise<PhotoModel> {
  const { jobId, taskId, signal } = input;
  const task = await requirePhotoTask(ctx, input);
  const { formats } = photoTaskInput(task);
  // Before anything is told: every order waits behind what the ones before it have to write.
  const owner = await orderAhead(ctx, task, signal);
  await reportProgress(ctx, taskId, { progress: 0.05, message: "Finding the subject" });
  const subject = await subjectOf(ctx, task, owner !== null, signal);
  signal.throwIfAborted();
  await reportProgress(ctx, taskId, { progress: 0.4, message: "Building the model" });
  const build = { signal, ...(owner && { owner }) };
  const { designId, revisionId } = await reviseDesign(ctx, task, build);
  const { engine } = await buildModelForRevision(ctx, { jobId, taskId, formats, signal });
  return { designId, revisionId, engine, ...subject, ...(await measured(ctx, revisionId)) };
}

/** Orders the model where a provider makes it; answers for whom, or null where it is made here. */
async function orderAhead(ctx: Ctx, task: Task, signal: AbortSignal): Promise<WorkOwner | null> {
  const { inference } = ctx.adapters;
  const wanted = photoTaskInput(task);
  const kind = getKind(OBJECT_KIND);
  const spec = parseSpec(kind, toObjectSpec(wanted));
  const sources = await loadSources(ctx, kind, spec);
  const piece = { kind: kind.id, spec, sources, here: wanted.engine === "embedded" };
  if (inference.engineOf(piece).name === inference.engine.name) return null;
  const { workspaceId } = await ctx.db.job.findUniqueOrThrow({
    where: { id: task.jobId },
    select: { workspaceId: true },
  });
  const owner = { workspaceId, designId: designIdOf(task), jobId: task.jobId, taskId: task.id };
  await inference.orderModel({ ...piece, quality: "final" }, { owner, signal });
  return owner;
}

/** A provider finds the subject by itself: only where a person begins to correct it is a mask looked for. */
async function subjectOf(
  ctx: Ctx,
  task: Task,
  isElsewhere: boolean,
  signal: AbortSignal,
): Promise<Pick<PhotoModel, "maskId" | "confidence" | "doubts">> {
  const { maskId = null } = photoTaskInput(task);
  if (maskId || isElsewhere) return { maskId, confidence: null, doubts: [] };
  return maskPhoto(ctx, task, signal);
}

/** The design a photo becomes, in every try: what was ordered for it stays its own. */
const designIdOf = (task: Task): string =>
  photoTaskInput(task).designId ?? uuidOf("design", task.id);

async function requirePhotoTask(ctx: Ctx, { jobId, taskId }: ModelPhotoInput): Promise<Task> {
  const task = await ctx.db.task.findFirst({
    where: { id: taskId, jobId, job: workspaceScope(ctx.actor, "write") },
  });
  if (!task) throw notFound("task");
  return task;
}

/** The design of the photo with the wanted spec as its newest revision; the task remembers both. */
async function reviseDesign(ctx: Ctx, task: Task, build: BuildOptions) {
  const wanted = photoTaskInput(task);
  const effectId = uuidOf(`model/${task.attempt}`, task.id);
  const designId = designIdOf(task);
  const spec = toObjectSpec(wanted);
  const made: DesignChange = (await hasDesign(ctx, designId))
    ? await editDesign(ctx, {
        designId,
        patch: spec,
        effectId,
        startsJobs: false,
        build,
      })
    : await createDesign(ctx, {
        kind: OBJECT_KIND,
        designId,
        title: task.name,
        spec,
        effectId,
        startsJobs: false,
        build,
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
async function hasDesign(ctx: Ctx, designId: string): Promise<boolean> {
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
