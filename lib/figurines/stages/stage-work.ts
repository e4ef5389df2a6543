import { v5 as uuidOf } from "uuid";
import type { Engine } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { toJson } from "#lib/designs/row.ts";
import { changeJob } from "#lib/jobs/change-job.ts";
import { reportProgress } from "#lib/jobs/report-progress.ts";
import { AppError } from "#lib/shared/errors.ts";
import type { FigurineInput } from "../options.ts";
import type { FigurineRow, StageResults, StoredStages } from "../types.ts";

/** What a stage works on. */
export interface StageWork {
  ctx: Ctx;
  row: FigurineRow;
  input: FigurineInput;
  stages: StoredStages;
  /** Names what the stage is made of: what it stores is named after it, so that twice gives one. */
  key: string;
  jobId: string;
  taskId: string;
  signal: AbortSignal;
}

/** Says how far a stage is, in the user's words. */
export const tell = ({ ctx, taskId }: StageWork, progress: number, message: string) =>
  reportProgress(ctx, taskId, { progress, message });

/** What an earlier stage came to. Throws `conflict` where it has not. */
export function resultOf<Name extends keyof StageResults>(
  { stages }: StageWork,
  name: Name,
): StageResults[Name] {
  const stage = stages[name];
  if (!stage) throw waitsFor(name);
  return stage.result as StageResults[Name];
}

export const waitsFor = (name: string) =>
  new AppError(
    "conflict",
    `This waits for the stage before it ("${name}"). Try that one again first.`,
  );

export interface NewPicture {
  /** Tells pictures of one stage apart. */
  name: string;
  view: string;
  bytes: Uint8Array;
  mediaType: "image/png" | "image/webp";
  width: number;
  height: number;
  seed?: number;
  /** Who made it, where that is a generative model. */
  lineage?: { engine: Engine; providerRequestId: string | null } | undefined;
  /** The revision it shows, if any: then it is one of the design's pictures too. */
  revisionId?: string | undefined;
}

/** Stores a picture of a stage, encrypted at rest as it looks like somebody. Answers its id; twice gives one. */
export async function storePicture(work: StageWork, picture: NewPicture): Promise<string> {
  const { ctx, row, key, jobId } = work;
  const { name, bytes, mediaType, view, width, height, seed } = picture;
  const id = uuidOf(`${key}/${name}`, row.id);
  const blobKey = `figurines/${row.id}/${id}.${mediaType === "image/png" ? "png" : "webp"}`;
  const stored = await ctx.adapters.blob.put(blobKey, bytes, {
    contentType: mediaType,
    personal: true,
  });
  const columns = {
    ...{ ...stored, blobKey, mediaType, width, height, view, jobId, seed: seed ?? null },
    ...{ workspaceId: row.workspaceId, createdById: row.createdById },
    ...{
      source: "generated" as const,
      properties: toJson({ name, quality: "final", ...picture.lineage }),
    },
    revisionId: picture.revisionId ?? null,
  };
  try {
    // Under the job's lock: a figurine that is deleted meanwhile gets no new picture.
    await changeJob(ctx, jobId, (tx) =>
      tx.image.upsert({ where: { id }, update: columns, create: { id, ...columns } }),
    );
  } catch (error) {
    await ctx.adapters.blob.delete([blobKey]);
    throw error;
  }
  return id;
}
