import { z } from "zod";
import type { Ctx } from "../context.ts";
import { notFound } from "../shared/errors.ts";
import { actorUserId } from "./scope.ts";

export const revokeApiKeyInput = z.object({ id: z.uuid() });

/** Ends a key at once. Throws `not_found` for one that is revoked or someone else's. */
export async function revokeApiKey(
  ctx: Ctx,
  input: z.input<typeof revokeApiKeyInput>,
): Promise<void> {
  const userId = actorUserId(ctx.actor);
  const { id } = revokeApiKeyInput.parse(input);
  const revoked = await ctx.db.apiKey.updateMany({
    where: { id, userId, revokedAt: null },
    data: { revokedAt: ctx.now() },
  });
  if (revoked.count === 0) throw notFound("API key");
}
