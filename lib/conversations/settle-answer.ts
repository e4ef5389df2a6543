import type { Ctx } from "#lib/context.ts";
import { isOpen } from "#lib/jobs/types.ts";
import { endTurn } from "./turn/end-turn.ts";

/**
 * Ends an answer whose job has ended without it: cancelled as a job, or given up after its last retry. True when there
 * was one to end. Called wherever an unfinished answer would be waited for.
 */
export async function settleAnswer(
  ctx: Pick<Ctx, "db">,
  where: { conversationId: string } | { jobId: string },
): Promise<boolean> {
  const message = await ctx.db.message.findFirst({
    where: { ...where, role: "assistant", status: "streaming" },
    select: { id: true, jobId: true },
  });
  if (!message?.jobId) return false;
  const { jobId } = message;
  const job = await ctx.db.job.findUnique({ where: { id: jobId }, select: { status: true } });
  if (job && isOpen(job.status)) return false;
  const turn = { jobId, messageId: message.id };
  if (job?.status === "cancelled") return endTurn(ctx, turn, { status: "stopped" });
  const errorText = "This answer did not get finished. Send your message again.";
  return endTurn(ctx, turn, { status: "failed", errorText });
}
