import type { UIMessage } from "ai";
import type { Ctx } from "#lib/context.ts";
import { specOf } from "#lib/designs/row.ts";
import { notFound } from "#lib/shared/errors.ts";
import type { CurrentDesign } from "../instructions.ts";
import { messageSelect, partsOf } from "../row.ts";
import type { Budget } from "../tools/spending.ts";

/** Messages of the past a model is shown at most. */
const HISTORY = 30;

/** A chat turn as its job names it. */
export interface Turn {
  jobId: string;
  taskId: string;
  /** The answer being written. */
  messageId: string;
  conversationId: string;
  workspaceId: string;
  /** What the person wrote. */
  prompt: string;
  /** The design the person looked at, when they named one. */
  namedDesignId: string | null;
  locale: string;
  /** What the person allows the turn to spend; null where they do not want to be asked. */
  budget: Budget;
}

/** The turn of an `answer-message` job. Throws `not_found` when job or message are gone. */
export async function loadTurn(ctx: Ctx, jobId: string): Promise<Turn> {
  const assistant = await ctx.db.message.findFirst({
    where: { jobId, role: "assistant" },
    select: {
      id: true,
      number: true,
      conversationId: true,
      conversation: { select: { workspaceId: true, createdById: true } },
    },
  });
  const task = await ctx.db.task.findFirst({ where: { jobId }, select: { id: true } });
  if (!assistant || !task) throw notFound("message");
  const { conversationId, conversation } = assistant;
  const [user, owner] = await Promise.all([
    ctx.db.message.findFirst({
      where: { conversationId, number: assistant.number - 1 },
      select: { content: true, metadata: true },
    }),
    ctx.db.user.findUnique({
      where: { id: conversation.createdById },
      select: { locale: true, askBeforePaying: true },
    }),
  ]);
  const { designId, approvedMicroUsd = 0 } = (user?.metadata ?? {}) as {
    designId?: string;
    approvedMicroUsd?: number;
  };
  return {
    jobId,
    taskId: task.id,
    messageId: assistant.id,
    conversationId,
    workspaceId: conversation.workspaceId,
    prompt: user?.content ?? "",
    namedDesignId: designId ?? null,
    locale: owner?.locale ?? "en",
    budget: owner?.askBeforePaying ? approvedMicroUsd : null,
  };
}

/** The conversation up to the answer that is being written, oldest first. */
export async function loadHistory(ctx: Ctx, turn: Turn): Promise<UIMessage[]> {
  const rows = await ctx.db.message.findMany({
    where: {
      conversationId: turn.conversationId,
      status: { not: "streaming" },
      role: { in: ["user", "assistant"] },
    },
    orderBy: { number: "desc" },
    take: HISTORY,
    select: messageSelect,
  });
  return rows
    .reverse()
    .map((row) => ({ id: row.id, role: row.role as "user" | "assistant", parts: partsOf(row) }))
    .filter((message) => message.parts.length > 0);
}

/** The design the turn is about: the one the person looked at, else the one of the conversation changed last. */
export async function loadCurrentDesign(ctx: Ctx, turn: Turn): Promise<CurrentDesign | null> {
  const where = turn.namedDesignId
    ? { id: turn.namedDesignId, workspaceId: turn.workspaceId }
    : { conversationId: turn.conversationId, workspaceId: turn.workspaceId };
  const row = await ctx.db.design.findFirst({
    where,
    orderBy: { updatedAt: "desc" },
    select: {
      id: true,
      kind: true,
      title: true,
      revisions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { number: true, spec: true, words: true },
      },
    },
  });
  const head = row?.revisions[0];
  const spec = head ? specOf(head) : null;
  if (!row || !head || !spec) return null;
  return {
    designId: row.id,
    kind: row.kind,
    title: row.title,
    revision: head.number,
    spec,
    words: head.words,
  };
}
