import type { UIMessage } from "ai";
import sharp from "sharp";
import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import type { SentPictures } from "../instructions.ts";
import { pictureIdsOf } from "../message-parts.ts";

/** Longest edge at which a model is shown a picture, px. */
const SHOWN_EDGE_PX = 1024;

/** The messages with attached pictures as data, since no model can open a link of ours. A picture that is gone falls out. */
export async function withPictures(ctx: Ctx, messages: UIMessage[]): Promise<UIMessage[]> {
  return Promise.all(
    messages.map(async (message) => {
      const parts = await Promise.all(message.parts.map((part) => withData(ctx, part)));
      return { ...message, parts: parts.filter((part) => part !== null) };
    }),
  );
}

/** Sent pictures a model is told of. */
const TOLD_PICTURES = 8;

/** The pictures people sent in these messages: of the newest message first, in its own order; masks only of the newest. */
export async function sentPictures(
  ctx: Ctx,
  messages: readonly UIMessage[],
): Promise<SentPictures> {
  const sent = messages.toReversed().flatMap(({ parts }) => pictureIdsOf(parts));
  const masks = await masksAmong(ctx, sent);
  const newest = pictureIdsOf(messages.findLast(({ role }) => role === "user")?.parts ?? []);
  return {
    pictures: [...new Set(sent)].filter((id) => !masks.has(id)).slice(0, TOLD_PICTURES),
    masks: newest.flatMap((maskId) => {
      const imageId = masks.get(maskId);
      return imageId ? [{ maskId, imageId }] : [];
    }),
  };
}

/** What was drawn on which picture, by the mask's id. */
async function masksAmong(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db.image.findMany({
    where: { id: { in: [...ids] }, ...workspaceScope(ctx.actor, "read") },
    select: { id: true, properties: true },
  });
  return new Map(
    rows.flatMap(({ id, properties }) => {
      const { maskOf } = properties as { maskOf?: string };
      return maskOf ? [[id, maskOf] as const] : [];
    }),
  );
}

type Part = UIMessage["parts"][number];

async function withData(ctx: Ctx, part: Part): Promise<Part | null> {
  if (part.type !== "file") return part;
  const [id] = pictureIdsOf([part]);
  const image = id
    ? await ctx.db.image.findFirst({
        where: { id, ...workspaceScope(ctx.actor, "read") },
        select: { blobKey: true },
      })
    : null;
  if (!image) return null;
  const bytes = await sharp(await ctx.adapters.blob.read(image.blobKey))
    .resize({
      width: SHOWN_EDGE_PX,
      height: SHOWN_EDGE_PX,
      fit: "inside",
      withoutEnlargement: true,
    })
    .jpeg({ quality: 85 })
    .toBuffer();
  const url = `data:image/jpeg;base64,${bytes.toString("base64")}`;
  return { ...part, mediaType: "image/jpeg", url };
}
