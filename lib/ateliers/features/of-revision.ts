import type { Spec } from "#lib/designs/types.ts";
import type { Process } from "#lib/kernel/finding.ts";
import type { Measures } from "#lib/kernel/measures.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { findAlloy } from "#lib/shared/alloys.ts";
import { findMaterial } from "#lib/shared/materials.ts";
import { type Bill, billOf } from "./bill.ts";
import { complexityOf } from "./complexity.ts";
import { craftsNeeded, handworkAsked } from "./crafts-needed.ts";
import type { DesignFeatures } from "./types.ts";

/** What features are taken from: a revision as it is stored. */
export interface Measured {
  kind: Kind;
  spec: Spec;
  measures: Measures;
  /** What the person wrote about it, all together. */
  words: string;
}

/** Features of a design with a spec and measures: all of them exact. */
export function featuresOfRevision({ kind, spec, measures, words }: Measured): DesignFeatures {
  const plain = billOf(kind, spec, measures);
  const bill = { ...plain, handwork: handworkAsked(words, plain.letters > 0) };
  return {
    ...featuresOfBill(kind, bill, measures),
    source: "measures",
    boxMm: boxOf(measures, kind),
    thinnestWallMm: measures.thinnestWallMm,
    colours: coloursIn(spec),
    bill: { low: bill, high: bill },
  };
}

/** What follows from a bill alone. */
export function featuresOfBill(kind: Kind, bill: Bill, measures: Measures | null) {
  const crafts = craftsNeeded(bill);
  return {
    category: kind.category,
    kind: kind.id,
    crafts,
    complexity: complexityOf(bill, crafts, measures),
    materials: bill.madeOf.map(({ material }) => material),
    stones: bill.stones.map(({ stone, count, sizeMm }) => ({
      stone,
      count,
      lengthMm: Math.max(sizeMm[0], sizeMm[1]),
    })),
    process: processOf(bill),
  };
}

/** A garment is as large as its wearer: no machine's box binds it. */
function boxOf({ boxMm }: Measures, { category }: Kind): DesignFeatures["boxMm"] {
  if (category === "garment") return null;
  const [longest, middle, shortest] = [...boxMm].sort((one, other) => other - one);
  return [longest!, middle!, shortest!];
}

function processOf({ madeOf: [main] }: Bill): Process | null {
  if (!main) return null;
  if (findAlloy(main.material)) return "cast-metal";
  return findMaterial(main.material)?.processes[0] ?? null;
}

const COLOUR = /^#[0-9a-f]{6}$/i;

function coloursIn(spec: Spec): string[] {
  const found = Object.values(spec).filter(
    (value): value is string => typeof value === "string" && COLOUR.test(value),
  );
  return [...new Set(found)];
}
