import sharp from "sharp";
import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import type { DesignView } from "#lib/designs/types.ts";
import { pictureIdsOf } from "../message-parts.ts";
import type { MessageView } from "../types.ts";

/** Long edge of a picture in the file, px: sharp on a screen, and small enough to send by mail. */
const EDGE_PX = 900;

/** The pictures of messages and of designs as they are now, as `data:` addresses by their ids. A picture that is gone is left out. */
export async function embedPictures(
  ctx: Ctx,
  messages: readonly MessageView[],
  designs: readonly DesignView[],
): Promise<Map<string, string>> {
  const ids = [
    ...messages.flatMap(({ parts }) => pictureIdsOf(parts)),
    ...designs.flatMap(({ revision }) => revision.pictures.map(({ id }) => id)),
  ];
  const images = await ctx.db.image.findMany({
    where: { id: { in: ids }, ...workspaceScope(ctx.actor, "read") },
    select: { id: true, blobKey: true },
  });
  const embedded = new Map<string, string>();
  // One after the other: decoded pictures are large.
  for (const { id, blobKey } of images) {
    if (!(await ctx.adapters.blob.info(blobKey))) continue;
    const bytes = await sharp(await ctx.adapters.blob.read(blobKey))
      .resize({ width: EDGE_PX, height: EDGE_PX, fit: "inside", withoutEnlargement: true })
      .jpeg({ quality: 82 })
      .toBuffer();
    embedded.set(id, `data:image/jpeg;base64,${bytes.toString("base64")}`);
  }
  return embedded;
}
