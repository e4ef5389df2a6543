import type { Ctx } from "#lib/context.ts";

/** How many notices the acting person has not read; none for a guest. */
export async function countUnread(ctx: Pick<Ctx, "actor" | "db">): Promise<number> {
  if (ctx.actor.type === "guest") return 0;
  return ctx.db.notice.count({ where: { userId: ctx.actor.userId, readAt: null } });
}
