import { v7 as uuid } from "uuid";
import { z } from "zod";
import type { Ctx } from "#lib/context.ts";
import { requireImage } from "#lib/images/find-image.ts";
import { findKind } from "#lib/kinds/registry.ts";
import { CRAFT_IDS } from "#lib/shared/crafts.ts";
import { conflict, forbidden, notFound } from "#lib/shared/errors.ts";
import { vectorOfPicture } from "./match/picture-vector.ts";
import { vectorBytes } from "./match/vector.ts";
import { findOwnAtelier } from "./own-atelier.ts";

export const portfolioPictureInput = z.object({
  imageId: z.string(),
  title: z.string().trim().min(2, "Say what it shows.").max(160),
  kind: z
    .string()
    .refine((id) => id === "" || findKind(id) !== null, "There is no such kind.")
    .default(""),
  crafts: z.array(z.enum(CRAFT_IDS)).default([]),
});

/** Pictures a portfolio holds. */
const MOST_PICTURES = 24;

/**
 * Adds an uploaded picture to the acting person's portfolio as a copy of its own, in public. Throws `not_found` without
 * an atelier or for a picture of somebody else, `conflict` beyond 24 pictures.
 */
export async function addPortfolioPicture(
  ctx: Ctx,
  { imageId, title, kind, crafts }: z.output<typeof portfolioPictureInput>,
): Promise<{ id: string }> {
  const own = await findOwnAtelier(ctx);
  if (!own) throw notFound("atelier of yours");
  if (own.status === "suspended") throw forbidden("A suspended atelier cannot be changed.");
  const image = await requireImage(ctx, imageId);
  const id = uuid();
  const { mediaType, width, height } = image;
  const blobKey = `portfolio/${own.id}/${id}.${mediaType.split("/")[1]}`;
  const bytes = await ctx.adapters.blob.read(image.blobKey);
  const stored = await ctx.adapters.blob.put(blobKey, bytes, { contentType: mediaType });
  const vector = await vectorOfPicture(ctx, { blobKey });
  const add = ctx.db.$transaction(async (tx) => {
    // Pictures added at once get places one after the other.
    await tx.$queryRaw`SELECT 1 FROM "Atelier" WHERE "id" = ${own.id} FOR UPDATE`;
    const last = await tx.portfolioPicture.aggregate({
      where: { atelierId: own.id },
      _max: { position: true },
      _count: true,
    });
    if (last._count >= MOST_PICTURES) {
      throw conflict(`A portfolio holds ${MOST_PICTURES} pictures. Take one out first.`);
    }
    const position = (last._max.position ?? -1) + 1;
    await tx.portfolioPicture.create({
      data: {
        ...{ id, title, crafts, position, blobKey, mediaType, width, height, ...stored },
        atelierId: own.id,
        kind: kind || null,
        ...(vector && { vector: vectorBytes(vector.values), embedder: vector.embedder }),
      },
    });
    await tx.atelier.update({ where: { id: own.id }, data: { updatedAt: new Date() } });
  });
  await add.catch(async (error: unknown) => {
    await ctx.adapters.blob.delete([blobKey]);
    throw error;
  });
  return { id };
}

/** Takes a picture out of the acting person's portfolio; those behind it move up. Throws `not_found`. */
export async function removePortfolioPicture(ctx: Ctx, id: string): Promise<void> {
  const own = await findOwnAtelier(ctx);
  if (!own) throw notFound("atelier of yours");
  const blobKey = await ctx.db.$transaction(async (tx) => {
    const picture = await tx.portfolioPicture.findFirst({ where: { id, atelierId: own.id } });
    if (!picture) throw notFound("picture");
    await tx.portfolioPicture.delete({ where: { id } });
    const behind = await tx.portfolioPicture.findMany({
      where: { atelierId: own.id, position: { gt: picture.position } },
      orderBy: { position: "asc" },
      select: { id: true, position: true },
    });
    for (const { id: other, position } of behind) {
      await tx.portfolioPicture.update({ where: { id: other }, data: { position: position - 1 } });
    }
    await tx.atelier.update({ where: { id: own.id }, data: { updatedAt: new Date() } });
    // The examples share their pictures' files.
    const sharing = await tx.portfolioPicture.count({ where: { blobKey: picture.blobKey } });
    return sharing === 0 ? picture.blobKey : null;
  });
  if (blobKey) await ctx.adapters.blob.delete([blobKey]);
}
