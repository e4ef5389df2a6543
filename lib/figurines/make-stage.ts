import type { Task } from "#generated/prisma/client.ts";
import type { Ctx } from "#lib/context.ts";
import { toJson } from "#lib/designs/row.ts";
import { changeJob } from "#lib/jobs/change-job.ts";
import { AppError, notFound } from "#lib/shared/errors.ts";
import { inputOf, ownFigurine, stagesOf } from "./row.ts";
import { stageKeys } from "./stage-keys.ts";
import { drawCartoonStage } from "./stages/draw-cartoon-stage.ts";
import { fuseStage } from "./stages/fuse-stage.ts";
import { makeHeadStage } from "./stages/make-head-stage.ts";
import { proveStage } from "./stages/prove-stage.ts";
import { scoreStage } from "./stages/score-stage.ts";
import { type StageWork, waitsFor } from "./stages/stage-work.ts";
import { turnStage } from "./stages/turn-stage.ts";
import { STAGES, type StageName, type StageResults } from "./types.ts";

const MAKERS: { [Name in StageName]: (work: StageWork) => Promise<StageResults[Name]> } = {
  cartoon: drawCartoonStage,
  head: makeHeadStage,
  fusion: fuseStage,
  scores: scoreStage,
  proof: proveStage,
  turntable: turnStage,
};

/**
 * Makes the stage a task of a figurine's job names, and keeps what came of it with the figurine. A stage that was made of
 * the same before is not made again. Throws `conflict` where an earlier stage is missing, `cancelled` where the
 * figurine was changed meanwhile.
 */
export async function makeStage(
  ctx: Ctx,
  task: Task,
  signal: AbortSignal,
): Promise<{ stage: StageName }> {
  const name = stageOf(task);
  const { figurineId } = task.input as { figurineId?: string };
  const row = await ownFigurine(ctx, figurineId ?? "", "write");
  if (row.jobId !== task.jobId) throw new AppError("cancelled", "This was stopped.");
  const [input, stages] = [inputOf(row), stagesOf(row)];
  const keys = stageKeys(input);
  const before = STAGES[STAGES.indexOf(name) - 1];
  if (before && stages[before]?.key !== keys[before]) throw waitsFor(before);
  if (stages[name]?.key === keys[name]) return { stage: name };
  const { jobId, id: taskId } = task;
  const work = { ctx, row, input, stages, key: keys[name], jobId, taskId, signal };
  const result = await MAKERS[name](work);
  await keepResult(ctx, { figurineId: row.id, jobId, name, key: keys[name], result });
  return { stage: name };
}

function stageOf({ name }: Task): StageName {
  const stage = STAGES.find((one) => one === name);
  if (!stage) throw notFound("stage");
  return stage;
}

interface Made {
  figurineId: string;
  jobId: string;
  name: StageName;
  key: string;
  result: StageResults[StageName];
}

/** Under the job's lock, so that two stages cannot overwrite each other. */
async function keepResult(ctx: Ctx, { figurineId, jobId, name, key, result }: Made): Promise<void> {
  await changeJob(ctx, jobId, async (tx) => {
    const row = await tx.figurine.findFirst({
      where: { id: figurineId, jobId },
      select: { stages: true },
    });
    if (!row) throw new AppError("cancelled", "This was stopped.");
    const stages = { ...stagesOf(row), [name]: { key, result } };
    await tx.figurine.update({ where: { id: figurineId }, data: { stages: toJson(stages) } });
  });
}
