import { PRINT_MATERIALS, type PrintMaterial, type PrintProcess } from "../../shared/materials.ts";

/** How a stone is held; each costs its own work. */
export type SettingStyle = "prong" | "bezel" | "pave" | "channel";

/** Stone price per carat up to a weight of the single stone. */
export interface StoneRate {
  upToCarats: number;
  perCaratMinor: number;
}

/** A material by the gram, the cubic centimetre or the square metre. */
export interface MaterialRate {
  per: "g" | "cm3" | "m2";
  minor: number;
}

/** Printing of one piece: a fixed charge, and machine time by what a printer of the sort lays down in an hour. */
export interface PrintRate {
  fixedMinor: number;
  perHourMinor: number;
  cm3PerHour: number;
  /** Supports off, cured or sealed. */
  finishMinor: number;
}

/** Cutting and sewing of one garment: a fixed charge, and hours by how much cloth there is to sew. */
export interface SewingRate {
  fixedMinor: number;
  perHourMinor: number;
  hoursPerM2: number;
  /** Pressed and looked over. */
  finishMinor: number;
  /** A zip by its length, a button, a buckle, thread by its length. */
  zipPerCmMinor: number;
  buttonMinor: number;
  buckleMinor: number;
  threadPer100MMinor: number;
}

/** What an atelier charges, in minor units of one currency. All of it may be replaced. */
export interface RateCard {
  currency: string;
  /** ISO date of the metal rates. */
  asOf: string;
  /** The atelier's own densities by alloy id, g/cm³, in place of the table's. */
  densityGPerCm3?: Readonly<Record<string, number>>;
  /** Finished metal per gram, by alloy id. */
  metalPerGMinor: Readonly<Record<string, number>>;
  /** Printed materials and fabrics, by material id. */
  materials: Readonly<Record<string, MaterialRate>>;
  printing: Readonly<Record<PrintProcess, PrintRate>>;
  sewing: SewingRate;
  /** Casting and bench work: a fixed charge and one per gram. */
  making: { fixedMinor: number; perGMinor: number };
  /** Polish and plating of one piece. */
  finishMinor: number;
  /** By stone id, growing by weight; a heavier stone takes the last rate. */
  stones: Readonly<Record<string, readonly StoneRate[]>>;
  /** Per stone, by how it is held. */
  settingMinor: Readonly<Record<SettingStyle, number>>;
  /** Chains: hooking and soldering one link, and a clasp with its rings. */
  chain: { perLinkMinor: number; claspMinor: number };
  /** Layout and cleaning of cast letters: a fixed charge and one per letter. */
  engraving: { fixedMinor: number; perLetterMinor: number };
  /** A pair of bought earring backs, fitted. */
  earringBacksMinor: number;
  /** Of the sum of all lines: 1.35 adds 35 %. */
  markup: number;
  /** The total is a multiple of this: 100 for whole euros. */
  roundToMinor: number;
}

/** Print materials as services sell them, fabrics at a draper's middle shelf, euro cents. */
const SORTS: Record<PrintMaterial["sort"], MaterialRate> = {
  resin: { per: "cm3", minor: 38 },
  filament: { per: "g", minor: 4 },
  "full-colour": { per: "cm3", minor: 95 },
};

const CLOTH_PER_M2: Record<string, number> = {
  "fabric-cotton-poplin": 900,
  "fabric-cotton-twill": 1_200,
  "fabric-denim": 1_400,
  "fabric-jersey": 1_000,
  "fabric-linen": 1_800,
  "fabric-silk-chiffon": 3_200,
  "fabric-silk-charmeuse": 4_200,
  "fabric-satin": 5_500,
  "fabric-crepe": 1_400,
  "fabric-velvet": 2_400,
  "fabric-tulle": 400,
  "fabric-wool-flannel": 3_800,
  "fabric-wool-coating": 5_500,
  "fabric-leather": 7_000,
};

const MATERIAL_RATES: Record<string, MaterialRate> = {
  ...Object.fromEntries(PRINT_MATERIALS.map(({ id, sort }) => [id, SORTS[sort]])),
  ...Object.fromEntries(
    Object.entries(CLOTH_PER_M2).map(([id, minor]) => [id, { per: "m2" as const, minor }]),
  ),
  "nylon-pa12": { per: "g", minor: 9 },
  "full-colour-polyjet": { per: "cm3", minor: 140 },
};

