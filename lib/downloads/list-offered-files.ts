import type { Ctx } from "#lib/context.ts";
import { type OfferedFile, offeredFiles } from "#lib/designs/offered-files.ts";
import { revisionSelect } from "#lib/designs/row.ts";
import { ownJob } from "#lib/jobs/find-job.ts";

/** A file that a job's model can be had as and is not yet. */
export interface OfferedJobFile extends OfferedFile {
  designId: string;
  revisionNumber: number;
}

/** Files of the revision a `build-model` job is about that are made when they are asked for. Throws `not_found`. */
export async function listOfferedFiles(ctx: Ctx, jobId: string): Promise<OfferedJobFile[]> {
  const job = await ownJob(ctx, jobId, "read");
  if (job.kind !== "build-model" || job.status !== "succeeded") return [];
  const { revisionId } = job.input as { revisionId?: string };
  const row = await ctx.db.revision.findUnique({
    where: { id: revisionId ?? "" },
    select: { ...revisionSelect, design: { select: { kind: true } } },
  });
  if (!row) return [];
  const of = { designId: row.designId, revisionNumber: row.number };
  return offeredFiles(ctx, row.design.kind, row).map((file) => ({ ...file, ...of }));
}
