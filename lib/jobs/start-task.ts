import type { Job, Task } from "#generated/prisma/client.ts";
import type { Tx } from "../db.ts";
import { appendEvents } from "./append-event.ts";
import { changeJob, jobIdOfTask } from "./change-job.ts";
import { progressEvent } from "./report-progress.ts";
import { jobStanding } from "./standing.ts";
import { isOpen, type JobCtx } from "./types.ts";

/** Tasks of one job that are started in one transaction. */
interface Group {
  taskIds: string[];
  started: Promise<Map<string, Task>>;
}

/** By job: the group that still takes tasks, and the one that was opened last. */
const open = new Map<string, Group>();
const last = new Map<string, Group>();

/**
 * Marks a task (and its job) as running and answers it; one that already runs is answered too, so that a step taken
 * up again goes on. Null when the task or its job has ended: there is nothing to do. Tasks of a job that are asked for
 * while others are being started go together after them: a batch begins at once. `jobId` where it is known.
 */
export async function startTask(ctx: JobCtx, taskId: string, jobId?: string): Promise<Task | null> {
  const id = jobId ?? (await jobIdOfTask(ctx, taskId));
  const group = open.get(id) ?? openGroup(ctx, id);
  group.taskIds.push(taskId);
  return (await group.started).get(taskId) ?? null;
}

function openGroup(ctx: JobCtx, jobId: string): Group {
  const taskIds: string[] = [];
  const before = last.get(jobId)?.started ?? Promise.resolve();
  // Whatever came of the group before, this one is started.
  const turn = before.then(
    () => {},
    () => {},
  );
  const started = turn.then(() => {
    open.delete(jobId);
    return changeJob(ctx, jobId, (tx, job) => startAll(tx, job, taskIds, ctx.now()));
  });
  const group = { taskIds, started };
  open.set(jobId, group);
  last.set(jobId, group);
  const forget = () => void (last.get(jobId) === group && last.delete(jobId));
  started.then(forget, forget);
  return group;
}

async function startAll(
  tx: Tx,
  job: Job,
  taskIds: readonly string[],
  now: Date,
): Promise<Map<string, Task>> {
  const byId = (tasks: Task[]) => new Map(tasks.map((task) => [task.id, task]));
  if (!isOpen(job.status)) return new Map();
  const started = byId(
    await tx.task.updateManyAndReturn({
      where: { id: { in: [...taskIds] }, jobId: job.id, status: "queued" },
      data: { status: "running", startedAt: now },
    }),
  );
  const others = taskIds.filter((id) => !started.has(id));
  if (started.size > 0) await tellStarted(tx, job, [...started.keys()], now);
  if (others.length === 0) return started;
  const running = await tx.task.findMany({
    where: { id: { in: others }, jobId: job.id, status: "running" },
  });
  return new Map([...started, ...byId(running)]);
}

async function tellStarted(tx: Tx, job: Job, taskIds: string[], now: Date): Promise<void> {
  if (job.status === "queued") {
    await tx.task.updateMany({
      where: { children: { some: { id: { in: taskIds } } }, status: "queued" },
      data: { status: "running", startedAt: now },
    });
  }
  const standing = await jobStanding(tx, job.id);
  const events = taskIds.map((taskId) =>
    progressEvent("running", standing, { taskId, message: null }),
  );
  const { progress } = standing;
  const startedAt = job.startedAt ?? now;
  await appendEvents(tx, job.id, events, { progress, status: "running", startedAt });
}
