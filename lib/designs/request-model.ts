import { actorUserId } from "#lib/accounts/scope.ts";
import type { ModelFormat } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { isOpen } from "#lib/jobs/types.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { headOf } from "./edit-design.ts";
import { requireDesign } from "./find-design.ts";
import { startModel } from "./start-jobs.ts";

/**
 * The job that builds the newest revision's model: the one that runs or has succeeded, else a new one. Formats that
 * are not made yet always take a new one. Throws `not_found`.
 */
export async function requestModel(
  ctx: Ctx,
  input: { designId: string; formats?: readonly ModelFormat[] | undefined },
): Promise<string> {
  const row = await requireDesign(ctx, input.designId, "write");
  const head = headOf(row);
  const missing = (input.formats ?? []).filter(
    (wanted) => !head.files.some(({ format }) => format === wanted),
  );
  const jobId = await ctx.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Design" WHERE "id" = ${row.id} FOR UPDATE`;
    const earlier = await tx.job.findFirst({
      where: {
        designId: row.id,
        kind: "build-model",
        input: { path: ["revisionId"], equals: head.id },
      },
      orderBy: { createdAt: "desc" },
      select: { id: true, status: true },
    });
    const serves = earlier && (isOpen(earlier.status) || earlier.status === "succeeded");
    if (serves && missing.length === 0) return earlier.id;
    const owner = {
      workspaceId: row.workspaceId,
      conversationId: row.conversationId,
      createdById: actorUserId(ctx.actor),
      designId: row.id,
      revisionId: head.id,
      messageId: null,
    };
    return startModel(tx, owner, missing.length > 0 ? missing : undefined);
  });
  await flushOutbox(ctx.db);
  return jobId;
}
