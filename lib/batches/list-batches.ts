import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { toJobView } from "#lib/jobs/get-job.ts";
import { fromCursor, type Page, type PageInput, pageSize, toPage } from "#lib/shared/cursor.ts";
import { BATCH_JOB, type BatchSummary } from "./types.ts";

/** The actor's batches, newest first. */
export async function listBatches(ctx: Ctx, input: PageInput): Promise<Page<BatchSummary>> {
  const size = pageSize(input);
  const after = input.cursor ? fromCursor(input.cursor) : null;
  const rows = await ctx.db.job.findMany({
    where: {
      ...workspaceScope(ctx.actor, "read"),
      kind: BATCH_JOB,
      ...(after && {
        OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }],
      }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: size + 1,
    include: { tasks: { orderBy: [{ position: "asc" }, { id: "asc" }] } },
  });
  const items = rows.slice(0, size).map((row): BatchSummary => {
    const { jobId, status, progress, total, successful, failed, createdAt } = toJobView(row);
    return { jobId, status, progress, total, successful, failed, createdAt };
  });
  return toPage(rows, size, (row) => ({ at: row.createdAt, id: row.id }), items);
}
