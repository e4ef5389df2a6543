import type { Ctx } from "#lib/context.ts";
import {
  foreignCursor,
  LARGEST_INT,
  type Page,
  type PageInput,
  pageSize,
} from "#lib/shared/cursor.ts";
import { toRevisionJson } from "./design-json.ts";
import { requireDesign } from "./find-design.ts";
import { revisionSelect } from "./row.ts";
import type { DesignRevision } from "./types.ts";

/** The revisions of a design, newest first; the cursor is a revision number. Throws `not_found`. */
export async function listRevisions(
  ctx: Ctx,
  input: PageInput & { designId: string },
): Promise<Page<DesignRevision>> {
  const size = pageSize(input);
  const design = await requireDesign(ctx, input.designId, "read");
  const rows = await ctx.db.revision.findMany({
    where: { designId: design.id, ...(input.cursor && { number: { lt: numberOf(input.cursor) } }) },
    orderBy: { number: "desc" },
    take: size + 1,
    select: revisionSelect,
  });
  const kept = rows.slice(0, size);
  const items = await Promise.all(kept.map((row) => toRevisionJson(ctx, design.kind, row)));
  const nextCursor = rows.length > size ? String(kept.at(-1)?.number) : null;
  return { items, nextCursor };
}

function numberOf(cursor: string): number {
  const number = Number(cursor);
  if (Number.isInteger(number) && number > 0 && number <= LARGEST_INT) return number;
  throw foreignCursor();
}
