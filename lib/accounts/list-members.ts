import type { Ctx } from "../context.ts";
import { notFound } from "../shared/errors.ts";
import { actorUserId } from "./scope.ts";

export interface MemberInfo {
  userId: string;
  name: string | null;
  email: string;
  role: "owner" | "editor" | "viewer";
}

/** Who is in a workspace, longest first. Throws `not_found` for a workspace one is no member of. */
export async function listMembers(ctx: Ctx, workspaceId: string): Promise<MemberInfo[]> {
  const userId = actorUserId(ctx.actor);
  const rows = await ctx.db.member.findMany({
    where: { workspaceId, workspace: { members: { some: { userId } } } },
    select: { userId: true, role: true, user: { select: { name: true, email: true } } },
    orderBy: { createdAt: "asc" },
  });
  if (rows.length === 0) throw notFound("workspace");
  return rows.map(({ user, ...member }) => ({ ...member, ...user }));
}
