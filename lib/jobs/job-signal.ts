import { log } from "../log.ts";
import { pollListenedJobs } from "./poll-jobs.ts";
import { isOpen, type JobCtx } from "./types.ts";
import { onJobNews } from "./wake-ups.ts";

/** A chat turn has news many times a second; its state is looked at this often at most. */
const CHECK_MS = 150;

export interface JobSignal {
  /** Aborts when the job ends by other means than this work: cancelled, deleted, timed out. */
  signal: AbortSignal;
  stop(): void;
}

/** Watches a job, and one task of it, while a step works for it: what is cancelled stops rendering at once. */
export function watchJob(ctx: Pick<JobCtx, "db">, jobId: string, taskId?: string): JobSignal {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | null = null;
  const check = async () => {
    timer = null;
    if (!(await isWanted(ctx, jobId, taskId))) controller.abort(new Error("The job was stopped."));
  };
  const unlisten = onJobNews(jobId, () => {
    timer ??= setTimeout(() => {
      check().catch((error) => log.warn({ err: error, jobId }, "job state not read"));
    }, CHECK_MS);
  });
  pollListenedJobs();
  const stop = () => {
    unlisten();
    if (timer) clearTimeout(timer);
  };
  return { signal: controller.signal, stop };
}

async function isWanted(ctx: Pick<JobCtx, "db">, jobId: string, taskId?: string) {
  const select = { status: true };
  const job = await ctx.db.job.findUnique({ where: { id: jobId }, select });
  if (!job || !isOpen(job.status)) return false;
  if (!taskId) return true;
  const task = await ctx.db.task.findUnique({ where: { id: taskId }, select });
  return task !== null && isOpen(task.status);
}
