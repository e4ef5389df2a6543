import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { toJson } from "#lib/designs/row.ts";
import { env } from "#lib/env.ts";
import { cancelJob } from "#lib/jobs/cancel-job.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { conflict, isAppError } from "#lib/shared/errors.ts";
import { lookAtPhotos } from "./look-at-photos.ts";
import { mergeInput } from "./merge-input.ts";
import type { FigurineChanges, FigurineInput } from "./options.ts";
import { photosGone } from "./photo-crop.ts";
import { refuseCrop } from "./refuse-crop.ts";
import { inputOf, ownFigurine, stagesOf } from "./row.ts";
import { openStages } from "./stage-keys.ts";
import { startMaking } from "./start-making.ts";
import type { FigurineRow, StageName } from "./types.ts";

export interface ReviseFigurineInput {
  figurineId: string;
  changes: FigurineChanges;
}

export interface RevisedFigurine {
  figurineId: string;
  /** Null where nothing is to be made anew. */
  jobId: string | null;
  /** What is made anew, in order. */
  stages: StageName[];
}

const DAY_MS = 24 * 60 * 60 * 1000;
const OF_THE_CROP = ["photo", "crop", "eyes", "mouth", "others"] as const;

/**
 * Changes what a figurine is asked to be and makes anew what rests on it, stage by stage; without changes it goes on
 * where a stage failed. Throws `not_found`, `invalid_input`, `conflict` (approved, photos removed), `rule_broken` (crop).
 */
export async function reviseFigurine(
  ctx: Ctx,
  { figurineId, changes }: ReviseFigurineInput,
): Promise<RevisedFigurine> {
  const row = await ownFigurine(ctx, figurineId, "write");
  if (row.approvedAt)
    throw conflict(
      "This figurine is approved and its files are locked. Make a new one to change it.",
    );
  const asked = mergeInput(inputOf(row), changes);
  const isNewCartoon = openStages(asked, stagesOf(row))[0] === "cartoon";
  const input = isNewCartoon ? await lookAgain(ctx, row, asked, changes) : asked;
  const stages = openStages(input, stagesOf(row));
  if (row.jobId) await stop(ctx, row.jobId);
  const jobId = await ctx.db.$transaction(async (tx) => {
    const photosDueAt = new Date(ctx.now().getTime() + env().UPLOAD_RETENTION_DAYS * DAY_MS);
    const changed = await tx.figurine.updateMany({
      where: { id: row.id, approvedAt: null, jobId: row.jobId },
      data: { input: toJson(input), photosDueAt },
    });
    if (changed.count === 0)
      throw conflict("This figurine was changed meanwhile. Look at it again.");
    if (stages.length === 0) return null;
    const { workspaceId } = row;
    return startMaking(tx, {
      figurineId,
      workspaceId,
      createdById: actorUserId(ctx.actor),
      stages,
    });
  });
  await flushOutbox(ctx.db);
  return { figurineId, jobId, stages };
}

/** A new crop is looked at like the first. Answers what is asked for with what was found. */
async function lookAgain(
  ctx: Ctx,
  row: FigurineRow,
  asked: FigurineInput,
  changes: FigurineChanges,
): Promise<FigurineInput> {
  if (row.photos.length === 0) throw photosGone();
  const isNewCrop = OF_THE_CROP.some((field) => changes[field] !== undefined);
  if (!isNewCrop && row.jobId) return asked;
  const { input, checks } = await lookAtPhotos(ctx, row, asked);
  await ctx.db.figurine.update({ where: { id: row.id }, data: { checks: toJson(checks) } });
  refuseCrop(row.id, checks);
  return input;
}

/** Stops the work so far; a job that has ended is no error. */
async function stop(ctx: Ctx, jobId: string): Promise<void> {
  await cancelJob(ctx, jobId).catch((error: unknown) => {
    if (!isAppError(error) || (error.code !== "conflict" && error.code !== "not_found"))
      throw error;
  });
}
