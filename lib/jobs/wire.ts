import { z } from "zod";

const status = z.enum(["queued", "running", "succeeded", "failed", "cancelled"]);
const taskError = z.object({
  code: z.string(),
  message: z.string(),
  retryable: z.boolean(),
  details: z.record(z.string(), z.unknown()).optional(),
});

/** A task as the API answers it. */
export const taskForm = z.object({
  taskId: z.string(),
  jobId: z.string(),
  parentId: z.string().nullable(),
  name: z.string(),
  status,
  progress: z.number().min(0).max(1),
  message: z.string().nullable(),
  attempt: z.number().int(),
  error: taskError.nullable(),
  result: z.unknown(),
});

/** A job as the API answers it, with every task. */
export const jobForm = z.object({
  jobId: z.string(),
  kind: z.string(),
  status,
  progress: z.number().min(0).max(1),
  successful: z.number().int(),
  failed: z.number().int(),
  total: z.number().int(),
  error: taskError.nullable(),
  tasks: z.array(taskForm),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  lastEventId: z.number().int(),
});

export const idParams = z.object({ id: z.string().min(1).max(64) });
export const streamQuery = z.object({
  lastEventId: z.coerce.number().int().min(0).optional(),
});

/** How a task is tried again: as before, or on this machine where a provider failed (`details.fallback` says so). */
export const retryBody = z.object({ engine: z.enum(["embedded"]).optional() });
