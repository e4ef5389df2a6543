import type { Ctx } from "#lib/context.ts";
import { loadSources } from "#lib/images/picture-raster.ts";
import { reportProgress } from "#lib/jobs/report-progress.ts";
import { patchSpec } from "#lib/kinds/parse-spec.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { type RunSize, type SizeRow, safeName, sizeRun } from "#lib/kinds/size-run/size-run.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import type { BuildTaskInput } from "./build-model-for-revision.ts";
import { sizeRunFormat } from "./file-format.ts";
import { requireRevisionTask } from "./find-task.ts";
import { specOf } from "./row.ts";

/** What casters take. Formats with a picture in them would have each size drawn. */
const FORMATS = ["stl"] as const;

/** What a task of a size run answers. */
export interface RanSizes {
  filename: string;
  rows: SizeRow[];
}

/**
 * Builds the revision one task of a `size-run` job names in all its sizes, and stores them as one ZIP with a gram
 * table and a price table. Task states are the caller's. Running a task twice leaves one ZIP; every
 * job has a ZIP of its own, so that a later run takes nothing from an earlier one.
 */
export async function runSizesForRevision(ctx: Ctx, input: BuildTaskInput): Promise<RanSizes> {
  const { task, revision } = await requireRevisionTask(ctx, input.jobId, input.taskId);
  const { sizes } = task.input as unknown as { sizes: RunSize[] };
  const spec = specOf(revision);
  if (!spec) throw invalidInput("This design has no numbers to build from.");
  const kind = getKind(revision.design.kind);
  const sources = await loadSources(ctx, kind, spec);
  const options = input.signal ? { signal: input.signal } : {};
  let done = 0;
  const { rows, zip } = await sizeRun(kind, spec, sizes, async (one, { label }) => {
    const message = `Size ${label}, ${done + 1} of ${sizes.length}`;
    await reportProgress(ctx, input.taskId, { progress: done++ / sizes.length, message });
    return ctx.adapters.inference.buildModel(
      {
        ...{ kind: kind.id, spec: patchSpec(kind, one, {}), sources, formats: FORMATS },
        quality: "final",
        // The revision's own model has had its walls measured; a size differs from it by its bore.
        walls: false,
        lineage: {
          design: revision.design.id,
          title: revision.design.title,
          revision: String(revision.number),
          size: label,
        },
      },
      options,
    );
  });
  const filename = await storeZip(ctx, input.jobId, revision, { sizes, zip });
  return { filename, rows };
}

/** A run by its ends: `US-5-to-US-7`. */
function rangeName(sizes: readonly RunSize[]): string {
  const ends = [sizes[0], sizes.at(-1)].map((size) => safeName(size?.label ?? ""));
  return ends.join("-to-");
}

async function storeZip(
  ctx: Ctx,
  jobId: string,
  revision: { id: string; number: number; design: { id: string; kind: string } },
  { sizes, zip }: { sizes: readonly RunSize[]; zip: Uint8Array },
): Promise<string> {
  const { id: revisionId, design } = revision;
  const range = rangeName(sizes);
  const filename = `${design.kind}-sizes-${range}-revision-${revision.number}.zip`;
  const blobKey = `designs/${design.id}/${revisionId}/${jobId}-${filename}`;
  const stored = await ctx.adapters.blob.put(blobKey, zip, { contentType: "application/zip" });
  const columns = { ...stored, jobId, purpose: "cast", filename, blobKey } as const;
  const format = sizeRunFormat(jobId);
  await ctx.db.modelFile.upsert({
    where: { revisionId_format: { revisionId, format } },
    update: columns,
    create: { ...columns, revisionId, format },
    select: { id: true },
  });
  return filename;
}
