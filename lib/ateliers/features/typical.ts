import type { MaterialShare, Measures } from "#lib/kernel/measures.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { massOf } from "#lib/shared/materials.ts";

/** From a light piece of a sort to a heavy one. */
interface Typical {
  volumeMm3?: readonly [low: number, high: number];
  clothMm2?: readonly [low: number, high: number];
  sewingMinutes?: readonly [low: number, high: number];
}

const M2 = 1_000_000;

/**
 * Volumes of what people order: rings of 2 to 10 g of 18K gold (130 to 650 mm³), pendants of 1 to 8 g, bangles and
 * necklaces of 8 to 40 g, figurines of 60 to 150 mm. Cloth by the cutter's rule of thumb: a skirt 0.9 m², a lined coat 4.
 */
const BY_KIND: Record<string, Typical> = {
  ring: { volumeMm3: [130, 650] },
  eternity: { volumeMm3: [110, 400] },
  cluster: { volumeMm3: [180, 650] },
  signet: { volumeMm3: [300, 1100] },
  pendant: { volumeMm3: [60, 500] },
  "name-pendant": { volumeMm3: [70, 350] },
  earrings: { volumeMm3: [60, 450] },
  medal: { volumeMm3: [700, 9000] },
  cameo: { volumeMm3: [300, 1500] },
  bangle: { volumeMm3: [600, 2600] },
  cuff: { volumeMm3: [700, 3200] },
  bracelet: { volumeMm3: [400, 2000] },
  necklace: { volumeMm3: [500, 2600] },
  figurine: { volumeMm3: [20_000, 200_000] },
  object: { volumeMm3: [8_000, 250_000] },
  keychain: { volumeMm3: [2_000, 12_000] },
  lithophane: { volumeMm3: [15_000, 90_000] },
  dress: { clothMm2: [1.6 * M2, 4 * M2], sewingMinutes: [120, 480] },
  skirt: { clothMm2: [0.9 * M2, 2.4 * M2], sewingMinutes: [60, 240] },
  top: { clothMm2: [0.9 * M2, 1.8 * M2], sewingMinutes: [70, 260] },
  coat: { clothMm2: [2.4 * M2, 4.5 * M2], sewingMinutes: [300, 900] },
  trousers: { clothMm2: [1.3 * M2, 2.4 * M2], sewingMinutes: [110, 300] },
};

/** Without a known kind: what the category spans. */
const BY_CATEGORY: Record<Kind["category"], Typical> = {
  jewellery: { volumeMm3: [60, 2600] },
  garment: { clothMm2: [0.9 * M2, 4 * M2], sewingMinutes: [60, 600] },
  figurine: { volumeMm3: [20_000, 200_000] },
  relief: { volumeMm3: [2_000, 90_000] },
  object: { volumeMm3: [8_000, 250_000] },
};

export type End = "low" | "high";

const at = (pair: readonly [number, number] | undefined, end: End) =>
  pair?.[end === "low" ? 0 : 1] ?? 0;

/** What a piece of a sort takes of a material, at one end of the usual. */
export function typicalShare(
  kind: string | null,
  category: Kind["category"],
  material: string,
  end: End,
): MaterialShare {
  const typical = (kind && BY_KIND[kind]) || BY_CATEGORY[category];
  const amount = { volumeMm3: at(typical.volumeMm3, end), clothMm2: at(typical.clothMm2, end) };
  return { material, ...amount, massG: massOf(amount, material) };
}

/** The least a tech pack must tell for a price: cloth of 1.4 m width with a fifth of waste, and time at the machine. */
export function typicalPack(
  kind: string | null,
  share: MaterialShare,
  end: End,
): NonNullable<Measures["garment"]> {
  const typical = (kind && BY_KIND[kind]) || BY_CATEGORY.garment;
  const clothWidthMm = 1400;
  return {
    finished: [],
    pieces: [],
    fabricAreaM2: share.clothMm2 / M2,
    clothWidthMm,
    clothLengthMm: Math.round((share.clothMm2 * 1.2) / clothWidthMm),
    wastePercent: 20,
    massG: share.massG,
    seamLengthMm: 0,
    hemLengthMm: 0,
    sewingMinutes: at(typical.sewingMinutes ?? BY_CATEGORY.garment.sewingMinutes, end),
    trims: [{ name: "Thread", count: 1, sizeMm: 200_000 }],
  };
}

/** What a category is made of when nobody says. */
export const USUAL_MATERIAL: Record<Kind["category"], string> = {
  jewellery: "gold-18k-yellow",
  garment: "fabric-cotton-poplin",
  figurine: "full-colour-polyjet",
  relief: "resin-white",
  object: "resin-grey",
};
