import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { type ImageView, imageSelect, toImageView } from "./row.ts";

/** The pictures a job of the actor's has made so far. */
export async function listJobImages(ctx: Ctx, jobId: string): Promise<ImageView[]> {
  const rows = await ctx.db.image.findMany({
    where: { jobId, ...workspaceScope(ctx.actor, "read") },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: imageSelect,
  });
  return Promise.all(rows.map((row) => toImageView(ctx, row)));
}
