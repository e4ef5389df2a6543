import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { isOpen } from "#lib/jobs/types.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { headOf } from "./edit-design.ts";
import { requireDesign } from "./find-design.ts";
import { type ModelAgain, modelAgainOf } from "./model-again.ts";
import { specOf } from "./row.ts";
import { startModel } from "./start-jobs.ts";

export interface ModelMadeAgain {
  jobId: string;
  /** What can differ. */
  again: ModelAgain;
}

/**
 * Builds the newest revision's model once more, with the files it has; while it is being built, that job is the answer.
 * Throws `not_found`, `invalid_input` for a design without numbers.
 */
export async function makeModelAgain(
  ctx: Ctx,
  { designId }: { designId: string },
): Promise<ModelMadeAgain> {
  const row = await requireDesign(ctx, designId, "write");
  const head = headOf(row);
  const spec = specOf(head);
  if (!spec) throw invalidInput("This design has no numbers to build from.");
  const again = modelAgainOf(ctx, row.kind, { ...head, spec });
  const jobId = await ctx.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Design" WHERE "id" = ${row.id} FOR UPDATE`;
    const input = { path: ["revisionId"], equals: head.id };
    const running = await tx.job.findFirst({
      where: { designId: row.id, kind: "build-model", input },
      orderBy: { createdAt: "desc" },
      select: { id: true, status: true },
    });
    if (running && isOpen(running.status)) return running.id;
    const owner = {
      ...{ workspaceId: row.workspaceId, conversationId: row.conversationId, messageId: null },
      ...{ createdById: actorUserId(ctx.actor), designId: row.id, revisionId: head.id },
    };
    return startModel(tx, owner);
  });
  await flushOutbox(ctx.db);
  return { jobId, again };
}
