import { offering } from "#lib/adapters/inference/offering.ts";
import type { MadePicture } from "#lib/adapters/inference/picture-tasks.ts";
import type { Ctx } from "#lib/context.ts";
import { signedPicture } from "#lib/images/signed-picture.ts";
import { reportProgress } from "#lib/jobs/report-progress.ts";
import { unavailable } from "#lib/shared/errors.ts";
import type { ConceptTask, MadeConcept, MakeConceptInput } from "./concept-task.ts";
import { lineageInFile } from "./lineage-in-file.ts";
import { findKnownPicture, type RevisionBase } from "./source.ts";
import { storeConcept } from "./store-concept.ts";
import { paintedWords, toPictureTask } from "./to-picture-task.ts";

type Based = Omit<ConceptTask, "base"> & { base: RevisionBase };

const PAINTED =
  "An image model painted this: what it shows may differ from the design's numbers. Read it into a makeable twin to get numbers of it.";

/**
 * Has a provider's model paint the concept one task asks for. Throws what the provider's failure is, with the offer to
 * draw it here; `rule_broken` where the picture may not be shown.
 */
export async function paintConcept(
  ctx: Ctx,
  input: MakeConceptInput,
  found: Based,
): Promise<MadeConcept> {
  const { jobId, taskId, signal } = input;
  const { job, base, task } = found;
  const { wish } = job.input;
  const { inference } = ctx.adapters;
  const wanted = await toPictureTask(ctx, { wish, base, seed: task.seed, signal });
  await reportProgress(ctx, taskId, {
    progress: 0.2,
    message: `Painting, at ${inference.provider}`,
  });
  const owner = { workspaceId: job.workspaceId, designId: base.designId, jobId, taskId };
  const { engine, pictures } = await offering(true, () =>
    inference.makePictures(wanted, { owner, ...(signal && { signal }) }),
  );
  const [picture] = pictures;
  if (!picture) throw unavailable("The picture came back empty. Try again.");
  const enhancedPrompt = wish.enhance ? paintedWords(wish, base) : null;
  const said = lineageInFile(found, { enhancedPrompt, engine });
  const from = wish.imageId ? await findKnownPicture(ctx, wish.imageId) : null;
  return storeConcept(ctx, {
    ...{ ...input, found, enhancedPrompt, engine, source: "generated" },
    plan: {
      ...{ kind: base.kind, look: base.look, spec: null, preview: null },
      ...{ parentId: from?.conceptId ?? null, notes: [{ verdict: "changed", message: PAINTED }] },
    },
    ...(await signedBy(picture, said, wanted.task !== "text-to-image")),
  });
}

async function signedBy(
  { providerRequestId, isFlagged, ...picture }: MadePicture,
  said: Record<string, string>,
  hasSource: boolean,
) {
  const lineage = { ...said, ...(providerRequestId && { request: providerRequestId }) };
  const signed = await signedPicture(picture.bytes, { lineage, hasSource });
  return { providerRequestId, isFlagged, picture: signed };
}
