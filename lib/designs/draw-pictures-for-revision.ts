import type { Picture, PictureQuality } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { reportProgress } from "#lib/jobs/report-progress.ts";
import { invalidInput, unavailable } from "#lib/shared/errors.ts";
import { lineageOf } from "./build-model-for-revision.ts";
import { toPicture } from "./design-json.ts";
import { findDrawnBefore, pictureContent } from "./drawn-before.ts";
import { type RevisionTask, requireRevisionTask } from "./find-task.ts";
import { lookOf, pictureId, type RequestedPicture } from "./pictures.ts";
import { revisionSelect, toJson } from "./row.ts";
import { ownerOf, subjectOf } from "./subject.ts";
import type { DesignPicture } from "./types.ts";

export interface DrawTaskInput {
  jobId: string;
  /** A task of a `draw-pictures` job: one view with one seed. */
  taskId: string;
  signal?: AbortSignal;
}

/**
 * Draws the picture one task of a `draw-pictures` job asks for, first as a draft, then final under the same id.
 * Task states are the caller's: it starts the task before and ends it with the answer. The draft is told as progress
 * of the task. Running it twice leaves one picture: its id follows from revision, view and seed. A revision that
 * was edited meanwhile keeps its draft: nobody waits for more.
 */
export async function drawPicturesForRevision(
  ctx: Ctx,
  input: DrawTaskInput,
): Promise<{ pictures: DesignPicture[] }> {
  const found = await requireRevisionTask(ctx, input.jobId, input.taskId);
  const wanted = found.task.input as unknown as RequestedPicture;
  const stored = await findPicture(ctx, found, wanted);
  if (stored?.quality === "final") return { pictures: [stored] };
  const before = await reuse(ctx, input, found, wanted);
  if (before) return { pictures: [before] };
  const draft = stored ?? (await drawOnce(ctx, input, found, wanted, "draft"));
  await reportProgress(ctx, input.taskId, {
    progress: 0.3,
    data: { picture: { id: draft.id, url: draft.url, view: draft.view, quality: draft.quality } },
  });
  if (await isOutdated(ctx, found)) return { pictures: [draft] };
  return { pictures: [await drawOnce(ctx, input, found, wanted, "final")] };
}

async function findPicture(
  ctx: Ctx,
  { revision }: RevisionTask,
  wanted: RequestedPicture,
): Promise<DesignPicture | null> {
  const row = await ctx.db.image.findUnique({
    where: { id: pictureId(revision.id, wanted) },
    select: revisionSelect.images.select,
  });
  return row ? toPicture(ctx, row) : null;
}

async function drawOnce(
  ctx: Ctx,
  input: DrawTaskInput,
  found: RevisionTask,
  wanted: RequestedPicture,
  quality: PictureQuality,
): Promise<DesignPicture> {
  const subject = await subjectOf(ctx, found);
  if (!subject) throw invalidInput("This design has no numbers to draw from.");
  const order = { ...orderOf(wanted), quality };
  const { inference } = ctx.adapters;
  const engine = inference.engineOf(subject);
  const [drawn] = await inference.drawPictures(
    { ...subject, pictures: [order], lineage: lineageOf(found.revision, engine) },
    { owner: ownerOf(found, input), ...(input.signal && { signal: input.signal }) },
  );
  if (!drawn) throw unavailable("The picture came back empty. Try again.");
  const content = pictureContent(subject, engine.version);
  return storePicture(ctx, input.jobId, found, { ...drawn, content });
}

/** What a task's input says of its picture; it may hold more. */
function orderOf({ view, seed, sizePx, lights, background }: RequestedPicture) {
  return { view, seed, sizePx, ...(lights && { lights }), ...(background && { background }) };
}

/** The final picture when the workspace has drawn the same before, under this revision too. */
async function reuse(
  ctx: Ctx,
  { jobId }: DrawTaskInput,
  found: RevisionTask,
  wanted: RequestedPicture,
): Promise<DesignPicture | null> {
  const subject = await subjectOf(ctx, found);
  if (!subject) return null;
  const { version } = ctx.adapters.inference.engineOf(subject);
  const content = pictureContent(subject, version);
  const order = { ...orderOf(wanted), quality: "final" as const };
  const picture = await findDrawnBefore(ctx, found.job.workspaceId, content, order);
  return picture && storePicture(ctx, jobId, found, { ...picture, content });
}

/** Puts the bytes away and writes the picture's one row; a final picture takes the draft's place. */
async function storePicture(
  ctx: Ctx,
  jobId: string,
  { job, revision }: RevisionTask,
  picture: Picture & { content: string },
): Promise<DesignPicture> {
  const { quality, content, sizePx } = picture;
  const id = pictureId(revision.id, picture);
  const extension = picture.mediaType === "image/png" ? "png" : "webp";
  const blobKey = `designs/${revision.design.id}/${revision.id}/${id}-${quality}.${extension}`;
  const stored = await ctx.adapters.blob.put(blobKey, picture.bytes, {
    contentType: picture.mediaType,
  });
  const file = {
    ...stored,
    blobKey,
    mediaType: picture.mediaType,
    width: picture.width,
    height: picture.height,
    properties: toJson({
      kind: revision.design.kind,
      quality,
      sizePx,
      content,
      look: lookOf(picture),
    }),
  };
  const row = await ctx.db.image.upsert({
    where: { id },
    update: file,
    create: {
      ...file,
      id,
      workspaceId: job.workspaceId,
      createdById: job.createdById,
      conversationId: job.conversationId,
      messageId: (job.input as { messageId?: string | null }).messageId ?? null,
      revisionId: revision.id,
      jobId,
      source: "drawn",
      view: picture.view,
      seed: picture.seed,
      prompt: revision.prompt ?? revision.words,
    },
    select: revisionSelect.images.select,
  });
  return toPicture(ctx, row);
}

async function isOutdated(ctx: Ctx, { revision }: RevisionTask): Promise<boolean> {
  const design = await ctx.db.design.findUnique({
    where: { id: revision.design.id },
    select: { headNumber: true },
  });
  return design === null || design.headNumber > revision.number;
}
