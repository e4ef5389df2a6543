import { randomBytes } from "node:crypto";
import { z } from "zod";
import { publicUrl } from "#lib/accounts/mails.ts";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { conflict } from "#lib/shared/errors.ts";
import { requireCollection } from "./row.ts";
import { hashOfToken, linkSelect, type ShareLinkView, sharePath } from "./share-link.ts";

/** Links of a collection that work at once. */
const MOST_LINKS = 20;
const DAY_MS = 24 * 60 * 60 * 1000;

export const shareInput = z.object({
  days: z.coerce.number().int().min(1).max(90).default(14).describe("Days the link works."),
});

export interface NewShareLink extends ShareLinkView {
  /** The whole address; only now: its token is not kept. */
  url: string;
}

/** A link by which anyone may look at the collection. Throws `not_found`, `invalid_input`, `conflict` at 20 open links. */
export async function shareCollection(
  ctx: Ctx,
  collectionId: string,
  input: z.input<typeof shareInput>,
): Promise<NewShareLink> {
  const { days } = shareInput.parse(input);
  await requireCollection(ctx, collectionId, "write");
  const token = randomBytes(32).toString("base64url");
  const now = ctx.now();
  const link = await ctx.db.$transaction(async (tx) => {
    const open = { collectionId, revokedAt: null, expiresAt: { gt: now } };
    if ((await tx.shareLink.count({ where: open })) >= MOST_LINKS) {
      throw conflict(`${MOST_LINKS} links to this collection work already. End one first.`);
    }
    return tx.shareLink.create({
      data: {
        collectionId,
        createdById: actorUserId(ctx.actor),
        tokenHash: hashOfToken(token),
        expiresAt: new Date(now.getTime() + days * DAY_MS),
      },
      select: linkSelect,
    });
  });
  return { ...link, url: publicUrl(sharePath(token)) };
}
