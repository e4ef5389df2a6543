import type { Ctx } from "../context.ts";
import { notFound } from "../shared/errors.ts";
import { actorUserId } from "./scope.ts";

/** Checks that the acting person owns the workspace. Throws `not_found` otherwise. */
export async function requireOwnedWorkspace(ctx: Ctx, workspaceId: string): Promise<void> {
  const userId = actorUserId(ctx.actor);
  const owned = await ctx.db.member.findFirst({
    where: { workspaceId, userId, role: "owner" },
    select: { workspaceId: true },
  });
  if (!owned) throw notFound("workspace");
}
