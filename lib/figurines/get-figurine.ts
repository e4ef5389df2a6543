import type { JobStatus } from "#generated/prisma/client.ts";
import type { Ctx } from "#lib/context.ts";
import { toFile } from "#lib/designs/design-json.ts";
import { revisionSelect } from "#lib/designs/row.ts";
import type { DesignFile } from "#lib/designs/types.ts";
import { getJob } from "#lib/jobs/get-job.ts";
import type { JobView, TaskError, TaskView } from "#lib/jobs/types.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { hashOfFiles } from "./approve-figurine.ts";
import type { FigurineInput } from "./options.ts";
import { type Marks, marksOf } from "./photo-crop.ts";
import { checksOf, inputOf, ownFigurine, stagesOf } from "./row.ts";
import { stageKeys } from "./stage-keys.ts";
import {
  type CropCheck,
  type FigurineRow,
  PROOF_STAGES,
  STAGES,
  type StageName,
  type StoredStages,
} from "./types.ts";

const LINK_SECONDS = 60 * 60;

export type StageStatus = "waiting" | "running" | "done" | "failed" | "outdated";

/** One stage as every transport shows it. */
export interface StageView {
  stage: StageName;
  /** `outdated`: there is a result, of something else than is asked for now. */
  status: StageStatus;
  /** 0 to 1. */
  progress: number;
  message: string | null;
  error: TaskError | null;
  taskId: string | null;
  result: unknown;
}

export interface FigurineView {
  id: string;
  title: string;
  status: "needs_crop" | "making" | "failed" | "ready" | "approved";
  subject: string;
  input: FigurineInput;
  /** The provider whose models can draw the cartoon; null where only this machine can. */
  provider: string | null;
  /** Where eyes and mouth are taken to be, as shares of the photo. */
  marks: Marks;
  checks: CropCheck[];
  photos: { id: string; url: string; width: number; height: number }[];
  /** When the photos go by themselves. */
  photosKeptUntil: Date;
  stages: StageView[];
  /** Addresses of the pictures that results name. */
  pictures: { id: string; url: string }[];
  designId: string | null;
  files: DesignFile[];
  approval: { approvedAt: Date; hash: string; revisionId: string; isIntact: boolean } | null;
  jobId: string | null;
  jobStatus: JobStatus | null;
  /** Of the job's stream: from here nothing is missed. */
  lastEventId: number;
  createdAt: Date;
  updatedAt: Date;
}

/** A figurine with what came of each stage so far. Throws `not_found`. */
export async function getFigurine(ctx: Ctx, id: string): Promise<FigurineView> {
  const row = await ownFigurine(ctx, id, "read");
  const job = row.jobId ? await jobOf(ctx, row.jobId) : null;
  const [input, stages] = [inputOf(row), stagesOf(row)];
  const views = stageViews(input, stages, job);
  const revisionId = stages.fusion?.result.revisionId;
  return {
    ...{ id, title: row.title, subject: row.subject, input, checks: checksOf(row) },
    status: statusOf(row, views),
    provider: stylingProvider(ctx),
    marks: marksOf(input),
    photos: await photosOf(ctx, row),
    photosKeptUntil: row.photosDueAt,
    stages: views,
    pictures: await picturesOf(ctx, stages),
    designId: row.designId,
    files: revisionId ? await filesOf(ctx, revisionId) : [],
    approval: await approvalOf(ctx, row),
    ...{ jobId: row.jobId, jobStatus: job?.status ?? null, lastEventId: job?.lastEventId ?? 0 },
    ...{ createdAt: row.createdAt, updatedAt: row.updatedAt },
  };
}

/** Who draws cartoons elsewhere; null where nobody does. */
export function stylingProvider({ adapters: { inference } }: Ctx): string | null {
  return inference.offers("stylise") ? inference.provider : null;
}

async function jobOf(ctx: Ctx, jobId: string): Promise<JobView | null> {
  return getJob(ctx, jobId).catch((error: unknown) => {
    if (isAppError(error) && error.code === "not_found") return null;
    throw error;
  });
}

function stageViews(input: FigurineInput, stages: StoredStages, job: JobView | null): StageView[] {
  const keys = stageKeys(input);
  return STAGES.map((stage) => {
    const stored = stages[stage];
    const task = job?.tasks.find(({ name }) => name === stage) ?? null;
    const isDone = stored?.key === keys[stage];
    return {
      stage,
      status: isDone ? "done" : statusOfTask(task, stored !== undefined),
      progress: isDone ? 1 : (task?.progress ?? 0),
      message: isDone ? null : (task?.message ?? null),
      error: isDone ? null : (task?.error ?? null),
      taskId: task?.taskId ?? null,
      result: stored?.result ?? null,
    };
  });
}

function statusOfTask(task: TaskView | null, hasResult: boolean): StageStatus {
  if (task?.status === "running") return "running";
  if (task?.status === "queued") return "waiting";
  if (task?.status === "failed" || task?.status === "cancelled") return "failed";
  return hasResult ? "outdated" : "waiting";
}

function statusOf(row: FigurineRow, views: readonly StageView[]): FigurineView["status"] {
  if (row.approvedAt) return "approved";
  if (!row.jobId) return "needs_crop";
  const proof = views.filter(({ stage }) => PROOF_STAGES.includes(stage));
  if (proof.every(({ status }) => status === "done")) return "ready";
  return views.some(({ status }) => status === "failed") ? "failed" : "making";
}

const linkTo = (ctx: Ctx, blobKey: string) =>
  ctx.adapters.blob.signedUrl(blobKey, { expiresInSeconds: LINK_SECONDS });

const photosOf = (ctx: Ctx, { photos }: FigurineRow) =>
  Promise.all(
    photos.map(async ({ id, blobKey, width, height }) => ({
      ...{ id, width, height },
      url: await linkTo(ctx, blobKey),
    })),
  );

/** Ids of all pictures that results name. */
function pictureIds({ cartoon, head, fusion, proof, turntable }: StoredStages): string[] {
  return [
    ...(cartoon?.result.candidates.map(({ pictureId }) => pictureId) ?? []),
    ...(head ? [head.result.pictureId] : []),
    ...(fusion ? [fusion.result.pictureId] : []),
    ...(proof?.result.views.map(({ pictureId }) => pictureId) ?? []),
    ...(turntable ? [turntable.result.pictureId] : []),
  ];
}

async function picturesOf(ctx: Ctx, stages: StoredStages): Promise<FigurineView["pictures"]> {
  const images = await ctx.db.image.findMany({
    where: { id: { in: pictureIds(stages) } },
    select: { id: true, blobKey: true },
  });
  return Promise.all(
    images.map(async ({ id, blobKey }) => ({ id, url: await linkTo(ctx, blobKey) })),
  );
}

async function filesOf(ctx: Ctx, revisionId: string): Promise<DesignFile[]> {
  const rows = await ctx.db.modelFile.findMany({
    where: { revisionId },
    orderBy: { format: "asc" },
    select: revisionSelect.files.select,
  });
  return Promise.all(rows.map((file) => toFile(ctx, file)));
}

async function approvalOf(ctx: Ctx, { approvedAt, approvedHash, approvedRevisionId }: FigurineRow) {
  if (!approvedAt || !approvedHash || !approvedRevisionId) return null;
  const isIntact = (await hashOfFiles(ctx, approvedRevisionId)) === approvedHash;
  return { approvedAt, hash: approvedHash, revisionId: approvedRevisionId, isIntact };
}
