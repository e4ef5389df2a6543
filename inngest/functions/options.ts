import { jobCancelled } from "../events.ts";
import { failAbandonedJob } from "./fail-abandoned-job.ts";

interface Concurrency {
  scope: "env" | "fn";
  /** An expression over the event. */
  key: string;
  limit: number;
}

/** Tasks that run at once, of everybody together. */
const ALL: Concurrency = { scope: "env", key: '"tasks"', limit: 100 };
/**
 * Tasks of one kind that run at once for one person: a batch leaves room for the others. Enough that while some wait
 * for a provider and some are finished, the next are ready to be ordered.
 */
const PER_USER: Concurrency = { scope: "fn", key: "event.data.userId", limit: 12 };
const concurrency: [Concurrency, Concurrency] = [ALL, PER_USER];

/** What every function that works on a job has in common. */
export const JOB_OPTIONS = {
  /** A step is tried four times in all. */
  retries: 3 as const,
  concurrency,
  cancelOn: [{ event: jobCancelled, match: "data.jobId" }],
  onFailure: failAbandonedJob,
};
