import type { JobStatus } from "#generated/prisma/client.ts";
import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import {
  behindCursor,
  newestFirst,
  type Page,
  type PageInput,
  pageSize,
  toPage,
} from "#lib/shared/cursor.ts";
import { BATCH_JOB, type BatchSummary } from "./types.ts";

/** The actor's batches, newest first. */
export async function listBatches(ctx: Ctx, input: PageInput): Promise<Page<BatchSummary>> {
  const size = pageSize(input);
  const rows = await ctx.db.job.findMany({
    where: {
      ...workspaceScope(ctx.actor, "read"),
      kind: BATCH_JOB,
      ...behindCursor("createdAt", input.cursor),
    },
    orderBy: newestFirst("createdAt"),
    take: size + 1,
    select: { id: true, status: true, progress: true, createdAt: true },
  });
  const shown = rows.slice(0, size);
  const counts = await countPhotos(
    ctx,
    shown.map(({ id }) => id),
  );
  const items = shown.map(({ id, ...row }): BatchSummary => ({ jobId: id, ...row, ...counts(id) }));
  return toPage(rows, size, "createdAt", items);
}

/** How the photos of batches stand, counted by the database. */
async function countPhotos(ctx: Ctx, jobIds: string[]) {
  const groups = await ctx.db.task.groupBy({
    by: ["jobId", "status"],
    where: { jobId: { in: jobIds }, parentId: { not: null } },
    _count: true,
  });
  return (jobId: string) => {
    const own = groups.filter((group) => group.jobId === jobId);
    const count = (status?: JobStatus) =>
      own
        .filter((group) => !status || group.status === status)
        .reduce((sum, { _count }) => sum + _count, 0);
    return { total: count(), successful: count("succeeded"), failed: count("failed") };
  };
}
