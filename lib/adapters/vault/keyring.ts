import { KEY_BYTES, keyIdOf, openBytes, sealBytes } from "./aead.ts";
import type { Vault } from "./port.ts";

export interface Keyring {
  name: string;
  /** Every master key, oldest first, read anew at each call: another process may have added one. */
  keys(): Promise<Uint8Array[]>;
  renew(): Promise<void>;
  /** Removes the keys that are older than the one of this id. */
  forgetOlder(than: string): Promise<void>;
}

const wrapBound = (bound: string, keyId: string) => `${bound}/${keyId}`;

/** A vault over master keys that this process can read. */
export function keyringVault(ring: Keyring): Vault {
  const newest = async () => {
    const key = (await ring.keys()).at(-1);
    if (key?.length !== KEY_BYTES) throw new Error(`${ring.name} has no master key of 32 bytes.`);
    return { key, id: keyIdOf(key) };
  };
  const find = async (id: string) => (await ring.keys()).find((key) => keyIdOf(key) === id);
  return {
    name: ring.name,
    async wrap(dataKey, bound) {
      const { key, id } = await newest();
      return { keyId: id, wrapped: sealBytes(key, dataKey, wrapBound(bound, id)) };
    },
    async unwrap({ keyId, wrapped }, bound) {
      const key = await find(keyId);
      if (!key) throw new Error(`${ring.name} does not hold the master key ${keyId}.`);
      return openBytes(key, wrapped, wrapBound(bound, keyId));
    },
    holds: async (keyId) => (await find(keyId)) !== undefined,
    async renew() {
      await ring.renew();
      return (await newest()).id;
    },
    async older(than) {
      const ids = (await ring.keys()).map(keyIdOf);
      return ids.slice(0, Math.max(0, ids.indexOf(than)));
    },
    forgetOlder: (than) => ring.forgetOlder(than),
  };
}
