import { z } from "zod";
import type { Ctx } from "../context.ts";
import { conflict, forbidden, unauthenticated } from "../shared/errors.ts";
import { newApiKey } from "./api-key.ts";
import { API_SCOPES, personalWorkspaceId } from "./scope.ts";

const MOST_KEYS = 20;
const DAY_MS = 24 * 60 * 60 * 1000;

export const createApiKeyInput = z.object({
  name: z.string().trim().min(1).max(80),
  scopes: z
    .array(z.enum(API_SCOPES))
    .min(1)
    .default([...API_SCOPES]),
  /** Unset: until it is revoked. */
  expiresInDays: z.coerce.number().int().min(1).max(3650).optional(),
});

export interface CreatedApiKey {
  id: string;
  /** The key itself, `mq_…`: shown this once, stored nowhere. */
  key: string;
  prefix: string;
}

/**
 * Makes an API key for the personal workspace. Throws `unauthenticated`, `forbidden` (a key cannot
 * make keys), `invalid_input`, `conflict` (20 keys in use).
 */
export async function createApiKey(
  ctx: Ctx,
  input: z.input<typeof createApiKeyInput>,
): Promise<CreatedApiKey> {
  const { actor } = ctx;
  if (actor.type === "guest") throw unauthenticated();
  if (actor.type !== "user") throw forbidden("Sign in to make a key: a key cannot make keys.");
  const { name, scopes, expiresInDays } = createApiKeyInput.parse(input);
  const workspaceId = await personalWorkspaceId(ctx);
  const now = ctx.now();
  const expiresAt = expiresInDays ? new Date(now.getTime() + expiresInDays * DAY_MS) : null;
  const { key, prefix, keyHash } = newApiKey();
  return ctx.db.$transaction(async (tx) => {
    // Locks the person's row, so that keys made at the same time are counted one after the other.
    await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${actor.userId} FOR UPDATE`;
    const used = await tx.apiKey.count({ where: { userId: actor.userId, revokedAt: null } });
    if (used >= MOST_KEYS) throw conflict(`${MOST_KEYS} keys are the most. Revoke one first.`);
    const row = { userId: actor.userId, workspaceId, name, scopes, expiresAt, prefix, keyHash };
    const { id } = await tx.apiKey.create({ data: row, select: { id: true } });
    return { id, key, prefix };
  });
}
