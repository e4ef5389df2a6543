import type { Prisma } from "#generated/prisma/client.ts";
import type { Ctx } from "#lib/context.ts";

/** The `where` of the designs that belong to a conversation alone: one saved to a collection outlives it. */
export const ownDesigns = (conversationId: string): Prisma.DesignWhereInput => ({
  conversationId,
  collected: { none: {} },
});

/** Loosens what a conversation made but does not take along when it goes: saved designs, their work and their pictures. */
export async function keepSavedDesigns(
  ctx: Pick<Ctx, "db">,
  conversationId: string,
): Promise<void> {
  const kept = await ctx.db.design.findMany({
    where: { conversationId, collected: { some: {} } },
    select: { id: true, revisions: { select: { spec: true } } },
  });
  if (kept.length === 0) return;
  const designId = { in: kept.map(({ id }) => id) };
  const specs = JSON.stringify(kept);
  const uploads = await ctx.db.image.findMany({
    where: { conversationId, source: "upload" },
    select: { id: true },
  });
  const used = uploads.map(({ id }) => id).filter((id) => specs.includes(id));
  await ctx.db.$transaction([
    ctx.db.job.updateMany({ where: { designId }, data: { conversationId: null } }),
    ctx.db.image.updateMany({
      where: { OR: [{ revision: { designId } }, { id: { in: used } }] },
      data: { conversationId: null, messageId: null },
    }),
    ctx.db.revision.updateMany({ where: { designId }, data: { messageId: null } }),
    ctx.db.design.updateMany({ where: { id: designId }, data: { conversationId: null } }),
  ]);
}
