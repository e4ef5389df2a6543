import { v7 as newUuid } from "uuid";
import { actorUserId, workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { copyDesign } from "#lib/designs/copy-design.ts";
import { toJson } from "#lib/designs/row.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { copyPictures } from "./copy-pictures.ts";
import { deleteConversation } from "./delete-conversation.ts";
import { designState } from "./design-state.ts";
import { requireConversation } from "./find-conversation.ts";
import { findMessages, messageOf } from "./find-message.ts";
import { type ConversationDetails, getConversation } from "./get-conversation.ts";
import { type ConversationRow, type MessageRow, partsOf } from "./row.ts";
import { leafUnder, threadOf } from "./thread.ts";
import { parseTitle } from "./title.ts";
import { MAX_TITLE_LENGTH } from "./types.ts";

export interface BranchInput {
  conversationId: string;
  /** The last message the branch begins with; of a person's message the answer comes along. */
  messageId: string;
  /** By default that of the conversation. */
  title?: string;
  /** UUID of the branch: the same again answers the first. */
  effectId?: string | undefined;
}

/**
 * A new conversation that begins like another one up to a message, with copies of its designs as they stood then and of its
 * pictures: what is said and changed in one does not touch the other. Throws `not_found`, `invalid_input` (title).
 */
export async function branchConversation(
  ctx: Ctx,
  input: BranchInput,
): Promise<ConversationDetails> {
  const source = await requireConversation(ctx, input.conversationId, "write");
  const begun = await findBegun(ctx, input.effectId);
  if (begun) return begun;
  const { thread, until } = branchedThread(await findMessages(ctx, source.id), input.messageId);
  const branch = await ctx.db.conversation.create({
    data: {
      ...(input.effectId && { id: input.effectId }),
      workspaceId: source.workspaceId,
      createdById: actorUserId(ctx.actor),
      title: input.title === undefined ? branchTitle(source) : parseTitle(input.title),
      description: source.description,
      branchedFromId: source.id,
    },
    select: { id: true },
  });
  const messageIds = new Map(thread.map(({ id }) => [id, newUuid()]));
  const copies = new Map<string, string>();
  const state = await designState(ctx.db, source.id, until);
  for (const [designId, upTo] of Object.entries(state)) {
    const copy = await copyDesign(ctx, {
      ...{ designId, upTo, conversationId: branch.id, messageIds },
    });
    if (copy) copies.set(designId, copy);
  }
  const parts = thread.flatMap((message) => partsOf(message));
  const pictures = await copyPictures(ctx, { parts, conversationId: branch.id });
  for (const [from, to] of pictures) copies.set(from, to);
  await ctx.db.message.createMany({
    data: thread.map((message, at) => copied(message, at, { branch, messageIds, copies })),
  });
  await flushOutbox(ctx.db);
  return getConversation(ctx, { conversationId: branch.id });
}

/** The branch that was begun before under the same id; one that a kill left without its messages is made anew. */
async function findBegun(ctx: Ctx, id: string | undefined): Promise<ConversationDetails | null> {
  if (!id) return null;
  const row = await ctx.db.conversation.findFirst({
    where: { id, ...workspaceScope(ctx.actor, "write") },
    select: { _count: { select: { messages: true } } },
  });
  if (!row) return null;
  if (row._count.messages > 0) return getConversation(ctx, { conversationId: id });
  await deleteConversation(ctx, { conversationId: id });
  return null;
}

/** The messages a branch begins with, and the moment up to which designs count: when the message after them was sent. */
function branchedThread(rows: MessageRow[], messageId: string) {
  const last = messageOf(rows, messageId);
  const end = last.role === "user" ? (answersTo(rows, last).at(-1) ?? last) : last;
  const after = threadOf(rows, leafUnder(rows, end).id);
  const next = after[after.indexOf(end) + 1];
  const thread = threadOf(rows, end.id).filter(({ status }) => status !== "streaming");
  return { thread, until: next?.createdAt };
}

const answersTo = (rows: MessageRow[], message: MessageRow) =>
  rows.filter(({ parentId }) => parentId === message.id);

const branchTitle = ({ title }: ConversationRow): string => `↳ ${title}`.slice(0, MAX_TITLE_LENGTH);

interface CopyNames {
  branch: { id: string };
  messageIds: ReadonlyMap<string, string>;
  /** Ids of copied designs and pictures by the ids of their originals. */
  copies: ReadonlyMap<string, string>;
}

function copied(message: MessageRow, at: number, { branch, messageIds, copies }: CopyNames) {
  const { id, parentId, role, status, content, createdAt } = message;
  return {
    ...{ role, status, content, createdAt },
    id: messageIds.get(id)!,
    conversationId: branch.id,
    number: at + 1,
    parentId: parentId === null ? null : (messageIds.get(parentId) ?? null),
    parts: renamed(message.parts, copies),
    metadata: renamed(withoutKept(message.metadata), copies),
  };
}

/** Where designs stood in another version means nothing for the copies. */
const withoutKept = (metadata: unknown) =>
  Object.fromEntries(
    Object.entries((metadata ?? {}) as object).filter(([key]) => key !== "designsAfter"),
  );

/** The same JSON with copies named in place of the originals, and no job: those were the original's. */
function renamed(value: unknown, copies: ReadonlyMap<string, string>) {
  const text = JSON.stringify(value).replace(
    /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
    (id) => copies.get(id) ?? id,
  );
  return toJson(JSON.parse(text, (key, inner: unknown) => (key.endsWith("JobId") ? null : inner)));
}
