import { z } from "zod";
import type { Ctx } from "../context.ts";
import { conflict, forbidden, notFound, unauthenticated } from "../shared/errors.ts";
import { newApiKey } from "./api-key.ts";
import type { CreatedApiKey } from "./create-api-key.ts";

const HOUR_MS = 60 * 60 * 1000;

export const rotateApiKeyInput = z.object({
  id: z.string(),
  /** How long the old key goes on working beside the new one, hours. */
  overlapHours: z.coerce.number().int().min(0).max(720).default(24),
});

/**
 * A new key in the place of an old one: same name, scopes and end. The old one works until the overlap is over, or
 * until its own end where that comes first. Throws `unauthenticated`, `forbidden` (a key cannot make keys), `not_found`,
 * `conflict` (renewed before, or ended).
 */
export async function rotateApiKey(
  ctx: Ctx,
  input: z.input<typeof rotateApiKeyInput>,
): Promise<CreatedApiKey> {
  const { actor } = ctx;
  if (actor.type === "guest") throw unauthenticated();
  if (actor.type !== "user") throw forbidden("Sign in to renew a key: a key cannot make keys.");
  const { id, overlapHours } = rotateApiKeyInput.parse(input);
  const now = ctx.now();
  const overlapEnd = new Date(now.getTime() + overlapHours * HOUR_MS);
  const { key, prefix, keyHash } = newApiKey();
  return ctx.db.$transaction(async (tx) => {
    const old = await tx.apiKey.findFirst({
      where: { id, userId: actor.userId, revokedAt: null },
      select: { name: true, scopes: true, workspaceId: true, expiresAt: true },
    });
    if (!old) throw notFound("key");
    const { expiresAt, ...same } = old;
    const replaced = await tx.apiKey.updateMany({
      where: { id, replacedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
      data: {
        replacedAt: now,
        expiresAt: expiresAt && expiresAt < overlapEnd ? expiresAt : overlapEnd,
      },
    });
    if (replaced.count === 0) throw conflict("This key was renewed before, or has ended.");
    const made = await tx.apiKey.create({
      data: { ...same, userId: actor.userId, expiresAt, prefix, keyHash },
      select: { id: true },
    });
    return { id: made.id, key, prefix };
  });
}
