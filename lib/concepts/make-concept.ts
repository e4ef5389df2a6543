import { v5 as uuidOf } from "uuid";
import type { Ctx } from "#lib/context.ts";
import { createDesign } from "#lib/designs/create-design.ts";
import { loadSources } from "#lib/images/picture-raster.ts";
import { reportProgress } from "#lib/jobs/report-progress.ts";
import { unavailable } from "#lib/shared/errors.ts";
import { sizeOfAspect } from "./aspect.ts";
import { type BuiltPlan, buildablePlan } from "./buildable-plan.ts";
import {
  type ConceptTask,
  type MadeConcept,
  type MakeConceptInput,
  requireConceptTask,
} from "./concept-task.ts";
import { lineageInFile } from "./lineage-in-file.ts";
import { paintConcept } from "./paint-concept.ts";
import type { ConceptPlan, PlanInput } from "./plan.ts";
import { planConcept } from "./plan-concept.ts";
import { completedWords } from "./plan-words.ts";
import type { ConceptJobInput } from "./request-concepts.ts";
import { type RevisionBase, requireBase } from "./source.ts";
import { storeConcept } from "./store-concept.ts";

/**
 * Makes the concept one task asks for. Task states are the caller's. Running it twice leaves one concept: its id is the
 * task's. Throws `invalid_input` with what the engine cannot do.
 */
export async function makeConcept(ctx: Ctx, input: MakeConceptInput): Promise<MadeConcept> {
  const found = await requireConceptTask(ctx, input);
  const { conceptId } = found.task;
  const made = await ctx.db.concept.findUnique({
    where: { id: conceptId },
    select: { designId: true, imageId: true },
  });
  if (made) return { conceptId, ...made };
  if (isPainted(found) && found.base) {
    return paintConcept(ctx, input, { ...found, base: found.base });
  }
  const plan = await planOf(ctx, input, found);
  const base = found.base ?? (await newDesign(ctx, conceptId, plan, found.job.input));
  if (isPainted(found)) return paintConcept(ctx, input, { ...found, base });
  return drawPlan(ctx, input, { ...found, base }, await buildablePlan(ctx, plan, input.signal));
}

/** A rented model paints it, unless the person has it drawn here after all; reading a picture is this machine's work. */
const isPainted = ({ job: { input }, task }: ConceptTask): boolean =>
  input.wish.engine === "provider" && input.wish.way !== "twin" && task.engine !== "embedded";

function planOf(ctx: Ctx, { taskId, signal }: MakeConceptInput, { task, job, base }: ConceptTask) {
  const tell: PlanInput["tell"] = async (progress, message) => {
    await reportProgress(ctx, taskId, { progress, message });
  };
  return planConcept(ctx, { wish: job.input.wish, base, seed: task.seed, signal, tell });
}

/** The design a sketch or picture without one becomes; the same task again finds it. */
async function newDesign(
  ctx: Ctx,
  conceptId: string,
  plan: ConceptPlan,
  { wish }: ConceptJobInput,
): Promise<RevisionBase> {
  const { design } = await createDesign(ctx, {
    kind: plan.kind.id,
    spec: plan.spec,
    effectId: uuidOf("revision", conceptId),
    ...(wish.prompt && { prompt: wish.prompt }),
  });
  return requireBase(ctx, design.revision.id);
}

async function drawPlan(
  ctx: Ctx,
  input: MakeConceptInput,
  found: Omit<ConceptTask, "base"> & { base: RevisionBase },
  plan: BuiltPlan,
): Promise<MadeConcept> {
  const { kind, spec, look } = plan;
  const { wish } = found.job.input;
  const { widthPx, heightPx } = sizeOfAspect(wish.aspectRatio);
  const { view, lights, background, cameraSeed } = look;
  await reportProgress(ctx, input.taskId, { progress: 0.85, message: "Drawing" });
  const sources = await loadSources(ctx, kind, spec);
  const { inference } = ctx.adapters;
  const enhancedPrompt = wish.enhance
    ? (wish.enhancedPrompt ?? completedWords(kind, spec, look))
    : null;
  const order = { view, lights, background, seed: cameraSeed, quality: "final" as const };
  const lineage = lineageInFile(found, { enhancedPrompt, engine: inference.engine });
  const [picture] = await inference.drawPictures(
    { kind: kind.id, spec, sources, pictures: [{ ...order, sizePx: widthPx, heightPx }], lineage },
    input.signal ? { signal: input.signal } : {},
  );
  if (!picture) throw unavailable("The picture came back empty. Try again.");
  const { engine } = inference;
  return storeConcept(ctx, {
    ...input,
    found,
    plan,
    enhancedPrompt,
    engine,
    picture,
    providerRequestId: null,
    source: "drawn",
  });
}
