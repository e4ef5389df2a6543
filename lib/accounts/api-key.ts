import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "../context.ts";
import type { Db } from "../db.ts";

const PREFIX = "mq_";
const SHOWN_CHARACTERS = 10;
const NOTE_USE_EVERY_MS = 60_000;

/** A new key: 256 random bits. Only its hash is stored, so it can be shown this once. */
export function newApiKey(): { key: string; prefix: string; keyHash: string } {
  const key = PREFIX + randomBytes(32).toString("base64url");
  return { key, prefix: key.slice(0, SHOWN_CHARACTERS), keyHash: hashApiKey(key) };
}

/** SHA-256, hex. The key is random, so a slow hash would add nothing. */
export function hashApiKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** Who the key stands for, or null: unknown, revoked or expired. Notes its use, once a minute. */
export async function findApiKeyActor(
  db: Db,
  key: string,
  now: Date,
): Promise<Extract<Actor, { type: "api-key" }> | null> {
  if (!key.startsWith(PREFIX)) return null;
  const found = await db.apiKey.findFirst({
    where: {
      keyHash: hashApiKey(key),
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
    },
    select: { id: true, userId: true, workspaceId: true, scopes: true, lastUsedAt: true },
  });
  if (!found) return null;
  if (!found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() > NOTE_USE_EVERY_MS) {
    await db.apiKey.updateMany({ where: { id: found.id }, data: { lastUsedAt: now } });
  }
  const { id, userId, workspaceId, scopes } = found;
  return { type: "api-key", keyId: id, userId, workspaceId, scopes };
}
