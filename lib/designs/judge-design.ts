import type { Ctx } from "#lib/context.ts";
import { loadSources } from "#lib/images/picture-raster.ts";
import type { Verdict } from "#lib/kinds/judge-piece.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { internal, invalidInput } from "#lib/shared/errors.ts";
import { requireDesign, requireRevision } from "./find-design.ts";
import { measuresOf, type RevisionRow, specOf } from "./row.ts";

export interface JudgeInput {
  designId: string;
  /** By default the newest. */
  revisionNumber?: number;
}

/** A verdict on a revision. */
export interface DesignVerdict extends Verdict {
  revision: number;
}

/**
 * How a revision's final mesh could be made: a verdict for casting and for each way of printing, and how it stands best
 * on the bed. Throws `not_found`, `invalid_input` (a design without numbers).
 */
export async function judgeDesign(ctx: Ctx, input: JudgeInput): Promise<DesignVerdict> {
  const row = await requireDesign(ctx, input.designId, "read");
  const number = input.revisionNumber ?? row.headNumber;
  const revision = await requireRevision(ctx, row.id, number, "read");
  const { verdict } = await ctx.adapters.inference.buildModel({
    ...(await finalOf(ctx, row.kind, revision)),
    here: true,
    ...{ quality: "final", urgent: true, judged: true },
  });
  if (!verdict) throw internal(new Error("the engine judged nothing"));
  return { revision: number, ...verdict };
}

/** What the final mesh of a revision is made from: its spec, or the kept file of a shape that a provider made. */
async function finalOf(ctx: Ctx, kind: string, row: RevisionRow) {
  const spec = specOf(row);
  if (!spec) throw invalidInput("This design has no numbers to build from.");
  const sources = await loadSources(ctx, getKind(kind), spec);
  const glb = row.files.find(({ format }) => format === "glb");
  const height = measuresOf(row)?.boxMm[2];
  if (row.engine === ctx.adapters.inference.engine.name || !glb || !height) {
    return { kind, spec, sources };
  }
  const { blobKey, filename, sha256 } = glb;
  const bytes = await ctx.adapters.blob.read(blobKey);
  // The file has its base already, and is as high as it is with it.
  const asKept = { ...spec, base: false, heightMm: height };
  return { kind, spec: asKept, sources, made: { bytes, filename, sha256 } };
}
