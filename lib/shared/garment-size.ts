/** Girths of the body a size is cut for, mm. */
export interface BodyGirths {
  bustMm: number;
  waistMm: number;
  hipMm: number;
}

/** One size as the systems of different countries name it. */
export interface GarmentSize extends BodyGirths {
  /** Germany, Austria, Scandinavia, the Netherlands: what shops call the EU size. */
  eu: number;
  us: number;
  uk: number;
  letter: string;
}

/**
 * Girths: the women's steps of EN 13402-3 (bust, waist, hip; 4 cm apart up to bust 104 cm, 6 cm above).
 * Its letters: XS 74–82, S 82–90, M 90–98, L 98–106, XL 107–119, XXL 119–131 cm bust. The national numbers
 * are customary and differ between shops by one size: UK is EU − 26, US is UK − 4.
 */
const STEPS: readonly (readonly [bustCm: number, waistCm: number, hipCm: number, letter: string])[] =
  [
    [76, 60, 84, "XS"],
    [80, 64, 88, "XS"],
    [84, 68, 92, "S"],
    [88, 72, 96, "S"],
    [92, 76, 100, "M"],
    [96, 80, 104, "M"],
    [100, 84, 108, "L"],
    [104, 88, 112, "L"],
    [110, 94, 117, "XL"],
    [116, 100, 122, "XL"],
    [122, 106, 127, "XXL"],
    [128, 112, 132, "XXL"],
  ];

const FIRST_EU = 32;
const EU_TO_UK = 26;
const UK_TO_US = 4;

export const GARMENT_SIZES: readonly GarmentSize[] = STEPS.map(([bust, waist, hip, letter], i) => {
  const eu = FIRST_EU + 2 * i;
  const uk = eu - EU_TO_UK;
  return {
    ...{ eu, uk, us: uk - UK_TO_US, letter },
    ...{ bustMm: bust * 10, waistMm: waist * 10, hipMm: hip * 10 },
  };
});

export type SizeSystem = "eu" | "us" | "uk" | "letter";

/**
 * The size of that name; null when the system has none. A letter stands for two sizes: the larger is
 * taken, as a garment that is a little wide can be worn.
 */
export function findGarmentSize(system: SizeSystem, name: string | number): GarmentSize | null {
  const wanted = String(name).toUpperCase();
  return GARMENT_SIZES.findLast((size) => String(size[system]).toUpperCase() === wanted) ?? null;
}

/** The smallest size whose bust, waist and hip all fit the body; the largest one when none does. */
export function sizeForBody({ bustMm, waistMm, hipMm }: BodyGirths): GarmentSize {
  const slackMm = 20;
  const fits = (size: GarmentSize) =>
    size.bustMm + slackMm > bustMm && size.waistMm + slackMm > waistMm && size.hipMm + slackMm > hipMm;
  return GARMENT_SIZES.find(fits) ?? GARMENT_SIZES.at(-1)!;
}
