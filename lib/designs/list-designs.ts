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
import { toDesignJson } from "./design-json.ts";
import { designSelect } from "./row.ts";
import type { DesignView } from "./types.ts";

export interface ListDesignsInput extends PageInput {
  conversationId?: string;
  kind?: string;
}

/** The actor's designs, last changed first. */
export async function listDesigns(ctx: Ctx, input: ListDesignsInput): Promise<Page<DesignView>> {
  const size = pageSize(input);
  const rows = await ctx.db.design.findMany({
    where: {
      ...workspaceScope(ctx.actor, "read"),
      ...(input.conversationId && { conversationId: input.conversationId }),
      ...(input.kind && { kind: input.kind }),
      ...behindCursor("updatedAt", input.cursor),
    },
    orderBy: newestFirst("updatedAt"),
    take: size + 1,
    select: designSelect,
  });
  const items = await Promise.all(rows.slice(0, size).map((row) => toDesignJson(ctx, row)));
  return toPage(rows, size, "updatedAt", items);
}
