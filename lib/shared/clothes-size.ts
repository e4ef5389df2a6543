/** Body girths in mm of a size. */
export interface ClothesSize {
  bustMm: number;
  waistMm: number;
  hipMm: number;
}

export type ClothesSystem = "eu" | "us" | "uk";

/**
 * Women's girths by European (German) size, mm: bust, waist and hip of EN 13402-3, whose steps are 40 mm up to a bust of
 * 1040 and 60 above.
 */
const BY_EU: Readonly<Record<number, readonly [bustMm: number, waistMm: number, hipMm: number]>> = {
  32: [760, 600, 840],
  34: [800, 640, 880],
  36: [840, 680, 920],
  38: [880, 720, 960],
  40: [920, 760, 1000],
  42: [960, 800, 1040],
  44: [1000, 840, 1080],
  46: [1040, 880, 1120],
  48: [1100, 940, 1170],
};

/** A size in each system less the European one, by the common conversion charts (EU 36 = UK 10 = US 8). */
const LESS_THAN_EU: Readonly<Record<ClothesSystem, number>> = { eu: 0, us: 28, uk: 26 };

/** The European size in the middle of each letter's bust range in EN 13402-3. */
const BY_LETTER: Readonly<Record<string, number>> = {
  ...{ xxs: 32, xs: 34, s: 36, m: 40, l: 44, xl: 48 },
};

export const CLOTHES_SIZES: readonly number[] = Object.keys(BY_EU).map(Number);

/** The European size of a label in a system; fractions and unknown letters are null. */
export function toEuClothesSize(system: ClothesSystem | "letter", label: string): number | null {
  if (system === "letter") return BY_LETTER[label.toLowerCase()] ?? null;
  const size = Number(label) + LESS_THAN_EU[system];
  return Number.isInteger(size) ? size : null;
}

/** The girths of a European size; null for one that is not made (odd, below 32, above 48). */
export function clothesSize(euSize: number): ClothesSize | null {
  const girths = BY_EU[euSize];
  if (!girths) return null;
  const [bustMm, waistMm, hipMm] = girths;
  return { bustMm, waistMm, hipMm };
}
