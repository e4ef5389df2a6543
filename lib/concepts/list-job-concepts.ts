import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { toConceptView } from "./concept-view.ts";
import { conceptSelect } from "./row.ts";
import type { ConceptView } from "./types.ts";

/** The concepts a job of the actor's has made so far, in the order they were asked for. */
export async function listJobConcepts(ctx: Ctx, jobId: string): Promise<ConceptView[]> {
  const rows = await ctx.db.concept.findMany({
    where: { jobId, design: workspaceScope(ctx.actor, "read") },
    orderBy: { id: "asc" },
    select: conceptSelect,
  });
  return Promise.all(rows.map((row) => toConceptView(ctx, row)));
}
