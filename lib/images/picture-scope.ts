import { type WorkspaceScope, workspaceScope } from "#lib/accounts/scope.ts";
import type { Actor } from "#lib/context.ts";

/**
 * The `where` of pictures an actor may put into a design. A durable function sees what the person it works for sees:
 * the picture may lie in another workspace of theirs than the design.
 */
export function pictureScope(actor: Actor): WorkspaceScope {
  if (actor.type !== "job") return workspaceScope(actor, "read");
  return { workspace: { members: { some: { userId: actor.userId } } } };
}
