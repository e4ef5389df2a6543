import type { Ctx } from "#lib/context.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { tryBuild } from "./buildable.ts";
import type { ConceptPlan } from "./plan.ts";

/** How often a value that the rules refuse is moved to the nearest they allow. */
const MENDINGS = 4;

/** The plan with what cannot be built moved to the nearest that can, each told. Throws `invalid_input` where that fails. */
export async function buildablePlan(ctx: Ctx, plan: ConceptPlan, signal: AbortSignal | undefined) {
  let { spec } = plan;
  const notes = [...plan.notes];
  for (let mending = 0; ; mending++) {
    const built = await tryBuild(ctx, plan.kind, spec, signal);
    if (!("refused" in built)) return { ...plan, spec: built.spec, notes, preview: built };
    if (!built.nearest || mending === MENDINGS) throw invalidInput(built.refused);
    const { field, value } = built.nearest;
    spec = { ...spec, [field]: value };
    notes.push({ verdict: "changed", field, message: built.refused });
  }
}

export type BuiltPlan = Awaited<ReturnType<typeof buildablePlan>>;
