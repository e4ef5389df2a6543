import type { Engine, Model, ModelFileBytes, ModelFormat } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { toFile } from "./design-json.ts";
import { type RevisionTask, requireRevisionTask } from "./find-task.ts";
import { revisionSelect, specOf, toJson } from "./row.ts";
import { ownerOf, subjectOf } from "./subject.ts";
import type { DesignFile } from "./types.ts";

export interface BuildTaskInput {
  jobId: string;
  /** The task of a `build-model` job: one revision. */
  taskId: string;
  /** Files to write; default all that the engine has. */
  formats?: readonly ModelFormat[];
  signal?: AbortSignal;
}

export interface BuiltModel {
  meshHash: string;
  thinnestWallMm: number | null;
  engine: Engine;
  files: DesignFile[];
}

/** Formats of every model's files. */
export const MODEL_FORMATS = ["3mf", "stl", "glb", "usdz", "obj", "svg", "pdf"] as const;

/**
 * Builds the final mesh of the revision one task of a `build-model` job names: measures with the thinnest wall,
 * findings, price, and the files to make and to show it. Task states are the caller's: it starts the task before and
 * ends it with the answer. Running it twice leaves one set of files.
 */
export async function buildModelForRevision(ctx: Ctx, input: BuildTaskInput): Promise<BuiltModel> {
  const found = await requireRevisionTask(ctx, input.jobId, input.taskId);
  const { revision } = found;
  const subject = await subjectOf(ctx, found);
  if (!subject) throw invalidInput("This design has no numbers to build from.");
  const { inference } = ctx.adapters;
  const model = await inference.buildModel(
    {
      ...subject,
      quality: "final",
      formats: input.formats ?? MODEL_FORMATS,
      lineage: lineageOf(found, inference.engineOf(subject)),
    },
    { owner: ownerOf(found, input), ...(input.signal && { signal: input.signal }) },
  );
  const files = [];
  for (const file of model.files) files.push(await storeFile(ctx, input.jobId, found, file));
  await storeNumbers(ctx, revision.id, model);
  const { meshHash, measures, engine = inference.engine } = model;
  return { meshHash, thinnestWallMm: measures.thinnestWallMm, engine, files };
}

/** Where a revision's files and pictures come from. */
export function lineageOf({ revision }: RevisionTask, engine: Engine): Record<string, string> {
  const parent: Record<string, string> =
    revision.number > 1 ? { parent: String(revision.number - 1) } : {};
  return {
    ...parent,
    spec: JSON.stringify(specOf(revision) ?? {}),
    design: revision.design.id,
    title: revision.design.title,
    revision: String(revision.number),
    words: revision.words ?? "",
    engine: `${engine.name} ${engine.version}`,
  };
}

async function storeFile(
  ctx: Ctx,
  jobId: string,
  { revision }: RevisionTask,
  file: ModelFileBytes,
): Promise<DesignFile> {
  const blobKey = `designs/${revision.design.id}/${revision.id}/${file.filename}`;
  const stored = await ctx.adapters.blob.put(blobKey, file.bytes, {
    contentType: MODEL_MEDIA_TYPES[file.format],
  });
  const columns = { ...stored, jobId, purpose: file.purpose, filename: file.filename, blobKey };
  const row = await ctx.db.modelFile.upsert({
    where: { revisionId_format: { revisionId: revision.id, format: file.format } },
    update: columns,
    create: { ...columns, revisionId: revision.id, format: file.format },
    select: revisionSelect.files.select,
  });
  return toFile(ctx, row);
}

const MODEL_MEDIA_TYPES: Record<ModelFileBytes["format"], string> = {
  glb: "model/gltf-binary",
  stl: "model/stl",
  "3mf": "model/3mf",
  usdz: "model/vnd.usdz+zip",
  obj: "application/zip",
  svg: "image/svg+xml",
  pdf: "application/pdf",
  manifest: "application/json",
};

/** A run of sizes is a ZIP beside the models. */
const FILE_MEDIA_TYPES = { ...MODEL_MEDIA_TYPES, zip: "application/zip" };

/** Media type of a model file's format. */
export const modelMediaType = (format: string): string =>
  (FILE_MEDIA_TYPES as Record<string, string>)[format] ?? "application/octet-stream";

async function storeNumbers(ctx: Ctx, revisionId: string, model: Model): Promise<void> {
  await ctx.db.revision.update({
    where: { id: revisionId },
    data: {
      measures: toJson(model.measures),
      findings: toJson(model.findings),
      price: toJson(model.price),
      meshHash: model.meshHash,
      // What somebody else made is told as theirs; the sentence of the numbers may say more than was built.
      ...(model.engine && {
        ...{ engine: model.engine.name, engineVersion: model.engine.version, words: model.words },
        ...{ providerRequestId: model.providerRequestId ?? null },
      }),
    },
  });
}
