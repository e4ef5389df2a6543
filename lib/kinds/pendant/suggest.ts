import type { PendantSpec } from "./schema.ts";

/** Things one could say next about such a pendant, best first; each is a message the grammar reads. */
export function suggestForPendant(spec: PendantSpec): string[] {
  const metal = spec.alloy === "platinum-950" ? "in rose gold" : "in platinum";
  if (spec.design !== "stone") {
    return [
      ...(spec.text === "" ? ['engraved "Anna"'] : ["in script letters"]),
      ...(spec.finish === "satin" ? ["polished"] : ["satin finish"]),
      spec.design === "heart" ? "a disc" : "a heart",
      metal,
    ];
  }
  return [
    spec.halo ? "without a halo" : "with a halo",
    spec.head === "prong" ? "a bezel instead of prongs" : "six prongs",
    spec.cut === "pear" ? "an oval ruby" : "a pear cut",
    metal,
  ];
}
