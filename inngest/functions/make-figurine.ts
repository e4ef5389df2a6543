import { makeStage } from "#lib/figurines/make-stage.ts";
import { jobContext } from "#lib/jobs/context.ts";
import { failTask } from "#lib/jobs/end-task.ts";
import { listOpenTasks } from "#lib/jobs/list-open-tasks.ts";
import { type TaskOutcome, workOnTask } from "#lib/jobs/work-on-task.ts";
import { inngest } from "../client.ts";
import { figurineRequested } from "../events.ts";
import { JOB_OPTIONS } from "./options.ts";
import { asStep } from "./step-error.ts";
import type { JobRun } from "./work-on-job.ts";

const WAITS = {
  code: "conflict",
  message: "The stage before it did not work. Try that one again; what is done stays.",
  retryable: true,
};

/** Makes the stages of a figurine one after the other; one that fails ends the ones after it and keeps those before. */
export const makeFigurine = inngest.createFunction(
  { ...JOB_OPTIONS, id: "make-figurine", triggers: [{ event: figurineRequested }] },
  makeStages,
);

async function makeStages({
  event,
  step,
  attempt,
  maxAttempts = 4,
}: JobRun): Promise<TaskOutcome[]> {
  const { jobId, taskId } = event.data;
  const open = (await step.run("list tasks", () =>
    asStep(async () => listOpenTasks(await jobContext(jobId), jobId, taskId)),
  )) as string[];
  const outcomes: TaskOutcome[] = [];
  for (const id of open) {
    const work = async () => {
      const ctx = await jobContext(jobId);
      return workOnTask(ctx, {
        taskId: id,
        lastAttempt: attempt + 1 >= maxAttempts,
        work: (task, signal) => makeStage(ctx, task, signal),
      });
    };
    outcomes.push((await step.run(`task ${id}`, () => asStep(work))) as TaskOutcome);
    if (outcomes.at(-1) !== "succeeded") break;
  }
  const rest = open.slice(outcomes.length);
  if (rest.length > 0) await step.run("end the rest", () => asStep(() => endRest(jobId, rest)));
  return outcomes;
}

async function endRest(jobId: string, taskIds: readonly string[]): Promise<void> {
  const ctx = await jobContext(jobId);
  for (const id of taskIds) await failTask(ctx, id, WAITS);
}
