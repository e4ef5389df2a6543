import type { Ctx } from "../context.ts";
import { OPEN_STATUSES } from "./types.ts";

/** How many tasks of everybody wait and how many are worked on. */
export async function queueDepth(
  ctx: Pick<Ctx, "db">,
): Promise<{ queued: number; running: number }> {
  const rows = await ctx.db.task.groupBy({
    by: ["status"],
    where: { status: { in: OPEN_STATUSES }, children: { none: {} } },
    _count: true,
  });
  const countOf = (status: string) => rows.find((row) => row.status === status)?._count ?? 0;
  return { queued: countOf("queued"), running: countOf("running") };
}
