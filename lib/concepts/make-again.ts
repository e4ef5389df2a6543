import type { Ctx } from "#lib/context.ts";
import { requireConcept } from "./find-concept.ts";
import { type RequestedConcepts, requestConcepts } from "./request-concepts.ts";
import { wishOf } from "./row.ts";

/** Starts the same wish with the same seed once more; `again` of the concept says what can differ. Throws `not_found`. */
export async function makeConceptAgain(
  ctx: Ctx,
  { conceptId, effectId }: { conceptId: string; effectId?: string | undefined },
): Promise<RequestedConcepts> {
  const concept = await requireConcept(ctx, conceptId, "write");
  const { designId, seed, revisionId } = concept;
  return requestConcepts(ctx, {
    ...wishOf(concept),
    againOf: conceptId,
    designId,
    revisionId,
    seed,
    count: 1,
    effectId,
  });
}
