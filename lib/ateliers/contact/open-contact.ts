import type { Adapters } from "#lib/adapters/adapters.ts";
import { openBytes } from "#lib/adapters/vault/aead.ts";
import type { Ctx } from "#lib/context.ts";
import { internal, notFound } from "#lib/shared/errors.ts";
import { type AtelierContactData, atelierContact, contactBound } from "./contact.ts";

/** What opening and sealing take. */
export interface SealingCtx extends Pick<Ctx, "db"> {
  adapters: Pick<Adapters, "vault">;
}

/** A rotation may seal a row anew between its reading and its opening; more than two in a row do not happen. */
const MOST_READS = 3;

/**
 * An atelier's contact in clear. It checks nobody: only the owner's own page, admins, and whoever has an accepted quote
 * of this atelier may be shown it, and the calling verb sees to that. Throws `not_found` where none is kept, `internal`
 * for a row that was tampered with or whose key is lost.
 */
export async function openContact(ctx: SealingCtx, atelierId: string): Promise<AtelierContactData> {
  const bound = contactBound(atelierId);
  for (let read = 1; ; read++) {
    const row = await ctx.db.atelierContact.findUnique({ where: { atelierId } });
    if (!row) throw notFound("contact");
    try {
      const { sealingKeyId: keyId, wrappedKey: wrapped } = row;
      const dataKey = await ctx.adapters.vault.unwrap({ keyId, wrapped }, bound);
      const plain = Buffer.from(openBytes(dataKey, row.sealed, bound)).toString();
      return atelierContact.parse(JSON.parse(plain));
    } catch (cause) {
      const isRotated = !(await ctx.adapters.vault.holds(row.sealingKeyId));
      if (!isRotated || read === MOST_READS) throw internal(cause);
    }
  }
}
