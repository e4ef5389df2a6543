import type { Ctx } from "#lib/context.ts";
import { toConceptView } from "./concept-view.ts";
import { requireConcept } from "./find-concept.ts";
import type { ConceptView } from "./types.ts";

/** A concept with its picture and how it came to be. Throws `not_found`. */
export async function getConcept(
  ctx: Ctx,
  { conceptId }: { conceptId: string },
): Promise<ConceptView> {
  return toConceptView(ctx, await requireConcept(ctx, conceptId, "read"));
}
