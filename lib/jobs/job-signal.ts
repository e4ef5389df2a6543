import { log } from "../log.ts";
import { pollListenedJobs } from "./poll-jobs.ts";
import { isOpen, type JobCtx, OPEN_STATUSES } from "./types.ts";
import { onJobNews, wakeUpsOf } from "./wake-ups.ts";

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
  const open = await openTasks(ctx, jobId);
  return open !== null && (!taskId || open.has(taskId));
}

type OpenTasks = Set<string> | null;
const underWay = new Map<string, Promise<OpenTasks>>();

/**
 * Tasks of a job that have not ended, null when the job has. Read once for all that ask between two wake-ups: every
 * photo of a batch has its own watcher.
 */
function openTasks({ db }: Pick<JobCtx, "db">, jobId: string): Promise<OpenTasks> {
  const key = `${jobId} ${wakeUpsOf(jobId)}`;
  const shared = underWay.get(key);
  if (shared) return shared;
  const read = readOpenTasks(db, jobId).finally(() => underWay.delete(key));
  underWay.set(key, read);
  return read;
}

async function readOpenTasks(db: JobCtx["db"], jobId: string): Promise<OpenTasks> {
  const tasks = { where: { status: { in: OPEN_STATUSES } }, select: { id: true } };
  const job = await db.job.findUnique({ where: { id: jobId }, select: { status: true, tasks } });
  return job && isOpen(job.status) ? new Set(job.tasks.map(({ id }) => id)) : null;
}
