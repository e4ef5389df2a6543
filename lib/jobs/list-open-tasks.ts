import type { Ctx } from "../context.ts";
import { OPEN_STATUSES } from "./types.ts";

/** Ids of a job's items that have not ended, in order; with `taskId` at most that one. */
export async function listOpenTasks(
  ctx: Pick<Ctx, "db">,
  jobId: string,
  taskId?: string,
): Promise<string[]> {
  const tasks = await ctx.db.task.findMany({
    where: {
      jobId,
      status: { in: OPEN_STATUSES },
      children: { none: {} },
      ...(taskId ? { id: taskId } : {}),
    },
    orderBy: { position: "asc" },
    select: { id: true },
  });
  return tasks.map((task) => task.id);
}
