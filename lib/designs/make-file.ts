import type { ModelFormat } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { loadSources } from "#lib/images/picture-raster.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { notFound } from "#lib/shared/errors.ts";
import { lineageOf } from "./build-model-for-revision.ts";
import { isSizeRun } from "./file-format.ts";
import { requireDesign, requireRevision } from "./find-design.ts";
import { offeredFiles } from "./offered-files.ts";
import { type DesignRow, type RevisionRow, specOf } from "./row.ts";
import { shownPicture } from "./shown-picture.ts";
import { type FileRow, storeModelFiles } from "./store-model-files.ts";

export interface MakeFilesInput {
  designId: string;
  /** By default the newest. */
  revisionNumber?: number;
  formats: readonly (ModelFormat | "manifest")[];
}

/** Files under way in this process: who asks for the same ones waits for them. */
const underWay = new Map<string, Promise<FileRow[]>>();

/**
 * Files of a revision's final model: those that are kept, and the others made now and kept. What cannot be had is left
 * out. Throws `not_found` for the design, and what building throws.
 */
export async function makeFiles(ctx: Ctx, input: MakeFilesInput): Promise<FileRow[]> {
  const design = await requireDesign(ctx, input.designId, "read");
  const number = input.revisionNumber ?? design.headNumber;
  const row = await requireRevision(ctx, design.id, number, "read");
  const kept = row.files.filter(({ format }) => input.formats.some((wanted) => wanted === format));
  const missing = offeredFiles(ctx, design.kind, row)
    .map(({ format }) => format)
    .filter((format) => input.formats.includes(format));
  if (missing.length === 0) return kept;
  const key = `${row.id}/${missing.join()}`;
  const making = underWay.get(key) ?? make(ctx, design, row, missing);
  underWay.set(key, making);
  try {
    return [...kept, ...(await making)];
  } finally {
    underWay.delete(key);
  }
}

/** One of them. Throws `not_found` where it cannot be had. */
export async function makeFile(
  ctx: Ctx,
  { format, ...of }: Omit<MakeFilesInput, "formats"> & { format: ModelFormat | "manifest" },
): Promise<FileRow> {
  const [file] = await makeFiles(ctx, { ...of, formats: [format] });
  if (!file) throw notFound("file");
  return file;
}

/** Formats with a picture of the piece in them. */
const CARRIES_PICTURE: ReadonlySet<ModelFormat> = new Set(["3mf", "pdf"]);

async function make(
  ctx: Ctx,
  { id, kind, title }: DesignRow,
  row: RevisionRow,
  formats: readonly ModelFormat[],
): Promise<FileRow[]> {
  const { inference } = ctx.adapters;
  const spec = specOf(row) ?? {};
  const revision = { ...row, design: { id, kind, title } };
  const lineage = lineageOf(revision, inference.engine);
  const carries = formats.some((format) => CARRIES_PICTURE.has(format));
  const shown = carries ? await shownPicture(ctx, row) : null;
  const { files, meshHash } = await inference.buildModel({
    ...{ kind, spec, sources: await loadSources(ctx, getKind(kind), spec), here: true, lineage },
    ...{ quality: "final", urgent: true, formats, ...(shown && { shown }) },
  });
  const owner = {
    revision: { ...revision, meshHash },
    jobId: await listedUnder(ctx, row),
    lineage,
  };
  return storeModelFiles(ctx, owner, files);
}

/** The job under which the revision's other files are listed and kept. */
async function listedUnder(ctx: Ctx, { id, files }: RevisionRow): Promise<string | null> {
  const beside = files.find(({ format }) => !isSizeRun(format));
  if (!beside) return null;
  const row = await ctx.db.modelFile.findUnique({
    where: { revisionId_format: { revisionId: id, format: beside.format } },
    select: { jobId: true },
  });
  return row?.jobId ?? null;
}
