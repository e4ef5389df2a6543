/** A gem material: density g/cm³ and refractive index as published per species. */
export interface Stone {
  id: string;
  label: string;
  densityGPerCm3: number;
  refractiveIndex: number;
}

const stone = (
  id: string,
  label: string,
  densityGPerCm3: number,
  refractiveIndex: number,
): Stone => ({ id, label, densityGPerCm3, refractiveIndex });

export const STONES: readonly Stone[] = [
  stone("diamond", "Diamond", 3.53, 2.417),
  stone("moissanite", "Moissanite", 3.22, 2.65),
  stone("ruby", "Ruby", 4.1, 1.77),
  stone("sapphire", "Sapphire", 4.1, 1.77),
  stone("emerald", "Emerald", 2.76, 1.58),
  stone("aquamarine", "Aquamarine", 2.76, 1.575),
  stone("quartz", "Clear quartz", 2.65, 1.544),
  stone("amethyst", "Amethyst", 2.65, 1.544),
  stone("citrine", "Citrine", 2.65, 1.544),
  stone("cubic-zirconia", "Cubic zirconia", 5.9, 2.17),
  stone("garnet", "Garnet", 4.3, 1.79),
  stone("spinel", "Spinel", 3.8, 1.718),
  stone("topaz", "Topaz", 3.57, 1.62),
  stone("tanzanite", "Tanzanite", 3.38, 1.695),
  stone("tourmaline", "Tourmaline", 3.22, 1.63),
  stone("peridot", "Peridot", 3.34, 1.67),
];

const byId = new Map<string, Stone>(STONES.map((entry) => [entry.id, entry]));

/** Throws a plain Error for an id that no schema lets through. */
export function getStone(id: string): Stone {
  const found = byId.get(id);
  if (!found) throw new Error(`No stone ${id}.`);
  return found;
}

/** Weight in carats (0.2 g) of a stone's volume in mm³. */
export function caratsOf(volumeMm3: number, stoneId: string): number {
  return (volumeMm3 * getStone(stoneId).densityGPerCm3) / 200;
}

export const CUTS = [
  "round",
  "oval",
  "cushion",
  "princess",
  "emerald",
  "pear",
  "marquise",
] as const;
export type Cut = (typeof CUTS)[number];

/** Usual length ÷ width of a cut, for when only one is given. */
export const CUT_ASPECT: Record<Cut, number> = {
  round: 1,
  oval: 1.35,
  cushion: 1.05,
  princess: 1,
  emerald: 1.4,
  pear: 1.5,
  marquise: 2,
};
