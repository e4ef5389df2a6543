import type { Task } from "#generated/prisma/client.ts";
import { personalWorkspaceId } from "#lib/accounts/scope.ts";
import type { Engine, PieceWanted } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { adoptModel } from "#lib/designs/adopt-model.ts";
import { buildModelForRevision } from "#lib/designs/build-model-for-revision.ts";
import { measuresOf } from "#lib/designs/row.ts";
import { loadSources } from "#lib/images/picture-raster.ts";
import { reportProgress } from "#lib/jobs/report-progress.ts";
import type { Measures } from "#lib/kernel/measures.ts";
import { parseSpec } from "#lib/kinds/parse-spec.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { internal } from "#lib/shared/errors.ts";
import { maskPhoto } from "./mask-photo.ts";
import {
  designIdOf,
  hasDesign,
  rememberDesign,
  reviseDesign,
  revisionIdOf,
} from "./photo-design.ts";
import { photoTaskInput } from "./photo-files.ts";
import { OBJECT_KIND, toObjectSpec } from "./photo-spec.ts";
import type { PhotoModel } from "./types.ts";

export interface ModelPhotoInput {
  /** The photo's task, as it was started for the job that acts. */
  task: Task;
  signal: AbortSignal;
}

/**
 * Makes the model of one photo of a batch: finds its subject, makes it a design, builds and stores the files. Running it
 * twice gives one design, one set of files and one order.
 */
export async function modelPhoto(ctx: Ctx, { task, signal }: ModelPhotoInput): Promise<PhotoModel> {
  const piece = await pieceOf(ctx, task);
  const { inference } = ctx.adapters;
  const isHere = inference.engineOf(piece).name === inference.engine.name;
  return isHere ? buildHere(ctx, task, signal) : buildElsewhere(ctx, task, piece, signal);
}

async function pieceOf(ctx: Ctx, task: Task): Promise<PieceWanted> {
  const wanted = photoTaskInput(task);
  const kind = getKind(OBJECT_KIND);
  const spec = parseSpec(kind, toObjectSpec(wanted));
  const sources = await loadSources(ctx, kind, spec);
  return { kind: kind.id, spec, sources, here: wanted.engine === "embedded" };
}

async function buildHere(ctx: Ctx, task: Task, signal: AbortSignal): Promise<PhotoModel> {
  const { maskId = null } = photoTaskInput(task);
  const subject = maskId ? found(maskId) : await findSubject(ctx, task, signal);
  signal.throwIfAborted();
  await reportProgress(ctx, task.id, BUILDING);
  return { ...subject, ...(await revise(ctx, task, { signal })) };
}

async function findSubject(ctx: Ctx, task: Task, signal: AbortSignal) {
  await reportProgress(ctx, task.id, { progress: 0.05, message: "Finding the subject" });
  return maskPhoto(ctx, task, signal);
}

const BUILDING = { progress: 0.4, message: "Building the model" } as const;

/** A mask that a person drew, or none: a provider finds the subject by itself. */
const found = (maskId: string | null) => ({ maskId, confidence: null, doubts: [] });

/**
 * The model is ordered before anything is told, since every order waits behind what the ones before it have to write.
 * The first try builds once; where a design is there already, its next revision follows from the one before.
 */
async function buildElsewhere(
  ctx: Ctx,
  task: Task,
  piece: PieceWanted,
  signal: AbortSignal,
): Promise<PhotoModel> {
  const { formats, maskId = null } = photoTaskInput(task);
  const [designId, revisionId] = [designIdOf(task), revisionIdOf(task)];
  const workspaceId = await personalWorkspaceId(ctx);
  const owner = { workspaceId, designId, jobId: task.jobId, taskId: task.id };
  await ctx.adapters.inference.orderModel({ ...piece, quality: "final" }, { owner, signal });
  await reportProgress(ctx, task.id, BUILDING);
  const subject = found(maskId);
  if (await hasDesign(ctx, task))
    return { ...subject, ...(await revise(ctx, task, { owner, signal })) };
  const model = await adoptModel(ctx, {
    ...{ piece, owner, formats, signal, title: task.name, effectId: revisionId },
    onDesign: () => rememberDesign(ctx, task, { designId, revisionId }),
  });
  return { ...subject, ...toResult({ designId, revisionId }, model.engine!, model.measures) };
}

async function revise(ctx: Ctx, task: Task, build: Parameters<typeof reviseDesign>[2]) {
  const { jobId, id: taskId } = task;
  const { formats } = photoTaskInput(task);
  const ids = await reviseDesign(ctx, task, build);
  const { signal } = build;
  const { engine } = await buildModelForRevision(ctx, {
    ...{ jobId, taskId, formats },
    ...(signal && { signal }),
  });
  return toResult(ids, engine, await measured(ctx, ids.revisionId));
}

async function measured(ctx: Ctx, revisionId: string): Promise<Measures> {
  const row = await ctx.db.revision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { measures: true },
  });
  const measures = measuresOf(row);
  if (!measures) throw internal(new Error(`revision ${revisionId} has no measures`));
  return measures;
}

function toResult(
  ids: { designId: string; revisionId: string },
  engine: Engine,
  { triangles, watertight, boxMm, volumeMm3 }: Measures,
) {
  return { ...ids, engine, faces: triangles, watertight, boxMm, volumeMm3 };
}
