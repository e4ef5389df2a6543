import type { Ctx } from "../context.ts";
import { type Access, workspaceScope } from "./scope.ts";

/**
 * Ids of the workspaces the actor may read or write, for queries that are not Prisma's. Throws as `workspaceScope` does.
 */
export async function workspaceIds(
  ctx: Pick<Ctx, "actor" | "db">,
  access: Access,
): Promise<string[]> {
  const { workspaceId, workspace } = workspaceScope(ctx.actor, access);
  const rows = await ctx.db.workspace.findMany({
    where: { ...workspace, ...(workspaceId && { id: workspaceId }) },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
