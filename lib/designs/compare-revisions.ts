import type { Ctx } from "#lib/context.ts";
import { loadSources } from "#lib/images/picture-raster.ts";
import { addedFindings } from "#lib/kernel/added-findings.ts";
import type { Finding } from "#lib/kernel/finding.ts";
import type { Vec3 } from "#lib/kernel/mesh.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { internal } from "#lib/shared/errors.ts";
import { compareOutcomes, type Outcome } from "./changes.ts";
import { outcomeOf } from "./edit-design.ts";
import { requireDesign, requireRevision } from "./find-design.ts";
import type { FieldChange } from "./types.ts";

export interface CompareInput {
  designId: string;
  /** Numbers of two revisions. */
  from: number;
  to: number;
}

/** What lies between two revisions. */
export interface Comparison {
  from: number;
  to: number;
  fields: FieldChange[];
  boxMm: { before: Vec3; after: Vec3 };
  volumeMm3: { before: number; after: number };
  massDeltaG: number;
  priceDeltaMinor: number;
  currency: string;
  addedMm3: number;
  removedMm3: number;
  newFindings: Finding[];
  /** Warnings and failures the later one has no more. */
  goneFindings: Finding[];
  /** Added in green, removed in red, kept in grey, as GLB. */
  model: { format: "glb"; url: string };
}

const LINK_SECONDS = 60 * 60;

const problems = (findings: readonly Finding[]) =>
  findings.filter(({ status }) => status !== "pass");

const gone = (before: Outcome, after: Outcome): Finding[] =>
  addedFindings(problems(after.findings), problems(before.findings));

/**
 * Two revisions side by side: what was added and removed as coloured solids, and the changes in mm, g, money and
 * findings. Throws `not_found` (design, revision).
 */
export async function compareRevisions(ctx: Ctx, input: CompareInput): Promise<Comparison> {
  const row = await requireDesign(ctx, input.designId, "read");
  const [first, second] = await Promise.all([
    requireRevision(ctx, row.id, input.from, "read"),
    requireRevision(ctx, row.id, input.to, "read"),
  ]);
  const kind = getKind(row.kind);
  const [before, after] = [outcomeOf(first), outcomeOf(second)];
  const { fields, massDeltaG, priceDeltaMinor, newFindings } = compareOutcomes(kind, before, after);
  const { difference, files } = await ctx.adapters.inference.buildModel({
    ...{ kind: kind.id, spec: after.spec, sources: await loadSources(ctx, kind, after.spec) },
    quality: "preview",
    comparedWith: { spec: before.spec, sources: await loadSources(ctx, kind, before.spec) },
  });
  const file = files[0];
  if (!difference || !file) throw internal(new Error("the engine compared nothing"));
  const blobKey = `designs/${row.id}/compared-${first.id}-${second.id}.glb`;
  await ctx.adapters.blob.put(blobKey, file.bytes, { contentType: "model/gltf-binary" });
  return {
    ...{ from: input.from, to: input.to, fields, massDeltaG, priceDeltaMinor, newFindings },
    currency: after.price.currency,
    boxMm: { before: before.measures.boxMm, after: after.measures.boxMm },
    volumeMm3: { before: before.measures.volumeMm3, after: after.measures.volumeMm3 },
    ...difference,
    goneFindings: gone(before, after),
    model: {
      format: "glb",
      url: await ctx.adapters.blob.signedUrl(blobKey, { expiresInSeconds: LINK_SECONDS }),
    },
  };
}
