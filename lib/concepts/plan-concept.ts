import type { Ctx } from "#lib/context.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { requireConcept } from "./find-concept.ts";
import type { ConceptPlan, PlanInput } from "./plan.ts";
import { planSketch, planTwin } from "./plan-outline.ts";
import { planRepaint } from "./plan-repaint.ts";
import {
  planPicture,
  planStyle,
  planTransfer,
  planVariation,
  type Start,
} from "./plan-variants.ts";
import { lookOf, specOf } from "./row.ts";
import { findKnownPicture } from "./source.ts";

/** What a concept shall show, by the way it was asked for. Throws `invalid_input` with what cannot be done. */
export async function planConcept(ctx: Ctx, input: PlanInput): Promise<ConceptPlan> {
  const { way, againOf } = input.wish;
  if (againOf !== undefined) return planAgain(ctx, againOf);
  if (way === "sketch") return planSketch(ctx, input);
  if (way === "twin") return planTwin(ctx, input);
  const start = await startOf(ctx, input);
  switch (way) {
    case "picture":
      return planPicture(input, start);
    case "variation":
      return planVariation(ctx, input, start);
    case "style":
      return planStyle(input, start);
    case "transfer":
      return planTransfer(ctx, input, start);
    case "repaint":
      return planRepaint(ctx, input, start);
  }
}

/** The plan a concept was drawn from. */
async function planAgain(ctx: Ctx, conceptId: string): Promise<ConceptPlan> {
  const row = await requireConcept(ctx, conceptId, "read");
  const spec = specOf(row);
  if (!spec) throw invalidInput("A model painted this picture; it has no numbers to draw from.");
  const notes = row.notes as unknown as ConceptPlan["notes"];
  return { kind: getKind(row.kind), spec, look: lookOf(row), notes, parentId: row.id };
}

/** The numbers behind the picture it starts from, else the revision's. */
async function startOf(ctx: Ctx, { wish, base }: PlanInput): Promise<Start> {
  if (wish.imageId === undefined) {
    if (!base) throw invalidInput("Say which design or picture it starts from.");
    return { kind: base.kind, spec: base.spec, look: base.look, parentId: null };
  }
  const known = await findKnownPicture(ctx, wish.imageId);
  if (!known) {
    throw invalidInput(
      "This picture has no numbers yet. Read it into a makeable twin first, then change that.",
      {
        details: { field: "image_id", reason: "no_numbers" },
      },
    );
  }
  return { kind: known.kind, spec: known.spec, look: known.look, parentId: known.conceptId };
}