/** Fine metal per gram in euro cents: an example in the order of the market at the card's date. */
const FINE = { gold: 11_200, silver: 135, platinum: 4_400, palladium: 4_000 };
/** Alloying, casting loss and return of scrap on top of the fine metal. */
const REFINING = 1.06;

const ofGold = (karat: number) => Math.round(FINE.gold * (karat / 24) * REFINING);
const ofFine = (fineMinor: number, share: number) => Math.round(fineMinor * share * REFINING);

const METALS: Record<string, number> = {
  "gold-24k": ofGold(24),
  "gold-22k-yellow": ofGold(22),
  "gold-18k-yellow": ofGold(18),
  "gold-18k-rose": ofGold(18),
  // The palladium or nickel that whitens it is paid for too: 13 % Pd in 18K, 8 % in 14K.
  "gold-18k-white-pd": ofGold(18) + ofFine(FINE.palladium, 0.13),
  "gold-18k-white-ni": ofGold(18),
  "gold-14k-yellow": ofGold(14),
  "gold-14k-rose": ofGold(14),
  "gold-14k-white-pd": ofGold(14) + ofFine(FINE.palladium, 0.08),
  "gold-14k-white-ni": ofGold(14),
  "gold-10k-yellow": ofGold(10),
  "gold-10k-white": ofGold(10),
  "gold-10k-rose": ofGold(10),
  "silver-925": ofFine(FINE.silver, 0.925),
  "platinum-950": ofFine(FINE.platinum, 0.95),
  "platinum-900": ofFine(FINE.platinum, 0.9),
  "palladium-950": ofFine(FINE.palladium, 0.95),
  brass: 12,
  bronze: 14,
  "steel-420": 10,
  "titanium-6al4v": 40,
};

/** Rates by size class of one stone: melee, small, and centre stones of half a carat and more. */
const sizes = (melee: number, small: number, half: number, one: number): StoneRate[] => [
  { upToCarats: 0.08, perCaratMinor: melee * 100 },
  { upToCarats: 0.5, perCaratMinor: small * 100 },
  { upToCarats: 1, perCaratMinor: half * 100 },
  { upToCarats: 100, perCaratMinor: one * 100 },
];

const STONES: Record<string, StoneRate[]> = {
  diamond: sizes(650, 1_300, 2_900, 5_200),
  moissanite: sizes(140, 180, 240, 280),
  ruby: sizes(220, 420, 900, 1_700),
  sapphire: sizes(160, 300, 620, 1_100),
  emerald: sizes(200, 380, 850, 1_500),
  aquamarine: sizes(50, 80, 120, 180),
  quartz: sizes(6, 6, 8, 8),
  amethyst: sizes(8, 10, 12, 15),
  citrine: sizes(8, 10, 12, 15),
  "cubic-zirconia": sizes(4, 3, 3, 3),
  garnet: sizes(15, 20, 30, 45),
  spinel: sizes(80, 120, 220, 400),
  topaz: sizes(10, 12, 16, 20),
  tanzanite: sizes(90, 160, 260, 380),
  tourmaline: sizes(45, 70, 120, 190),
  peridot: sizes(20, 30, 45, 70),
};

/**
 * The house's example card in euros: plausible trade prices for trying the studio out, no quote of a
 * market. An atelier replaces it with its own.
 */
export const HOUSE_RATES: RateCard = {
  currency: "EUR",
  asOf: "2025-11-03",
  metalPerGMinor: METALS,
  materials: MATERIAL_RATES,
  printing: {
    sla: { fixedMinor: 900, perHourMinor: 450, cm3PerHour: 18, finishMinor: 600 },
    fdm: { fixedMinor: 600, perHourMinor: 250, cm3PerHour: 12, finishMinor: 300 },
    "full-colour": { fixedMinor: 1_500, perHourMinor: 1_200, cm3PerHour: 40, finishMinor: 800 },
  },
  sewing: {
    fixedMinor: 2_500,
    perHourMinor: 2_400,
    hoursPerM2: 1.2,
    finishMinor: 600,
    zipPerCmMinor: 6,
    buttonMinor: 45,
    buckleMinor: 320,
    threadPer100MMinor: 40,
  },
  making: { fixedMinor: 6_500, perGMinor: 400 },
  finishMinor: 2_500,
  stones: STONES,
  settingMinor: { prong: 2_200, bezel: 3_800, pave: 650, channel: 700 },
  chain: { perLinkMinor: 45, claspMinor: 1_800 },
  engraving: { fixedMinor: 800, perLetterMinor: 150 },
  earringBacksMinor: 1_200,
  markup: 1.35,
  roundToMinor: 100,
};
