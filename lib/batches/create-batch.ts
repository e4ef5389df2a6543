import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { v7 as uuid } from "uuid";
import type { Prisma } from "#generated/prisma/client.ts";
import { actorUserId, personalWorkspaceId, workspaceScope } from "#lib/accounts/scope.ts";
import type { StoredBlob } from "#lib/adapters/blob/port.ts";
import type { Ctx } from "#lib/context.ts";
import type { UploadedFile } from "#lib/http/multipart.ts";
import { MEDIA_TYPES } from "#lib/images/picture-header.ts";
import { createJob } from "#lib/jobs/create-job.ts";
import { requireAllowedPicture } from "#lib/moderation/require-allowed-picture.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { AppError, invalidInput } from "#lib/shared/errors.ts";
import { type BatchOptions, MOST_PHOTOS } from "./options.ts";
import { type GoodPhoto, type RefusedPhoto, refusedBatch, takePhotos } from "./take-photos.ts";
import { BATCH_JOB, BATCH_REQUESTED, type PhotoTaskInput } from "./types.ts";

export interface CreateBatchInput {
  files: readonly UploadedFile[];
  options: BatchOptions;
  /** UUID of the request: the same again answers the first batch. */
  effectId?: string | undefined;
}

export interface CreatedBatch {
  jobId: string;
  photos: number;
  /** With `partial`: what was left out, and why. */
  refused: RefusedPhoto[];
}

/**
 * Stores 1 to 25 photos and starts the job that makes a model of each. All are taken or none, unless
 * `partial` is set. Throws `invalid_input`, `too_large` or `unsupported_type` naming each refused file.
 */
export async function createBatch(ctx: Ctx, input: CreateBatchInput): Promise<CreatedBatch> {
  workspaceScope(ctx.actor, "write");
  requireCount(input.files.length);
  const made = input.effectId && (await findBatch(ctx, input.effectId));
  if (made) return made;
  const taken = await takePhotos(input.files);
  const isRefused = taken.refused.length > 0 && !input.options.partial;
  if (isRefused || taken.good.length === 0) throw refusedBatch(taken);
  const workspaceId = await personalWorkspaceId(ctx);
  await requireAllowed(ctx, taken.good, workspaceId);
  const stored: StoredPhoto[] = [];
  try {
    for (const photo of taken.good) stored.push(await storePhoto(ctx, photo));
    const { options, effectId } = input;
    const batch = { effectId, workspaceId, stored, refused: taken.refused, options };
    const jobId = await writeBatch(ctx, batch);
    await flushOutbox(ctx.db);
    return { jobId, photos: stored.length, refused: taken.refused };
  } catch (error) {
    await ctx.adapters.blob.delete(stored.map(({ blobKey }) => blobKey));
    throw error;
  }
}

/** Photos looked at side by side: each may be held in memory, and each look takes seconds. */
const LOOKS_AT_ONCE = 5;

async function requireAllowed(ctx: Ctx, photos: readonly GoodPhoto[], workspaceId: string) {
  for (let from = 0; from < photos.length; from += LOOKS_AT_ONCE) {
    await Promise.all(
      photos.slice(from, from + LOOKS_AT_ONCE).map(({ picture }) =>
        requireAllowedPicture(ctx, {
          read: () => readFile(/* turbopackIgnore: true */ picture.path),
          subjectType: "picture",
          workspaceId,
        }),
      ),
    );
  }
}

/** The batch that a request made before its answer was lost. */
async function findBatch(ctx: Ctx, jobId: string): Promise<CreatedBatch | null> {
  const where = { id: jobId, kind: BATCH_JOB, ...workspaceScope(ctx.actor, "write") };
  const job = await ctx.db.job.findFirst({
    where,
    select: { input: true, _count: { select: { tasks: { where: { parentId: { not: null } } } } } },
  });
  if (!job) return null;
  const { refused = [] } = job.input as { refused?: RefusedPhoto[] };
  return { jobId, photos: job._count.tasks, refused };
}

function requireCount(files: number): void {
  if (files === 0) throw invalidInput("Send at least one photo in the field `files`.");
  if (files <= MOST_PHOTOS) return;
  throw new AppError("too_large", `At most ${MOST_PHOTOS} photos at once; these are ${files}.`, {
    details: { field: "files", value: files, maximum: MOST_PHOTOS },
  });
}

interface StoredPhoto extends StoredBlob {
  id: string;
  name: string;
  blobKey: string;
  mediaType: string;
  width: number;
  height: number;
}

async function storePhoto(ctx: Ctx, { name, picture }: GoodPhoto): Promise<StoredPhoto> {
  const id = uuid();
  const blobKey = `images/${id}.${picture.format}`;
  const mediaType = MEDIA_TYPES[picture.format];
  const { path, width, height } = picture;
  const bytes = Readable.toWeb(createReadStream(/* turbopackIgnore: true */ path));
  const blob = await ctx.adapters.blob.put(blobKey, bytes as ReadableStream<Uint8Array>, {
    contentType: mediaType,
    personal: true,
  });
  return { id, name, blobKey, mediaType, width, height, ...blob };
}

interface NewBatch {
  effectId: string | undefined;
  workspaceId: string;
  stored: StoredPhoto[];
  refused: RefusedPhoto[];
  options: BatchOptions;
}

/** The rows of a batch and the promise of its work, all at once. Answers the job's id. */
async function writeBatch(ctx: Ctx, batch: NewBatch): Promise<string> {
  const { effectId, workspaceId, stored, refused, options } = batch;
  const owner = { workspaceId, createdById: actorUserId(ctx.actor) };
  const { priority, partial: _, ...wanted } = options;
  return ctx.db.$transaction(async (tx) => {
    const { job } = await createJob(tx, {
      ...owner,
      ...(effectId && { id: effectId }),
      kind: BATCH_JOB,
      input: { ...options, refused },
      parent: { name: "batch" },
      tasks: stored.map(({ id, name }) => ({
        name,
        input: { imageId: id, ...wanted } satisfies PhotoTaskInput,
      })),
      event: { name: BATCH_REQUESTED, data: { priority } },
    });
    await tx.image.createMany({
      data: stored.map(({ name, ...photo }): Prisma.ImageCreateManyInput => {
        const properties = { name };
        return { ...owner, ...photo, source: "upload", jobId: job.id, properties };
      }),
    });
    return job.id;
  });
}
