import { createHash } from "node:crypto";
import type { Picture, PictureOrder, SourcePictures } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { contentFields } from "#lib/workshop/piece-key.ts";
import { lookOf } from "./pictures.ts";
import type { Spec } from "./types.ts";

/** What a picture shows, as a hash: kind, spec in any order of fields, its pictures, and the engine's version. */
export function pictureContent(
  { kind, spec, sources }: { kind: string; spec: Spec; sources: SourcePictures },
  engineVersion: string,
): string {
  return createHash("sha256")
    .update(JSON.stringify([kind, contentFields(spec, sources), engineVersion]))
    .digest("hex");
}

/** A picture of the same content, view, seed and quality that the workspace has already, or null: an undo draws nothing anew. */
export async function findDrawnBefore(
  ctx: Pick<Ctx, "db" | "adapters">,
  workspaceId: string,
  content: string,
  order: PictureOrder,
): Promise<Picture | null> {
  const row = await ctx.db.image.findFirst({
    where: {
      workspaceId,
      view: order.view,
      seed: order.seed,
      AND: [
        { properties: { path: ["content"], equals: content } },
        { properties: { path: ["quality"], equals: order.quality } },
        { properties: { path: ["sizePx"], equals: order.sizePx } },
        { properties: { path: ["look"], equals: lookOf(order) } },
      ],
    },
    select: { blobKey: true, width: true, height: true, mediaType: true },
  });
  if (!row || !(await ctx.adapters.blob.info(row.blobKey))) return null;
  const { width, height } = row;
  const mediaType = row.mediaType === "image/png" ? "image/png" : "image/webp";
  return { ...order, width, height, mediaType, bytes: await ctx.adapters.blob.read(row.blobKey) };
}
