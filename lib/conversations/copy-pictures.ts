import type { UIMessage } from "ai";
import { v7 as newUuid } from "uuid";
import { actorUserId, workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { pictureIdsOf } from "./message-parts.ts";

/** Copies the pictures that people sent with messages into another conversation. Answers the copies' ids by the originals'. */
export async function copyPictures(
  ctx: Ctx,
  input: { parts: UIMessage["parts"]; conversationId: string },
): Promise<Map<string, string>> {
  const images = await ctx.db.image.findMany({
    where: {
      id: { in: pictureIdsOf(input.parts) },
      source: "upload",
      ...workspaceScope(ctx.actor, "read"),
    },
  });
  const copies = new Map<string, string>();
  for (const image of images) {
    const id = newUuid();
    const blobKey = `images/${id}.${image.blobKey.split(".").at(-1)}`;
    const bytes = await ctx.adapters.blob.read(image.blobKey);
    const { mediaType, width, height, workspaceId, view, prompt } = image;
    const stored = await ctx.adapters.blob.put(blobKey, bytes, {
      contentType: mediaType,
      personal: true,
    });
    await ctx.db.image.create({
      data: {
        ...{ id, blobKey, mediaType, width, height, workspaceId, view, prompt, ...stored },
        conversationId: input.conversationId,
        createdById: actorUserId(ctx.actor),
        source: "upload",
      },
    });
    copies.set(image.id, id);
  }
  return copies;
}
