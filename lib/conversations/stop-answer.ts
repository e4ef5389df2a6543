import type { Ctx } from "#lib/context.ts";
import { cancelJob } from "#lib/jobs/cancel-job.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { requireConversation } from "./find-conversation.ts";
import { messageSelect, toMessageJson } from "./row.ts";
import { endTurn } from "./turn/end-turn.ts";
import type { MessageView } from "./types.ts";

/** Stops the answer that is being written and keeps what it said; null when nothing was. Throws `not_found`. */
export async function stopAnswer(
  ctx: Ctx,
  input: { conversationId: string },
): Promise<MessageView | null> {
  const { id } = await requireConversation(ctx, input.conversationId, "write");
  const message = await ctx.db.message.findFirst({
    where: { conversationId: id, status: "streaming" },
    select: { id: true, jobId: true },
  });
  if (!message?.jobId) return null;
  await endTurn(ctx, { jobId: message.jobId, messageId: message.id }, { status: "stopped" });
  await cancelJob(ctx, message.jobId).catch((error: unknown) => {
    if (!isAppError(error) || error.code !== "conflict") throw error;
  });
  const row = await ctx.db.message.findUniqueOrThrow({
    where: { id: message.id },
    select: messageSelect,
  });
  return toMessageJson(row);
}
