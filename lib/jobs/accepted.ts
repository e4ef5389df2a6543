import { z } from "zod";
import type { Ctx } from "../context.ts";
import { getJob } from "./get-job.ts";

/** What every 202 of the API answers. */
export const acceptedForm = z.object({
  jobId: z.string(),
  taskId: z.string(),
  taskIds: z.array(z.string()),
  statusUrl: z.string(),
  streamUrl: z.string(),
  message: z.string(),
});

export type Accepted = z.infer<typeof acceptedForm>;

/** Where to follow a job that was just started. A batch's `taskId` is its parent task. */
export async function acceptedJob(ctx: Ctx, jobId: string, message: string): Promise<Accepted> {
  const job = await getJob(ctx, jobId);
  const parents = new Set(job.tasks.map((task) => task.parentId));
  const parent = job.tasks.find((task) => parents.has(task.taskId));
  const items = job.tasks.filter((task) => task !== parent);
  return {
    jobId,
    taskId: (parent ?? items[0])?.taskId ?? "",
    taskIds: items.map((task) => task.taskId),
    statusUrl: `/api/v1/status/jobs/${jobId}/progress`,
    streamUrl: `/api/v1/status/jobs/${jobId}/stream`,
    message,
  };
}
