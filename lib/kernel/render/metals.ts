import type { Rgb } from "./colour.ts";

/**
 * Light a polished alloy sends straight back, linear sRGB. Pure metals follow measured optical constants
 * (gold 1.00/0.77/0.34, silver 0.97/0.96/0.91, platinum 0.68/0.64/0.59, titanium 0.54/0.50/0.45); alloys of
 * gold are mixed between them by eye against published swatches, paler and greener with less gold, redder with copper.
 */
const REFLECTANCE: Readonly<Record<string, Rgb>> = {
  "gold-24k": [1.0, 0.73, 0.27],
  "gold-22k-yellow": [0.99, 0.74, 0.32],
  "gold-18k-yellow": [0.97, 0.75, 0.4],
  "gold-18k-rose": [0.95, 0.63, 0.49],
  "gold-18k-white-pd": [0.78, 0.745, 0.69],
  "gold-18k-white-ni": [0.8, 0.775, 0.725],
  "gold-14k-yellow": [0.94, 0.76, 0.47],
  "gold-14k-rose": [0.93, 0.61, 0.46],
  "gold-14k-white-pd": [0.77, 0.745, 0.7],
  "gold-14k-white-ni": [0.79, 0.77, 0.73],
  "gold-10k-yellow": [0.9, 0.76, 0.53],
  "gold-10k-white": [0.77, 0.755, 0.725],
  "gold-10k-rose": [0.9, 0.6, 0.47],
  "silver-925": [0.95, 0.935, 0.9],
  "platinum-950": [0.76, 0.745, 0.72],
  "platinum-900": [0.75, 0.735, 0.715],
  "palladium-950": [0.71, 0.69, 0.66],
  brass: [0.89, 0.74, 0.38],
  bronze: [0.8, 0.52, 0.32],
  "steel-420": [0.58, 0.575, 0.57],
  "titanium-6al4v": [0.5, 0.475, 0.45],
};

/** Width of the GGX lobe by finish: a mirror with the faintest haze, or a fine brushed grain. */
const LOBE = { polished: 0.004, satin: 0.12 } as const;

/** Reflectance and lobe of an alloy; null for an id that is no metal. */
export function findMetal(alloy: string, finish: keyof typeof LOBE = "polished") {
  const reflectance = REFLECTANCE[alloy];
  return reflectance ? { reflectance, lobe: LOBE[finish] } : null;
}
