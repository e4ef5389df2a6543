import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";

/** Which notices were read: those named, those that lead to a page, or all. */
export interface MarkReadInput {
  ids?: string[];
  link?: string;
}

/** Marks the acting person's notices as read; answers how many were not before. Throws `unauthenticated`. */
export async function markRead(ctx: Ctx, { ids, link }: MarkReadInput): Promise<number> {
  const { count } = await ctx.db.notice.updateMany({
    where: {
      userId: actorUserId(ctx.actor),
      readAt: null,
      ...(ids && { id: { in: ids } }),
      ...(link && { link }),
    },
    data: { readAt: ctx.now() },
  });
  return count;
}
