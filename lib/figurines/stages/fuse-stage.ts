import { v5 as uuidOf } from "uuid";
import { buildModelForRevision } from "#lib/designs/build-model-for-revision.ts";
import { createDesign } from "#lib/designs/create-design.ts";
import { editDesign } from "#lib/designs/edit-design.ts";
import { measuresOf, toJson } from "#lib/designs/row.ts";
import { loadSources } from "#lib/images/picture-raster.ts";
import { figurineSpec } from "#lib/kinds/figurine/from-face.ts";
import type { FigurineSpec } from "#lib/kinds/figurine/schema.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { AppError, internal } from "#lib/shared/errors.ts";
import { FIGURINE_KIND } from "../merge-input.ts";
import type { FusionResult } from "../types.ts";
import { drawView } from "./make-head-stage.ts";
import { resultOf, type StageWork, tell } from "./stage-work.ts";

/** Files of a figurine. */
const FORMATS = ["3mf", "stl", "glb"] as const;

/** Fuses head, body, base and plate to a revision of the figurine's design, with its files. */
export async function fuseStage(work: StageWork): Promise<FusionResult> {
  const { ctx, input, jobId, taskId, signal } = work;
  await tell(work, 0.05, "Joining head and body");
  const spec = figurineSpec(input, resultOf(work, "head").spec);
  const { designId, revisionId } = await reviseDesign(work, spec);
  await ctx.db.task.update({
    where: { id: taskId },
    data: { input: toJson({ figurineId: work.row.id, revisionId }) },
  });
  await tell(work, 0.3, "Writing the files");
  await buildModelForRevision(ctx, { jobId, taskId, formats: FORMATS, signal });
  await tell(work, 0.7, "Finding how it prints best");
  const sources = await loadSources(ctx, getKind(FIGURINE_KIND), spec);
  const verdict = await ctx.adapters.figures.judge(
    { kind: FIGURINE_KIND, spec, sources },
    { signal },
  );
  const { standing, ...faults } = verdict;
  const pictureId = await drawView(work, spec, "hero", revisionId);
  return {
    designId,
    revisionId,
    measures: await measured(work, revisionId),
    pictureId,
    standing,
    faults,
  };
}

/** The figurine's design with this spec as its newest revision; one for a stage that runs twice. */
async function reviseDesign(work: StageWork, spec: FigurineSpec) {
  const { ctx, row, key } = work;
  const effectId = uuidOf(`fusion/${key}`, row.id);
  const isThere = row.designId && (await ctx.db.design.count({ where: { id: row.designId } })) > 0;
  const once = { effectId, startsJobs: false };
  const made = isThere
    ? await editDesign(ctx, { designId: row.designId!, patch: spec, ...once })
    : await createDesign(ctx, { kind: FIGURINE_KIND, title: row.title, spec, ...once });
  const { id, revision } = made.design;
  const kept = await ctx.db.figurine.updateMany({
    where: { id: row.id, jobId: work.jobId },
    data: { designId: id },
  });
  if (kept.count === 0) throw new AppError("cancelled", "This was stopped.");
  return { designId: id, revisionId: revision.id };
}

async function measured({ ctx }: StageWork, revisionId: string) {
  const row = await ctx.db.revision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { measures: true },
  });
  const measures = measuresOf(row);
  if (!measures) throw internal(new Error(`revision ${revisionId} has no measures`));
  return measures;
}
