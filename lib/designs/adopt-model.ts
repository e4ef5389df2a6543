import { personalWorkspaceId, workspaceScope } from "#lib/accounts/scope.ts";
import type { Model, ModelFormat, PieceWanted, WorkOwner } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { lineageOf } from "./build-model-for-revision.ts";
import { toPreview } from "./build-outcome.ts";
import { parseDesignTitle } from "./design-title.ts";
import { randomSeed } from "./pictures.ts";
import { type RevisionRow, toJson } from "./row.ts";
import { storeModelFiles } from "./store-model-files.ts";
import { firstRevision, writeDesign } from "./write-design.ts";

export interface AdoptInput {
  /** What a provider makes: its spec is whole and valid. */
  piece: PieceWanted;
  /** For whom it is ordered; the new design has the id it names. */
  owner: WorkOwner & { designId: string };
  title: string;
  formats: readonly ModelFormat[];
  /** UUID of the first revision. */
  effectId: string;
  signal: AbortSignal;
  /** Called when the design is there and its files are not; what it throws ends the work. */
  onDesign(): Promise<void>;
}

/**
 * A new design of a shape that a provider makes, with final numbers and files, built once when the provider is done.
 * What is cut off before the files are there is taken up by `buildModelForRevision`. Throws what the engine throws.
 */
export async function adoptModel(ctx: Ctx, input: AdoptInput): Promise<Model> {
  workspaceScope(ctx.actor, "write");
  const { piece, owner, formats, signal } = input;
  const { inference } = ctx.adapters;
  const title = parseDesignTitle(input.title);
  const seed = randomSeed();
  const lineage = lineageOf(toBe(piece, { id: owner.designId, title, seed }), {
    ...inference.engineOf(piece),
  });
  const request = { ...piece, quality: "final", formats, lineage } as const;
  const model = await inference.buildModel(request, { owner, signal });
  const revision = await keepDesign(ctx, input, { title, seed, model });
  await input.onDesign();
  const { jobId } = owner;
  await storeModelFiles(ctx, { revision, jobId, lineage }, model.files);
  return model;
}

/** The revision as it will be: its files name it before it is there. */
function toBe({ kind: id, spec }: PieceWanted, of: { id: string; title: string; seed: number }) {
  const kind = getKind(id);
  const words = kind.adopt?.(spec)?.words ?? kind.words(spec);
  return {
    ...{ number: 1, words, enhancedPrompt: words, prompt: null, providerRequestId: null },
    ...{ seed: of.seed, spec: toJson(spec) as RevisionRow["spec"] },
    design: { id: of.id, title: of.title },
  };
}

async function keepDesign(
  ctx: Ctx,
  { piece, owner, effectId }: AdoptInput,
  { title, seed, model }: { title: string; seed: number; model: Model },
) {
  const preview = toPreview(ctx, piece.spec, model);
  const { designId } = owner;
  const revision = firstRevision(ctx, { seed, effectId, designId }, preview);
  const workspaceId = await personalWorkspaceId(ctx);
  const design = { kind: piece.kind, title, revision };
  await ctx.db.$transaction((tx) =>
    writeDesign(ctx, tx, { ...design, owner: { workspaceId, conversationId: null } }),
  );
  const { words, measures, meshHash } = model;
  return {
    ...{ id: effectId, words, meshHash, design: { id: designId, kind: piece.kind } },
    measures: toJson(measures) as RevisionRow["measures"],
  };
}
