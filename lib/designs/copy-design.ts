import { v7 as newUuid } from "uuid";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import type { Tx } from "#lib/db.ts";
import { requireDesign } from "./find-design.ts";
import { firstPictures } from "./pictures.ts";
import type { DesignRow } from "./row.ts";
import { startModel, startPictures } from "./start-jobs.ts";

export interface CopyDesignInput {
  designId: string;
  /** Number of the last revision that is copied. */
  upTo: number;
  /** The conversation of the copy. */
  conversationId: string;
  /** Ids of messages by those they are copies of; revisions of other messages belong to none. */
  messageIds: ReadonlyMap<string, string>;
}

/**
 * A second design with the same revisions, from the first to one of a number, in the same workspace; its pictures and files
 * are made by the jobs it starts, or found made. Answers its id; null for a design that is no spec and cannot be built
 * anew. Throws `not_found`.
 */
export async function copyDesign(ctx: Ctx, input: CopyDesignInput): Promise<string | null> {
  const row = await requireDesign(ctx, input.designId, "write");
  // A model that was brought as a file belongs to the design it was brought for.
  if (row.kind === "model") return null;
  const revisions = await ctx.db.revision.findMany({
    where: { designId: row.id, number: { lte: input.upTo } },
    orderBy: { number: "asc" },
  });
  if (revisions.length === 0 || revisions.some(({ spec }) => spec === null)) return null;
  return ctx.db.$transaction((tx) => writeCopy(ctx, tx, { row, revisions, input }));
}

type Revisions = Awaited<ReturnType<Tx["revision"]["findMany"]>>;

async function writeCopy(
  ctx: Ctx,
  tx: Tx,
  { row, revisions, input }: { row: DesignRow; revisions: Revisions; input: CopyDesignInput },
): Promise<string> {
  const { conversationId, messageIds } = input;
  const createdById = actorUserId(ctx.actor);
  const ids = new Map(revisions.map(({ id }) => [id, newUuid()]));
  const copyOf = (id: string | null) => (id === null ? null : (ids.get(id) ?? null));
  const head = revisions.at(-1)!;
  const { id: designId } = await tx.design.create({
    data: {
      ...{ workspaceId: row.workspaceId, createdById, conversationId },
      ...{ kind: row.kind, title: row.title, headNumber: head.number, updatedAt: ctx.now() },
    },
    select: { id: true },
  });
  await tx.revision.createMany({
    data: revisions.map(({ id, parentId, messageId, ...revision }) => ({
      ...(revision as Parameters<Tx["revision"]["create"]>[0]["data"] & Revisions[number]),
      id: ids.get(id)!,
      designId,
      parentId: copyOf(parentId),
      messageId: messageId === null ? null : (messageIds.get(messageId) ?? null),
      createdById,
    })) as never,
  });
  const owner = { workspaceId: row.workspaceId, createdById, designId, conversationId };
  const target = { ...owner, revisionId: ids.get(head.id)!, messageId: null };
  await startPictures(tx, target, firstPictures(head.seed));
  await startModel(tx, target);
  return designId;
}
