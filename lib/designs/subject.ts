import type { PieceWanted, WorkOwner } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { loadSources } from "#lib/images/picture-raster.ts";
import type { ChosenEngine } from "#lib/jobs/types.ts";
import { getKind } from "#lib/kinds/registry.ts";
import type { RevisionTask } from "./find-task.ts";
import { specOf } from "./row.ts";

/** What is to be made of a revision: its spec with the pictures it names, and the words the design began with; null without a spec. */
export async function subjectOf(
  ctx: Ctx,
  { revision, task }: RevisionTask,
): Promise<(PieceWanted & Required<Pick<PieceWanted, "sources">>) | null> {
  const spec = specOf(revision);
  if (!spec) return null;
  const { kind, id } = revision.design;
  const sources = await loadSources(ctx, getKind(kind), spec);
  const first = await ctx.db.revision.findFirst({
    where: { designId: id, prompt: { not: null } },
    orderBy: { number: "asc" },
    select: { prompt: true },
  });
  const isHere = (task.input as { engine?: ChosenEngine }).engine === "embedded";
  return { kind, spec, sources, here: isHere, ...(first?.prompt && { prompt: first.prompt }) };
}

/** For whom a revision's task works. */
export function ownerOf(
  { job, revision }: RevisionTask,
  { jobId, taskId }: { jobId: string; taskId: string },
): WorkOwner {
  return { workspaceId: job.workspaceId, designId: revision.design.id, jobId, taskId };
}
