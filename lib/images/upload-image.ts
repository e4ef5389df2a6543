import { v7 as uuid } from "uuid";
import { actorUserId, personalWorkspaceId, workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { requireAllowedPicture } from "#lib/moderation/require-allowed-picture.ts";
import { notFound } from "#lib/shared/errors.ts";
import { cleanPicture } from "./clean-picture.ts";
import { requireImage } from "./find-image.ts";
import { MEDIA_TYPES } from "./picture-header.ts";
import { type ImageView, imageSelect, toImageView } from "./row.ts";

export interface UploadImageInput {
  bytes: Uint8Array;
  /** The conversation it is shown in, if any. */
  conversationId?: string;
  /** It is a mask drawn on this picture: white is what it is about. */
  maskOf?: string;
  /** Largest file, bytes. */
  maxBytes: number;
  /** UUID under which it is stored once: the same again answers the first. */
  effectId?: string | undefined;
}

/**
 * Stores a picture a person sends: upright, stripped of metadata, encrypted at rest.
 * Throws `too_large`, `unsupported_type`, `invalid_input`, `not_found` (conversation, masked picture),
 * `rule_broken` for a picture that may not be shown.
 */
export async function uploadImage(ctx: Ctx, input: UploadImageInput): Promise<ImageView> {
  const scope = workspaceScope(ctx.actor, "write");
  const { effectId } = input;
  const stored =
    effectId &&
    (await ctx.db.image.findFirst({ where: { id: effectId, ...scope }, select: imageSelect }));
  if (stored) return toImageView(ctx, stored);
  const workspaceId = input.conversationId
    ? await workspaceOfConversation(ctx, input.conversationId, scope)
    : await personalWorkspaceId(ctx);
  if (input.maskOf) await requireImage(ctx, input.maskOf);
  const picture = await cleanPicture(input.bytes, input.maxBytes);
  await requireAllowedPicture(ctx, {
    read: async () => picture.bytes,
    subjectType: "picture",
    workspaceId,
  });
  const id = effectId ?? uuid();
  const blobKey = `images/${id}.${picture.format}`;
  const mediaType = MEDIA_TYPES[picture.format];
  const kept = await ctx.adapters.blob.put(blobKey, picture.bytes, {
    contentType: mediaType,
    personal: true,
  });
  const row = await ctx.db.image.create({
    data: {
      id,
      workspaceId,
      createdById: actorUserId(ctx.actor),
      conversationId: input.conversationId ?? null,
      source: "upload",
      properties: input.maskOf ? { maskOf: input.maskOf } : {},
      blobKey,
      mediaType,
      width: picture.width,
      height: picture.height,
      ...kept,
    },
    select: imageSelect,
  });
  return toImageView(ctx, row);
}

async function workspaceOfConversation(
  ctx: Ctx,
  id: string,
  scope: ReturnType<typeof workspaceScope>,
): Promise<string> {
  const row = await ctx.db.conversation.findFirst({
    where: { id, ...scope },
    select: { workspaceId: true },
  });
  if (!row) throw notFound("conversation");
  return row.workspaceId;
}
