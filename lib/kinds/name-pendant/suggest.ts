import type { NamePendantSpec } from "./schema.ts";

/** Things one could say next about such a pendant, best first; each is a message the grammar reads. */
export function suggestForNamePendant(spec: NamePendantSpec): string[] {
  return [
    spec.text === "Linh" ? 'change the name to "Zoé"' : 'change the name to "Linh"',
    spec.lettering === "script" ? "in roman letters" : "in script letters",
    spec.hang === "loops" ? "one bail" : "loops at both ends",
    spec.alloy === "gold-18k-rose" ? "in silver" : "in rose gold",
  ];
}
