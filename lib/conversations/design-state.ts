import type { Ctx } from "#lib/context.ts";
import type { Tx } from "#lib/db.ts";
import { revertDesign } from "#lib/designs/revert-design.ts";
import { changesOf, toJson } from "#lib/designs/row.ts";

/** Which revision of each design of a conversation was the newest, by the design's id. */
export type DesignState = Record<string, number>;

/** Where the designs of a conversation stood at a time (by default now); those made later are not named. */
export async function designState(
  db: Pick<Tx, "revision">,
  conversationId: string,
  at?: Date,
): Promise<DesignState> {
  const newest = await db.revision.groupBy({
    by: ["designId"],
    where: { design: { conversationId }, ...(at && { createdAt: { lte: at } }) },
    _max: { number: true },
  });
  return Object.fromEntries(newest.map(({ designId, _max }) => [designId, _max.number ?? 1]));
}

/** Notes on the last message of a version where its designs stand, before another version is shown. */
export async function keepDesignState(
  db: Pick<Tx, "revision" | "message">,
  conversationId: string,
  leafId: string,
): Promise<void> {
  const leaf = await db.message.findUniqueOrThrow({
    where: { id: leafId },
    select: { metadata: true },
  });
  const designsAfter = await designState(db, conversationId);
  const metadata = toJson({ ...(leaf.metadata as object), designsAfter });
  await db.message.update({ where: { id: leafId }, data: { metadata } });
}

/** What `keepDesignState` noted on a message, or null. */
export const keptDesignState = (metadata: unknown): DesignState | null =>
  (metadata as { designsAfter?: DesignState } | null)?.designsAfter ?? null;

/**
 * Brings designs back to where they stood, as new revisions that say so: nothing of theirs is lost. Designs that the state
 * does not name were made by another version of the conversation and stay as they are.
 */
export async function restoreDesigns(ctx: Ctx, state: DesignState): Promise<void> {
  for (const [designId, number] of Object.entries(state)) {
    const head = await ctx.db.revision.findFirst({
      where: { designId },
      orderBy: { number: "desc" },
      select: { number: true, changes: true, spec: true },
    });
    if (!head?.spec || head.number === number) continue;
    if (changesOf(head)?.revertedTo === number) continue;
    await revertDesign(ctx, { designId, toRevision: number });
  }
}
