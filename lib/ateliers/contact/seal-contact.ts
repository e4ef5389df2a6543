import { newKey, sealBytes } from "#lib/adapters/vault/aead.ts";
import type { Vault } from "#lib/adapters/vault/port.ts";
import type { Tx } from "#lib/db.ts";
import { unavailable } from "#lib/shared/errors.ts";
import { type AtelierContactData, contactBound } from "./contact.ts";

/** A contact as it is stored. */
export interface SealedContact {
  sealingKeyId: string;
  wrappedKey: Uint8Array<ArrayBuffer>;
  sealed: Uint8Array<ArrayBuffer>;
}

/** Encrypts a contact under a data key of its own. */
export async function sealContact(
  vault: Vault,
  atelierId: string,
  contact: AtelierContactData,
): Promise<SealedContact> {
  const bound = contactBound(atelierId);
  const dataKey = newKey();
  const sealed = sealBytes(dataKey, Buffer.from(JSON.stringify(contact)), bound);
  const { keyId, wrapped } = await vault.wrap(dataKey, bound);
  return { sealingKeyId: keyId, wrappedKey: new Uint8Array(wrapped), sealed };
}

/**
 * Stores a sealed contact. The row of its key is held until the transaction ends, so a rotation that retires the key
 * waits for it and finds it. Throws `unavailable` where the key was retired since: seal anew.
 */
export async function storeContact(
  tx: Tx,
  atelierId: string,
  contact: SealedContact,
): Promise<void> {
  await tx.sealingKey.createMany({ data: [{ id: contact.sealingKeyId }], skipDuplicates: true });
  const [key] = await tx.$queryRaw<{ retiredAt: Date | null }[]>`
    SELECT "retiredAt" FROM "SealingKey" WHERE id = ${contact.sealingKeyId} FOR SHARE`;
  if (!key || key.retiredAt)
    throw unavailable("The contact could not be kept just now. Try again.");
  await tx.atelierContact.upsert({
    where: { atelierId },
    create: { atelierId, ...contact },
    update: contact,
  });
}
