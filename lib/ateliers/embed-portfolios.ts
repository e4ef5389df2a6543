import type { Ctx } from "#lib/context.ts";
import { log } from "#lib/log.ts";
import { embedderKey, embedPicture } from "./match/picture-vector.ts";
import { vectorBytes } from "./match/vector.ts";

/** Files looked at in one run; the next one goes on. */
const MOST_FILES = 40;

/**
 * Takes the vectors of portfolio pictures that have none by the embedder in use: examples after the first start, all of
 * them after the embedder changed. Answers how many files it looked at.
 */
export async function embedPortfolios(
  ctx: Pick<Ctx, "db" | "adapters">,
): Promise<{ embedded: number }> {
  const embedder = ctx.adapters.embedders.current;
  const key = embedderKey(embedder.id);
  const files = await ctx.db.portfolioPicture.findMany({
    where: { OR: [{ embedder: null }, { embedder: { not: key } }] },
    distinct: ["blobKey"],
    select: { blobKey: true },
    take: MOST_FILES,
  });
  for (const { blobKey } of files) {
    try {
      const { values } = await embedPicture(embedder, await ctx.adapters.blob.read(blobKey), false);
      await storeVector(ctx, blobKey, { vector: vectorBytes(values), embedder: key });
    } catch (err) {
      log.warn({ err, blobKey }, "a portfolio picture has no vector");
    }
  }
  return { embedded: files.length };
}

async function storeVector(
  { db }: Pick<Ctx, "db">,
  blobKey: string,
  data: { vector: Uint8Array<ArrayBuffer>; embedder: string },
): Promise<void> {
  await db.$transaction([
    db.portfolioPicture.updateMany({ where: { blobKey }, data }),
    // Whoever keeps ateliers in memory goes by this time.
    db.atelier.updateMany({
      where: { portfolio: { some: { blobKey } } },
      data: { updatedAt: new Date() },
    }),
  ]);
}
