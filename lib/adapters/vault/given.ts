import { KEY_BYTES } from "./aead.ts";
import { keyringVault } from "./keyring.ts";
import type { Vault } from "./port.ts";

export interface GivenKeys {
  /** Base64 of 32 bytes. */
  key: string;
  /** The key before it, while what it wrapped is sealed anew. */
  before?: string | undefined;
}

/** Master keys from the environment. Throws an Error naming the variable that holds no key. */
export function givenVault({ key, before }: GivenKeys): Vault {
  const keys = [
    ...(before ? [decode("CONTACT_MASTER_KEY_BEFORE", before)] : []),
    decode("CONTACT_MASTER_KEY", key),
  ];
  return keyringVault({
    name: "environment",
    keys: async () => keys,
    renew: async () => {
      if (before) return;
      throw new Error(
        "Set CONTACT_MASTER_KEY to a new key and CONTACT_MASTER_KEY_BEFORE to the one before, " +
          "start the app with both, then rotate.",
      );
    },
    // The environment is the operator's: taking CONTACT_MASTER_KEY_BEFORE out is theirs too.
    forgetOlder: async () => {},
  });
}

function decode(name: string, text: string): Uint8Array {
  const key = new Uint8Array(Buffer.from(text, "base64"));
  if (key.length === KEY_BYTES) return key;
  throw new Error(`${name} is not the base64 of ${KEY_BYTES} bytes.`);
}
