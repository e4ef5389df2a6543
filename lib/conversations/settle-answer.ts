import type { Ctx } from "#lib/context.ts";
import { isOpen } from "#lib/jobs/types.ts";
import { endTurn } from "./turn/end-turn.ts";

/** `writing`: more is to come. `settled`: this call ended it. `ended`: it had ended before. */
export type AnswerState = "writing" | "settled" | "ended";

/**
 * How an answer stands; one whose job has ended without it (cancelled as a job, given up after its last retry) is ended
 * here. Called wherever an unfinished answer would be waited for.
 */
export async function settleAnswer(
  ctx: Pick<Ctx, "db">,
  where: { conversationId: string } | { jobId: string },
): Promise<AnswerState> {
  const message = await ctx.db.message.findFirst({
    where: { ...where, role: "assistant", status: "streaming" },
    select: { id: true, jobId: true },
  });
  if (!message?.jobId) return "ended";
  const { jobId } = message;
  const job = await ctx.db.job.findUnique({ where: { id: jobId }, select: { status: true } });
  if (job && isOpen(job.status)) return "writing";
  const turn = { jobId, messageId: message.id };
  const errorText = "This answer did not get finished. Send your message again.";
  const isStopped = job?.status === "cancelled";
  await endTurn(ctx, turn, isStopped ? { status: "stopped" } : { status: "failed", errorText });
  return "settled";
}
