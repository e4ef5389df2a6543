import type { Ctx } from "#lib/context.ts";
import { requireDesign } from "#lib/designs/find-design.ts";
import {
  behindCursor,
  newestFirst,
  type Page,
  type PageInput,
  pageSize,
  toPage,
} from "#lib/shared/cursor.ts";
import { toConceptView } from "./concept-view.ts";
import { conceptSelect } from "./row.ts";
import type { ConceptView } from "./types.ts";

export interface ListConceptsInput extends PageInput {
  designId: string;
  /** Only those a person marked. */
  favourites?: boolean | undefined;
  /** Only those of one job. */
  jobId?: string | undefined;
}

/** Every concept of a design, newest first. Throws `not_found`. */
export async function listConcepts(ctx: Ctx, input: ListConceptsInput): Promise<Page<ConceptView>> {
  const { id } = await requireDesign(ctx, input.designId, "read");
  const size = pageSize(input);
  const rows = await ctx.db.concept.findMany({
    where: {
      designId: id,
      ...(input.favourites && { favouriteAt: { not: null } }),
      ...(input.jobId && { jobId: input.jobId }),
      ...behindCursor("createdAt", input.cursor),
    },
    orderBy: newestFirst("createdAt"),
    take: size + 1,
    select: conceptSelect,
  });
  const items = await Promise.all(rows.slice(0, size).map((row) => toConceptView(ctx, row)));
  return toPage(rows, size, "createdAt", items);
}
