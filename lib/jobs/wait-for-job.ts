import { z } from "zod";
import type { Ctx } from "../context.ts";
import { stopped, unavailable } from "../shared/errors.ts";
import { newsOf } from "./event-stream.ts";
import { getJob } from "./get-job.ts";
import { isOpen, type JobView } from "./types.ts";

/** Longest time a request may wait for its job, s. */
export const LONGEST_WAIT_S = 60;

/** Query of routes that start work: how long to wait for it before answering 202. */
export const waitQuery = z.object({
  wait: z.coerce.number().int().min(0).max(LONGEST_WAIT_S).default(0),
});

/** The job when it has ended, or as it stands after the time is over or the caller has left. */
export async function waitForJob(
  ctx: Ctx,
  jobId: string,
  options: { waitS: number; signal: AbortSignal },
): Promise<JobView> {
  const timeUp = AbortSignal.timeout(options.waitS * 1000);
  const signal = AbortSignal.any([timeUp, options.signal]);
  const news = newsOf(jobId, signal);
  try {
    for (;;) {
      const job = await getJob(ctx, jobId);
      if (!isOpen(job.status) || signal.aborted || options.waitS === 0) return job;
      await news.next();
    }
  } finally {
    news.stop();
  }
}

/** Throws what a job that was waited for ended with, when it failed or was stopped. */
export function refuseUndone({ status, error, jobId }: JobView): void {
  if (status === "cancelled") throw stopped();
  if (status !== "failed") return;
  const message = error?.message ?? "This did not work. Try again.";
  throw unavailable(message, { retryable: error?.retryable ?? false, details: { jobId } });
}
