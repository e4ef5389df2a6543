import type { SignetSpec } from "./schema.ts";

/** Things one could say next about such a ring, best first; each is a message the grammar reads. */
export function suggestForSignet(spec: SignetSpec): string[] {
  return [
    'engraved with "AB"',
    spec.table === "cushion" ? "an oval table" : "a cushion table",
    spec.letterWork === "raised" ? "recessed letters" : "raised letters",
    "size US 10",
    spec.alloy === "silver-925" ? "in yellow gold" : "in silver",
  ];
}
