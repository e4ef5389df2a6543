import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor, Ctx } from "../context.ts";
import { forbidden, notFound, unauthenticated } from "../shared/errors.ts";

export type Access = "read" | "write";

/** What an API key may be allowed: `read` sees, `write` changes. */
export const API_SCOPES = ["read", "write"] as const;
export type ApiScope = (typeof API_SCOPES)[number];

const WRITING_ROLES: Prisma.EnumMemberRoleFilter = { in: ["owner", "editor"] };

/** Part of a Prisma `where` for rows that belong to a workspace. */
export interface WorkspaceScope {
  workspaceId?: string;
  workspace?: Prisma.WorkspaceWhereInput;
}

/**
 * The `where` that leaves only rows the actor may read or write; a foreign row is simply not found.
 * Throws `unauthenticated` for a guest and `forbidden` for an API key without the scope.
 */
export function workspaceScope(actor: Actor, access: Access): WorkspaceScope {
  switch (actor.type) {
    case "guest":
      throw unauthenticated();
    case "user":
      return { workspace: membershipOf(actor.userId, access) };
    case "api-key":
      if (!actor.scopes.includes(access)) throw missingScope(access);
      return { workspaceId: actor.workspaceId, workspace: membershipOf(actor.userId, access) };
    case "job":
      return { workspaceId: actor.workspaceId };
  }
}

function membershipOf(userId: string, access: Access): Prisma.WorkspaceWhereInput {
  const role = access === "write" ? { role: WRITING_ROLES } : {};
  return { members: { some: { userId, ...role } } };
}

/** `forbidden`: this API key was made without the scope. */
export const missingScope = (scope: ApiScope) =>
  forbidden(`This API key may not ${scope}. Make one with the scope "${scope}".`);

/** Id of the person who acts. Throws `unauthenticated` for a guest. */
export function actorUserId(actor: Actor): string {
  if (actor.type === "guest") throw unauthenticated();
  return actor.userId;
}

/**
 * The workspace new things go into: the key's or the job's own, else the person's personal one.
 * Throws `unauthenticated` for a guest.
 */
export async function personalWorkspaceId(ctx: Pick<Ctx, "actor" | "db">): Promise<string> {
  const { actor } = ctx;
  if (actor.type === "guest") throw unauthenticated();
  if (actor.type !== "user") return actor.workspaceId;
  // The first membership came with the account; a later one is a place in somebody else's workspace.
  const own = await ctx.db.member.findFirst({
    where: { userId: actor.userId, role: "owner", workspace: { personal: true } },
    select: { workspaceId: true },
    orderBy: { createdAt: "asc" },
  });
  if (!own) throw notFound("workspace");
  return own.workspaceId;
}
