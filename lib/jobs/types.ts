import type { JobStatus } from "#generated/prisma/client.ts";
import type { Ctx } from "../context.ts";

/** What verbs that run inside durable work need of a context. */
export type JobCtx = Pick<Ctx, "db" | "now">;

/** Why a task failed, as it is stored and shown. */
export interface TaskError {
  code: string;
  /** The user's words. */
  message: string;
  retryable: boolean;
  details?: Record<string, unknown>;
}

/** An engine that a person may choose in place of the one that is configured. */
export type ChosenEngine = "embedded";

export interface TaskView {
  taskId: string;
  jobId: string;
  parentId: string | null;
  name: string;
  status: JobStatus;
  /** 0 to 1. */
  progress: number;
  message: string | null;
  /** How often the user retried it. */
  attempt: number;
  error: TaskError | null;
  result: unknown;
}

export interface JobView {
  jobId: string;
  kind: string;
  status: JobStatus;
  /** 0 to 1. */
  progress: number;
  successful: number;
  failed: number;
  total: number;
  error: TaskError | null;
  tasks: TaskView[];
  createdAt: Date;
  finishedAt: Date | null;
  /** The newest event: a stream from here misses nothing. */
  lastEventId: number;
}

/** One event of a job; `data` is exactly what goes over the wire (snake_case keys). */
export interface JobEvent {
  id: number;
  taskId: string | null;
  type: string;
  data: unknown;
  createdAt: Date;
}

/** Starts of a job in all before it is given up. */
export const MOST_DELIVERIES = 3;

/** Statuses that still change by themselves. */
export const OPEN_STATUSES: JobStatus[] = ["queued", "running"];

export const isOpen = (status: JobStatus): boolean => OPEN_STATUSES.includes(status);
