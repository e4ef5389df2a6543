import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import {
  behindCursor,
  newestFirst,
  type Page,
  type PageInput,
  pageSize,
  toPage,
} from "#lib/shared/cursor.ts";
import { type ImageView, imageSelect, toImageView } from "./row.ts";

/** The actor's pictures, newest first; of one source or conversation when asked. */
export async function listImages(
  ctx: Ctx,
  input: PageInput & { source?: ImageView["source"]; conversationId?: string } = {},
): Promise<Page<ImageView>> {
  const size = pageSize(input);
  const rows = await ctx.db.image.findMany({
    where: {
      ...workspaceScope(ctx.actor, "read"),
      ...(input.source && { source: input.source }),
      ...(input.conversationId && { conversationId: input.conversationId }),
      ...behindCursor("createdAt", input.cursor),
    },
    orderBy: newestFirst("createdAt"),
    take: size + 1,
    select: imageSelect,
  });
  const items = await Promise.all(rows.slice(0, size).map((row) => toImageView(ctx, row)));
  return toPage(rows, size, "createdAt", items);
}
