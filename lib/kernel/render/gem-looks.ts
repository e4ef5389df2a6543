import { getStone, STONES } from "../../shared/stones.ts";
import type { Rgb } from "./colour.ts";

interface GemLook {
  /** What is left of white light after one and a half widths of the stone, linear sRGB: jewellers match tone, not thickness. */
  tone: Rgb;
  /** Published gemmological dispersion: refractive index at 431 nm minus at 687 nm. */
  dispersion: number;
}

const look = (dispersion: number, ...tone: Rgb): GemLook => ({ tone, dispersion });

const LOOKS: Readonly<Record<string, GemLook>> = {
  diamond: look(0.044, 0.97, 0.975, 0.98),
  moissanite: look(0.104, 0.955, 0.965, 0.95),
  ruby: look(0.018, 0.62, 0.006, 0.022),
  sapphire: look(0.018, 0.025, 0.075, 0.62),
  emerald: look(0.014, 0.008, 0.38, 0.15),
  aquamarine: look(0.014, 0.5, 0.86, 0.92),
  quartz: look(0.013, 0.96, 0.96, 0.96),
  amethyst: look(0.013, 0.38, 0.09, 0.62),
  citrine: look(0.013, 0.94, 0.56, 0.06),
  "cubic-zirconia": look(0.06, 0.98, 0.98, 0.98),
  garnet: look(0.024, 0.42, 0.008, 0.022),
  spinel: look(0.02, 0.82, 0.06, 0.15),
  topaz: look(0.014, 0.24, 0.7, 0.93),
  tanzanite: look(0.03, 0.13, 0.1, 0.62),
  tourmaline: look(0.017, 0.85, 0.22, 0.48),
  peridot: look(0.02, 0.5, 0.76, 0.07),
};

/** How a stone of the stone table bends, splits and colours light; null for an id that is no stone. */
export function findGemLook(stone: string): (GemLook & { refractiveIndex: number }) | null {
  const found = LOOKS[stone];
  if (!found || !STONES.some(({ id }) => id === stone)) return null;
  return { ...found, refractiveIndex: getStone(stone).refractiveIndex };
}
