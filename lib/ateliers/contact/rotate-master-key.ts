import type { Ctx } from "#lib/context.ts";
import { conflict } from "#lib/shared/errors.ts";
import { openContact, type SealingCtx } from "./open-contact.ts";
import { sealContact, storeContact } from "./seal-contact.ts";

const BATCH = 100;

/**
 * Seals every contact anew, with a new data key under a new master key, and destroys the master keys before it. Readers
 * and writers go on meanwhile. Killed half-way it goes on at the next call. Answers how many contacts it sealed. Throws
 * `conflict` when another rotation has begun since: that one goes on.
 */
export async function rotateMasterKey(
  ctx: SealingCtx & Pick<Ctx, "now">,
): Promise<{ keyId: string; sealed: number }> {
  const keyId = await ctx.adapters.vault.renew();
  await retireOthers(ctx, keyId, await ctx.adapters.vault.older(keyId));
  let sealed = 0;
  for (;;) {
    await requireNewest(ctx, keyId);
    const rows = await ctx.db.atelierContact.findMany({
      where: { sealingKeyId: { not: keyId } },
      select: { atelierId: true, sealingKeyId: true },
      take: BATCH,
    });
    if (rows.length === 0) break;
    for (const row of rows) sealed += await sealAnew(ctx, row);
  }
  await ctx.adapters.vault.forgetOlder(keyId);
  return { keyId, sealed };
}

/** Two rotations at once would seal by each other's keys, and destroy them. */
async function requireNewest({ db }: Pick<Ctx, "db">, keyId: string): Promise<void> {
  const overtaken = await db.sealingKey.count({ where: { id: keyId, retiredAt: { not: null } } });
  if (overtaken > 0) throw conflict("Another rotation has begun; it goes on.");
}

/**
 * From here on no contact is stored under another key; those being stored are waited for. A key that the vault holds and
 * nothing was stored under has no row yet: it gets one, or the first contact sealed by it could still come in behind us.
 */
async function retireOthers(
  { db, now }: Pick<Ctx, "db" | "now">,
  keyId: string,
  older: readonly string[],
): Promise<void> {
  await db.$transaction(async (tx) => {
    const retiredAt = now();
    for (const id of older) {
      await tx.$executeRaw`
        INSERT INTO "SealingKey" ("id", "retiredAt") VALUES (${id}, ${retiredAt})
        ON CONFLICT ("id") DO UPDATE
          SET "retiredAt" = COALESCE("SealingKey"."retiredAt", EXCLUDED."retiredAt")`;
    }
    await tx.sealingKey.upsert({ where: { id: keyId }, create: { id: keyId }, update: {} });
    await tx.sealingKey.updateMany({
      where: { id: { not: keyId }, retiredAt: null },
      data: { retiredAt },
    });
  });
}

/** 1, or 0 where the owner wrote a newer contact meanwhile: that one is under the new key already. */
async function sealAnew(
  ctx: SealingCtx,
  { atelierId, sealingKeyId }: { atelierId: string; sealingKeyId: string },
): Promise<number> {
  const contact = await openContact(ctx, atelierId);
  const anew = await sealContact(ctx.adapters.vault, atelierId, contact);
  return ctx.db.$transaction(async (tx) => {
    const { count } = await tx.atelierContact.updateMany({
      where: { atelierId, sealingKeyId },
      data: { sealingKeyId: anew.sealingKeyId },
    });
    if (count === 1) await storeContact(tx, atelierId, anew);
    return count;
  });
}
