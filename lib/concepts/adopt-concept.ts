import { v5 as uuidOf } from "uuid";
import type { Ctx } from "#lib/context.ts";
import { createDesign } from "#lib/designs/create-design.ts";
import { editDesign, headOf } from "#lib/designs/edit-design.ts";
import { requireDesign } from "#lib/designs/find-design.ts";
import { specOf as specOfRevision } from "#lib/designs/row.ts";
import type { DesignChange, Spec } from "#lib/designs/types.ts";
import { conflict } from "#lib/shared/errors.ts";
import { requireConcept } from "./find-concept.ts";
import { type ConceptRow, specOf } from "./row.ts";

export interface AdoptedConcept extends DesignChange {
  /** The concept is of another kind than its design: it became a design of its own. */
  isNewDesign: boolean;
}

/**
 * Makes a revision of a concept's numbers; of another kind, a new design. Again, it answers what it made before.
 * Throws `not_found`, `conflict` for a picture without numbers, or one the design is equal to already.
 */
export async function adoptConcept(
  ctx: Ctx,
  { conceptId, messageId }: { conceptId: string; messageId?: string },
): Promise<AdoptedConcept> {
  const concept = await requireConcept(ctx, conceptId, "write");
  const spec = specOf(concept);
  if (!spec) {
    throw conflict(
      "A model painted this picture; it has no numbers. Read it into a makeable twin first.",
      {
        details: { reason: "no_numbers" },
      },
    );
  }
  const row = await requireDesign(ctx, concept.designId, "write");
  const from = { ...(messageId && { messageId }), ...wordsOf(concept) };
  const isNewDesign = row.kind !== concept.kind;
  const change = isNewDesign
    ? await createDesign(ctx, {
        ...from,
        kind: concept.kind,
        spec,
        effectId: uuidOf("adopted", concept.id),
      })
    : await editDesign(ctx, {
        ...from,
        designId: row.id,
        patch: patchTo(specOfRevision(headOf(row)) ?? {}, spec),
      });
  await ctx.db.concept.update({
    where: { id: concept.id },
    data: { adoptedRevisionId: change.design.revision.id },
    select: { id: true },
  });
  return { ...change, isNewDesign };
}

/** The fields in which a spec differs from the newest. */
function patchTo(now: Spec, wanted: Spec): Spec {
  const moved = Object.entries(wanted).filter(([name, value]) => now[name] !== value);
  if (moved.length === 0) throw conflict("The design is like this already.");
  return Object.fromEntries(moved);
}

const wordsOf = ({ prompt }: ConceptRow) => (prompt ? { prompt } : {});
