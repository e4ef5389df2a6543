import type { Task } from "#generated/prisma/client.ts";
import type { Ctx } from "#lib/context.ts";
import { contextOfJob, jobContext } from "#lib/jobs/context.ts";
import { listOpenTasks } from "#lib/jobs/list-open-tasks.ts";
import { type TaskOutcome, workOnTask } from "#lib/jobs/work-on-task.ts";
import { asStep } from "./step-error.ts";

/** The part of Inngest's step tools that is used. */
export interface StepTools {
  run(id: string, work: () => Promise<unknown>): Promise<unknown>;
}

export interface JobRun {
  event: {
    data: { jobId: string; workspaceId: string; userId: string; taskId?: string | undefined };
  };
  step: StepTools;
  /** Of the step that runs now, from 0. */
  attempt: number;
  maxAttempts?: number | undefined;
}

/** Works on every open task of a job, each in a step of its own, side by side. Answers what came of each. */
export async function workOnJob(
  { event, step, attempt, maxAttempts = 4 }: JobRun,
  work: (ctx: Ctx, task: Task, signal: AbortSignal) => Promise<unknown>,
): Promise<TaskOutcome[]> {
  const { jobId, taskId } = event.data;
  const open = (await step.run("list tasks", () =>
    asStep(async () => listOpenTasks(await jobContext(jobId), jobId, taskId)),
  )) as string[];
  const workOn = (id: string) => {
    const ctx = contextOfJob(event.data);
    return workOnTask(ctx, {
      taskId: id,
      lastAttempt: attempt + 1 >= maxAttempts,
      work: (task, signal) => work(ctx, task, signal),
    });
  };
  const outcomes = await Promise.all(
    open.map((id) => step.run(`task ${id}`, () => asStep(() => workOn(id)))),
  );
  return outcomes as TaskOutcome[];
}
