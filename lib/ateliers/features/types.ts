import type { Process } from "#lib/kernel/finding.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import type { CraftId } from "#lib/shared/crafts.ts";
import type { Bill } from "./bill.ts";

export const COMPLEXITY_CLASSES = ["simple", "moderate", "complex", "exceptional"] as const;

export interface Complexity {
  class: (typeof COMPLEXITY_CLASSES)[number];
  /** What made it so, as sentences; never empty. */
  reasons: string[];
}

/** A craft a design cannot do without. */
export interface NeededCraft {
  craft: CraftId;
  /** As a phrase: `15 stones to set`. */
  reason: string;
}

/** What making a design asks of an atelier. */
export interface DesignFeatures {
  /** Where they are from: the kernel's measures, words, or pictures that look like it. */
  source: "measures" | "words" | "pictures";
  category: Kind["category"];
  kind: string | null;
  complexity: Complexity;
  crafts: NeededCraft[];
  /** Alloys, print materials and fabrics it is made of. */
  materials: string[];
  stones: { stone: string; count: number; lengthMm: number }[];
  /** Sides from longest to shortest; null where nothing was measured. */
  boxMm: [number, number, number] | null;
  thinnestWallMm: number | null;
  /** By which its walls are judged; null for cloth. */
  process: Process | null;
  /** `#rrggbb` of the parts that carry colours. */
  colours: string[];
  /** Of one piece; the same twice where it was measured. */
  bill: { low: Bill; high: Bill };
}
