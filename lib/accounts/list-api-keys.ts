import type { Ctx } from "../context.ts";
import { actorUserId } from "./scope.ts";

export interface ApiKeyInfo {
  id: string;
  name: string;
  /** First characters, to tell keys apart. */
  prefix: string;
  scopes: string[];
  lastUsedAt: Date | null;
  expiresAt: Date | null;
  createdAt: Date;
}

/** The acting person's keys that are not revoked, newest first. Throws `unauthenticated`. */
export async function listApiKeys(ctx: Pick<Ctx, "actor" | "db">): Promise<ApiKeyInfo[]> {
  return ctx.db.apiKey.findMany({
    where: { userId: actorUserId(ctx.actor), revokedAt: null },
    select: {
      id: true,
      name: true,
      prefix: true,
      scopes: true,
      lastUsedAt: true,
      expiresAt: true,
      createdAt: true,
    },
    orderBy: { createdAt: "desc" },
  });
}
