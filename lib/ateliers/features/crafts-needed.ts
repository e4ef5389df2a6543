import { findAlloy } from "#lib/shared/alloys.ts";
import { type CraftId, findCraft } from "#lib/shared/crafts.ts";
import { findMaterial } from "#lib/shared/materials.ts";
import type { Bill, Handwork } from "./bill.ts";
import type { NeededCraft } from "./types.ts";

const PRINT_CRAFTS = { sla: "sla", fdm: "fdm", "full-colour": "full-colour" } as const;

function ofMaterial(id: string): NeededCraft | null {
  const alloy = findAlloy(id);
  if (alloy) return { craft: "casting", reason: `made of ${alloy.label}` };
  const material = findMaterial(id);
  if (!material) return null;
  const reason = `made of ${material.label}`;
  if (material.sort !== "fabric") {
    const [process] = material.processes;
    return process ? { craft: PRINT_CRAFTS[process], reason } : null;
  }
  return { craft: id === "fabric-leather" ? "leather" : "tailoring", reason };
}

/** The crafts a bill cannot be made without, each once, with why. */
export function craftsNeeded(bill: Bill): NeededCraft[] {
  const stones = bill.stones.reduce((sum, { count }) => sum + count, 0);
  const needed = [
    ...bill.madeOf.flatMap(({ material }) => ofMaterial(material) ?? []),
    ...(stones > 0
      ? [
          {
            craft: "stone-setting" as const,
            reason: `${stones} ${stones === 1 ? "stone" : "stones"} to set`,
          },
        ]
      : []),
    ...(bill.letters > 0
      ? [{ craft: "engraving" as const, reason: `${bill.letters} letters to finish` }]
      : []),
    ...(bill.chainLinks > 0
      ? [{ craft: "chain-making" as const, reason: `${bill.chainLinks} links to join` }]
      : []),
    ...bill.handwork.map(({ craft }) => ({ craft, reason: "asked for in words" })),
  ];
  return needed.filter(({ craft }, at) => needed.findIndex((one) => one.craft === craft) === at);
}

/** Crafts that words ask for beside what the model shows, and the hours a usual piece takes. */
const ASKED: readonly [RegExp, CraftId, hours: number][] = [
  [/\b(enamel(?:led|ed)?|cloisonn[eé]|champlev[eé])\b/i, "enamel", 4],
  [/\bengrav(?:ed|ing)\b/i, "engraving", 1],
  [/\b(hand[- ]?paint(?:ed|ing)?)\b/i, "painting", 3],
  [/\b(embroider(?:ed|y))\b/i, "embroidery", 6],
  [/\b(hand[- ]?knit(?:ted)?|knitwear|crochet(?:ed)?)\b/i, "knitting", 10],
  [/\b(plated|plating|vermeil|rhodium)\b/i, "plating", 0.5],
  [/\b(hand[- ]?forged|hand[- ]?made by a goldsmith|fabricated)\b/i, "goldsmithing", 6],
];

/** `without enamel`, `no engraving`: said, and not wanted. */
const DENIED = /\b(?:no|not|without|instead of)\s+(?:\w+\s+)?$/i;

/** Handwork that words ask for; what the bill has lines for already is left out. */
export function handworkAsked(words: string, hasLetters: boolean): Handwork[] {
  return ASKED.flatMap(([pattern, craft, hours]) => {
    const said = pattern.exec(words);
    if (!said || DENIED.test(words.slice(0, said.index))) return [];
    if (craft === "engraving" && hasLetters) return [];
    return findCraft(craft) ? [{ craft, hours }] : [];
  });
}
