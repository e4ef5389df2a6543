import type { Prisma } from "#generated/prisma/client.ts";
import { type Access, actorUserId, missingScope, workspaceScope } from "#lib/accounts/scope.ts";
import type { Actor } from "#lib/context.ts";
import type { Side } from "./machine.ts";

/** The `where` of what an atelier's own person may see and do. Throws as `workspaceScope` does. */
export function atelierScope(actor: Actor, access: Access): { atelier: Prisma.AtelierWhereInput } {
  if (actor.type === "api-key" && !actor.scopes.includes(access)) throw missingScope(access);
  return { atelier: { ownerId: actorUserId(actor) } };
}

/** The `where` of quotes and orders the actor is a side of. */
export function partyScope(actor: Actor, access: Access) {
  return { OR: [workspaceScope(actor, access), atelierScope(actor, access)] };
}

/** The `where` of those in which the actor stands on one side. */
export const sideScope = (actor: Actor, side: Side, access: Access) =>
  side === "customer" ? workspaceScope(actor, access) : atelierScope(actor, access);

/** The side the actor stands on in a row they were found to be a side of. */
export function sideOf(actor: Actor, row: { atelier: { ownerId: string | null } }): Side {
  return row.atelier.ownerId === actorUserId(actor) ? "atelier" : "customer";
}
