import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { createJob } from "#lib/jobs/create-job.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { sizeFieldOf } from "#lib/kinds/size-run/size-run.ts";
import { type SizeRange, sizesBetween } from "#lib/kinds/size-run/sizes-between.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { headOf } from "./edit-design.ts";
import { requireDesign } from "./find-design.ts";
import { findRequestedJob } from "./start-jobs.ts";

export interface SizeRunInput extends SizeRange {
  designId: string;
  /** UUID of the request: the same again answers the first job. */
  effectId?: string | undefined;
}

/**
 * Starts the job that builds the newest revision in every size of a range, as one ZIP. Answers its id.
 * Throws `not_found`, `invalid_input` (no such size, too many, a kind without sizes).
 */
export async function requestSizeRun(ctx: Ctx, input: SizeRunInput): Promise<string> {
  const { designId, effectId, ...range } = input;
  const row = await requireDesign(ctx, designId, "write");
  sizeFieldOf(getKind(row.kind));
  const sizes = sizesBetween(range);
  const revisionId = headOf(row).id;
  const jobId = await ctx.db.$transaction(async (tx) => {
    const earlier = effectId && (await findRequestedJob(tx, row.id, effectId));
    if (earlier) return earlier;
    const { job } = await createJob(tx, {
      workspaceId: row.workspaceId,
      createdById: actorUserId(ctx.actor),
      conversationId: row.conversationId,
      designId: row.id,
      kind: "size-run",
      input: { designId: row.id, revisionId, ...(effectId && { effectId }) },
      tasks: [{ name: "sizes", input: { revisionId, sizes } }],
      event: { name: "design/sizes.requested" },
    });
    return job.id;
  });
  await flushOutbox(ctx.db);
  return jobId;
}
