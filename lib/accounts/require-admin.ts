import type { Ctx } from "../context.ts";
import { forbidden } from "../shared/errors.ts";
import { actorUserId } from "./scope.ts";

/**
 * Id of the admin who acts, by session, API key or job. Throws `unauthenticated` for a guest and `forbidden` for
 * everybody else.
 */
export async function requireAdmin({ actor, db }: Pick<Ctx, "actor" | "db">): Promise<string> {
  const userId = actorUserId(actor);
  const user = await db.user.findUnique({ where: { id: userId }, select: { role: true } });
  if (user?.role !== "admin") throw forbidden("Only an admin may do this.");
  return userId;
}
