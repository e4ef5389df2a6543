import type { Prisma } from "#generated/prisma/client.ts";
import type { Ctx } from "#lib/context.ts";

export const imageSelect = {
  id: true,
  conversationId: true,
  messageId: true,
  source: true,
  imageType: true,
  view: true,
  prompt: true,
  properties: true,
  seed: true,
  blobKey: true,
  mediaType: true,
  width: true,
  height: true,
  bytes: true,
  createdAt: true,
} satisfies Prisma.ImageSelect;

export type ImageRow = Prisma.ImageGetPayload<{ select: typeof imageSelect }>;

/** A picture as every transport shows it: uploaded, drawn by the kernel or generated. */
export interface ImageView {
  id: string;
  conversationId: string | null;
  messageId: string | null;
  source: "upload" | "drawn" | "generated";
  imageType: string;
  view: string | null;
  prompt: string | null;
  properties: unknown;
  seed: number | null;
  /** Works without a session for a day. */
  url: string;
  mediaType: string;
  width: number;
  height: number;
  bytes: number;
  createdAt: string;
}

const LINK_SECONDS = 24 * 60 * 60;

export async function toImageView(ctx: Pick<Ctx, "adapters">, row: ImageRow): Promise<ImageView> {
  const { blobKey, createdAt, ...shown } = row;
  return {
    ...shown,
    url: await ctx.adapters.blob.signedUrl(blobKey, { expiresInSeconds: LINK_SECONDS }),
    createdAt: createdAt.toISOString(),
  };
}
