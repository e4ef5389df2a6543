import type { Engine, Model, ModelFormat } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { toFile } from "./design-json.ts";
import { requireRevisionTask } from "./find-task.ts";
import { MODEL_FORMATS } from "./model-formats.ts";
import { type RevisionRow, specOf, toJson } from "./row.ts";
import { storeModelFiles } from "./store-model-files.ts";
import { ownerOf, subjectOf } from "./subject.ts";
import type { DesignFile } from "./types.ts";

export interface BuildTaskInput {
  jobId: string;
  /** The task of a `build-model` job: one revision. */
  taskId: string;
  /** Files to write; default those its task names, else the one for screens. */
  formats?: readonly ModelFormat[];
  signal?: AbortSignal;
}

export interface BuiltModel {
  meshHash: string;
  thinnestWallMm: number | null;
  engine: Engine;
  files: DesignFile[];
}

/** What a screen shows; other files are made when they are asked for. */
const FIRST_FORMATS: readonly ModelFormat[] = ["glb"];

/**
 * Builds the final mesh of the revision one task of a `build-model` job names: measures with the thinnest wall,
 * findings, price, and files. Task states are the caller's: it starts the task before and ends it with the answer. Running it twice leaves one set of files.
 */
export async function buildModelForRevision(ctx: Ctx, input: BuildTaskInput): Promise<BuiltModel> {
  const found = await requireRevisionTask(ctx, input.jobId, input.taskId);
  const { revision } = found;
  const subject = await subjectOf(ctx, found);
  if (!subject) throw invalidInput("This design has no numbers to build from.");
  const { inference } = ctx.adapters;
  const maker = inference.engineOf(subject);
  const lineage = lineageOf(revision, maker);
  const wanted = found.task.input as { formats?: readonly ModelFormat[] };
  // What a provider makes is there once: all its files are written while it is.
  const usual = maker.name === inference.engine.name ? FIRST_FORMATS : MODEL_FORMATS;
  const model = await inference.buildModel(
    {
      ...subject,
      quality: "final",
      formats: input.formats ?? wanted.formats ?? usual,
      lineage,
    },
    { owner: ownerOf(found, input), ...(input.signal && { signal: input.signal }) },
  );
  const { meshHash, measures } = model;
  await storeNumbers(ctx, revision.id, model);
  const { engine = inference.engine, words } = model;
  const measured = {
    ...revision,
    ...(model.engine && { words }),
    ...{ measures: toJson(measures) as RevisionRow["measures"], meshHash },
  };
  const owner = { revision: measured, jobId: input.jobId, lineage };
  const rows = await storeModelFiles(ctx, owner, model.files);
  const files = await Promise.all(rows.map((row) => toFile(ctx, row)));
  return { meshHash, thinnestWallMm: measures.thinnestWallMm, engine, files };
}

type LineageRow = Pick<
  RevisionRow,
  "number" | "spec" | "words" | "prompt" | "enhancedPrompt" | "seed" | "providerRequestId"
> & { design: { id: string; title: string } };

/** Where a revision's files and pictures come from. */
export function lineageOf(revision: LineageRow, engine: Engine): Record<string, string> {
  const { number, prompt, enhancedPrompt, providerRequestId } = revision;
  return {
    ...(number > 1 && { parent: String(number - 1) }),
    ...(prompt && { prompt }),
    ...(enhancedPrompt && { enhancedPrompt }),
    ...(providerRequestId && { request: providerRequestId }),
    seed: String(revision.seed),
    spec: JSON.stringify(specOf(revision) ?? {}),
    design: revision.design.id,
    title: revision.design.title,
    revision: String(revision.number),
    words: revision.words ?? "",
    engine: `${engine.name} ${engine.version}`,
  };
}

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
