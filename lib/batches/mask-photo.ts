import { v5 as uuidOf } from "uuid";
import type { Task } from "#generated/prisma/client.ts";
import type { Ctx } from "#lib/context.ts";
import { pictureRaster } from "#lib/images/picture-raster.ts";
import { changeJob } from "#lib/jobs/change-job.ts";
import { photoTaskInput } from "./photo-files.ts";
import type { PhotoModel } from "./types.ts";

/**
 * Finds the subject of a task's photo and stores the mask as a picture of the batch, encrypted like the photo. Running
 * it twice leaves one picture.
 */
export async function maskPhoto(
  ctx: Ctx,
  task: Task,
  signal: AbortSignal,
): Promise<Pick<PhotoModel, "maskId" | "confidence" | "doubts">> {
  const { imageId } = photoTaskInput(task);
  const picture = await pictureRaster(ctx, imageId);
  const { png, width, height, confidence, doubts } = await ctx.adapters.inference.findSubject(
    { picture },
    { signal },
  );
  const photo = await ctx.db.image.findUniqueOrThrow({
    where: { id: imageId },
    select: { workspaceId: true, createdById: true },
  });
  const id = uuidOf("mask", task.id);
  const blobKey = `images/${id}.png`;
  const stored = await ctx.adapters.blob.put(blobKey, png, {
    contentType: "image/png",
    personal: true,
  });
  const columns = { ...photo, ...stored, width, height, blobKey, mediaType: "image/png" };
  const row = { ...columns, jobId: task.jobId, source: "generated" as const, view: "mask" };
  const properties = { name: task.name };
  try {
    // Under the job's lock: a batch that is deleted meanwhile gets no new picture.
    await changeJob(ctx, task.jobId, (tx) =>
      tx.image.upsert({
        where: { id },
        update: { ...row, properties },
        create: { ...row, id, properties },
      }),
    );
  } catch (error) {
    await ctx.adapters.blob.delete([blobKey]);
    throw error;
  }
  return { maskId: id, confidence, doubts };
}
