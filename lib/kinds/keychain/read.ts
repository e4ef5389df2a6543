import { kindReader } from "../read/kind-reader.ts";
import { INVERT_CHOICES, RELIEF_PARTS } from "../relief/reader-parts.ts";
import { type KeychainSpec, keychainSchema } from "./schema.ts";

const { relief, smoothing } = RELIEF_PARTS;

export const KEYCHAIN_READER = kindReader<KeychainSpec>({
  name: "keychain",
  schema: keychainSchema,
  nouns: ["keychain", "key chain", "keyring", "key ring", "key fob", "key tag", "bag charm"],
  body: {
    fields: {
      any: "heightMm",
      size: "heightMm",
      height: "heightMm",
      length: "heightMm",
      thickness: "thicknessMm",
    },
  },
  parts: {
    relief,
    smoothing,
    border: {
      words: ["border", "rim"],
      fields: { any: "borderMm", width: "borderMm" },
      absent: { borderMm: 0 },
    },
    hole: { words: ["hole", "eyelet"], fields: { any: "holeMm", size: "holeMm", width: "holeMm" } },
  },
  choices: {
    surface: {
      lines: ["recessed lines", "line work", "engraved"],
      plain: ["plain", "silhouette"],
      relief: ["embossed"],
    },
    invert: INVERT_CHOICES,
  },
  unsupported: ["chain", "clasp", "bottle opener"],
});
