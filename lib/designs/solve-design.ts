import type { Ctx } from "#lib/context.ts";
import { loadSources } from "#lib/images/picture-raster.ts";
import { patchSpec } from "#lib/kinds/parse-spec.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { solve } from "#lib/kinds/solve/solve.ts";
import type { SolveTarget } from "#lib/kinds/solve/target.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { answerMade } from "./create-design.ts";
import { editDesign, headOf } from "./edit-design.ts";
import { findMadeRevision, requireDesign } from "./find-design.ts";
import { specOf } from "./row.ts";
import type { DesignChange, Spec } from "./types.ts";

export interface SolveDesignInput {
  designId: string;
  target: SolveTarget;
  /** Fields to change before solving, such as the alloy of "under 4 g of 14K". */
  patch?: Spec | undefined;
  /** `conflict` when it is no longer the newest. */
  baseRevision?: number | undefined;
  prompt?: string;
  messageId?: string;
  /** UUID under which this is solved once: the same again answers the first. */
  effectId?: string | undefined;
}

export interface SolvedDesign extends DesignChange {
  /** Reached by the final mesh, g or minor units. */
  value: number;
  /** Meshes it took. */
  builds: number;
}

/**
 * A new revision whose free lengths are moved so that the piece weighs or costs what is aimed at, within 1 % below.
 * Throws `rule_broken` naming the rule or the ends that bind, `invalid_input`, `not_found`, `conflict`.
 */
export async function solveDesign(ctx: Ctx, input: SolveDesignInput): Promise<SolvedDesign> {
  const { target, patch, baseRevision, designId, ...origin } = input;
  const row = await requireDesign(ctx, designId, "write");
  const made = await findMadeRevision(ctx, origin.effectId);
  if (made) return answerSolved(await answerMade(ctx, made.designId, made.id), target);
  const head = headOf(row);
  const current = specOf(head);
  if (!current) throw invalidInput("This design has no numbers to solve for.");
  const kind = getKind(row.kind);
  const start = patchSpec(kind, current, patch ?? {});
  const sources = await loadSources(ctx, kind, start);
  const { spec, value, builds } = await solve(kind, start, target, async (tried, quality) => {
    const request = { kind: kind.id, spec: patchSpec(kind, tried, {}), sources, quality };
    const { measures, price, findings } = await ctx.adapters.inference.buildModel(request);
    return { massG: measures.massG, totalMinor: price.totalMinor, findings };
  });
  const change = await editDesign(ctx, {
    designId: row.id,
    patch: spec,
    baseRevision: baseRevision ?? head.number,
    ...origin,
  });
  return { ...change, value, builds };
}

/** What was solved before under the same effect. */
function answerSolved(change: DesignChange, { measure, value }: SolveTarget): SolvedDesign {
  const { measures, price } = change.design.revision;
  const reached = measure === "mass" ? measures?.massG : price?.totalMinor;
  return { ...change, value: reached ?? value, builds: 0 };
}
