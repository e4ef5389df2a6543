import { z } from "zod";
import type { Ctx } from "../context.ts";
import { conflict, notFound } from "../shared/errors.ts";
import { requireOwnedWorkspace } from "./owned-workspace.ts";
import { actorUserId } from "./scope.ts";

export const removeMemberInput = z.object({ workspaceId: z.uuid(), userId: z.uuid() });

/**
 * Takes a person out of a workspace: an owner anyone, everyone themselves. Throws `not_found` for a
 * foreign workspace or one who is no member, `conflict` for the last owner.
 */
export async function removeMember(
  ctx: Ctx,
  input: z.input<typeof removeMemberInput>,
): Promise<void> {
  const { workspaceId, userId } = removeMemberInput.parse(input);
  if (userId !== actorUserId(ctx.actor)) await requireOwnedWorkspace(ctx, workspaceId);
  await ctx.db.$transaction(async (tx) => {
    // Two owners who leave at the same time are seen one after the other.
    await tx.$queryRaw`SELECT id FROM "Workspace" WHERE id = ${workspaceId} FOR UPDATE`;
    const removed = await tx.member.deleteMany({ where: { workspaceId, userId } });
    if (removed.count === 0) throw notFound("member");
    const owners = await tx.member.count({ where: { workspaceId, role: "owner" } });
    if (owners === 0) throw conflict("A workspace keeps at least one owner.");
  });
}
