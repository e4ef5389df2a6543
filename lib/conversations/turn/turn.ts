import type { UIMessage } from "ai";
import type { Ctx } from "#lib/context.ts";
import { specOf } from "#lib/designs/row.ts";
import { notFound } from "#lib/shared/errors.ts";
import type { CurrentDesign } from "../instructions.ts";
import { messageSelect, partsOf } from "../row.ts";
import { threadOf } from "../thread.ts";
import type { Budget } from "../tools/spending.ts";

/** Messages of the past a model is shown at most. */
const HISTORY = 30;

/** A chat turn as its job names it. */
export interface Turn {
  jobId: string;
  taskId: string;
  /** The answer being written. */
  messageId: string;
  /** What it answers. */
  userMessageId: string;
  conversationId: string;
  workspaceId: string;
  /** What the person wrote. */
  prompt: string;
  /** The design the person looked at, when they named one. */
  namedDesignId: string | null;
  locale: string;
  /** What a ring size without its system is in; null: told from the number. */
  ringSystem: string | null;
  /** What the person allows the turn to spend; null where they do not want to be asked. */
  budget: Budget;
}

/** The turn of an `answer-message` job. Throws `not_found` when job or message are gone. */
export async function loadTurn(ctx: Ctx, jobId: string): Promise<Turn> {
  const assistant = await ctx.db.message.findFirst({
    where: { jobId, role: "assistant" },
    select: {
      id: true,
      parentId: true,
      conversationId: true,
      conversation: { select: { workspaceId: true } },
    },
  });
  const task = await ctx.db.task.findFirst({
    where: { jobId },
    select: { id: true, job: { select: { createdById: true } } },
  });
  if (!assistant?.parentId || !task) throw notFound("message");
  const { conversationId, conversation, parentId } = assistant;
  const [user, sender, firstAnswer] = await Promise.all([
    ctx.db.message.findUnique({
      where: { id: parentId },
      select: { content: true, metadata: true },
    }),
    // Of a workspace's members it is who asks, not who began the conversation.
    ctx.db.user.findUnique({
      where: { id: task.job.createdById },
      select: { locale: true, ringSystem: true, askBeforePaying: true },
    }),
    ctx.db.message.findFirst({
      where: { conversationId, parentId },
      orderBy: { number: "asc" },
      select: { id: true },
    }),
  ]);
  const { designId, approvedMicroUsd = 0 } = (user?.metadata ?? {}) as {
    designId?: string;
    approvedMicroUsd?: number;
  };
  // What was allowed for one answer is not allowed for a second one.
  const isFirst = firstAnswer?.id === assistant.id;
  return {
    jobId,
    taskId: task.id,
    messageId: assistant.id,
    userMessageId: parentId,
    conversationId,
    workspaceId: conversation.workspaceId,
    prompt: user?.content ?? "",
    namedDesignId: designId ?? null,
    locale: sender?.locale ?? "en",
    ringSystem: sender?.ringSystem ?? null,
    budget: sender?.askBeforePaying ? (isFirst ? approvedMicroUsd : 0) : null,
  };
}

/** The conversation up to the answer that is being written, oldest first: of its own version, not of others. */
export async function loadHistory(ctx: Ctx, turn: Turn): Promise<UIMessage[]> {
  const ids = (await loadThread(ctx, turn)).slice(-HISTORY);
  const rows = await ctx.db.message.findMany({
    where: { id: { in: ids }, role: { in: ["user", "assistant"] } },
    orderBy: { number: "asc" },
    select: messageSelect,
  });
  return rows
    .map((row) => ({ id: row.id, role: row.role as "user" | "assistant", parts: partsOf(row) }))
    .filter((message) => message.parts.length > 0);
}

/** Ids of the messages that led to the answer, the question last. */
async function loadThread(ctx: Ctx, turn: Turn): Promise<string[]> {
  const rows = await ctx.db.message.findMany({
    where: { conversationId: turn.conversationId },
    select: { id: true, number: true, parentId: true },
  });
  return threadOf(rows, turn.userMessageId).map(({ id }) => id);
}

/**
 * The design the turn is about: the one the person looked at, else the one of the conversation changed last. What another
 * version of the conversation made is not on the table.
 */
export async function loadCurrentDesign(ctx: Ctx, turn: Turn): Promise<CurrentDesign | null> {
  const { workspaceId, conversationId, namedDesignId } = turn;
  const thread = [...(await loadThread(ctx, turn)), turn.messageId];
  const madeHere = { OR: [{ messageId: null }, { messageId: { in: thread } }] };
  const where = namedDesignId
    ? { id: namedDesignId, workspaceId }
    : { conversationId, workspaceId, revisions: { some: { number: 1, ...madeHere } } };
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
