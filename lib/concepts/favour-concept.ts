import type { Ctx } from "#lib/context.ts";
import { requireConcept } from "./find-concept.ts";
import { getConcept } from "./get-concept.ts";
import type { ConceptView } from "./types.ts";

/** Marks a concept as a favourite, or no longer. Throws `not_found`. */
export async function favourConcept(
  ctx: Ctx,
  { conceptId, favourite }: { conceptId: string; favourite: boolean },
): Promise<ConceptView> {
  const { id, favouriteAt } = await requireConcept(ctx, conceptId, "write");
  if ((favouriteAt !== null) !== favourite) {
    const at = favourite ? ctx.now() : null;
    await ctx.db.concept.update({ where: { id }, data: { favouriteAt: at }, select: { id: true } });
  }
  return getConcept(ctx, { conceptId });
}
