import type { Part } from "../mesh.ts";
import { bodyLook } from "./body-looks.ts";
import { findGemLook } from "./gem-looks.ts";
import { findMetal } from "./metals.ts";
import { isPainted } from "./paint.ts";

export const METAL = 0;
export const STONE = 1;
export const MATTE = 2;

/** How a part answers light. One shape for all three sorts, so that the tracer's code stays monomorphic. */
export interface Surface {
  sort: typeof METAL | typeof STONE | typeof MATTE;
  /** Reflectance of metal at right angles, or colour of a matte body; linear sRGB. */
  r: number;
  g: number;
  b: number;
  /** GGX lobe width (alpha); 0 is a mirror. */
  lobe: number;
  /** Light that a cloth's fibres catch at its silhouette, 0 to 1. */
  sheen: number;
  refractiveIndex: number;
  /** Refractive index at 431 nm minus at 687 nm. */
  dispersion: number;
  /** Absorption of a stone by channel, per mm. */
  absorbR: number;
  absorbG: number;
  absorbB: number;
}

const PLAIN: Surface = {
  sort: MATTE,
  r: 0.7,
  g: 0.7,
  b: 0.7,
  lobe: 0.2,
  sheen: 0,
  refractiveIndex: 1.5,
  dispersion: 0,
  absorbR: 0,
  absorbG: 0,
  absorbB: 0,
};

/** The surface of a metal by its reflectance; also what furnace tests are made of. */
export function metalSurface(r: number, g: number, b: number, lobe: number): Surface {
  return { ...PLAIN, sort: METAL, r, g, b, lobe };
}

/** The surface of a matte body of a colour, with the soft gloss of plastic where `refractiveIndex` is over 1. */
export function matteSurface(r: number, g: number, b: number, refractiveIndex = 1): Surface {
  return { ...PLAIN, r, g, b, refractiveIndex };
}

/** The surface of a stone; `absorb` per mm by channel. */
export function stoneSurface(
  refractiveIndex: number,
  dispersion: number,
  absorb: readonly [number, number, number],
): Surface {
  const [absorbR, absorbG, absorbB] = absorb;
  return { ...PLAIN, sort: STONE, lobe: 0, refractiveIndex, dispersion, absorbR, absorbG, absorbB };
}

/** Widths of a stone after which its tone is what is left; see gem-looks.ts. */
const TONE_WIDTHS = 1.5;

/** The surface of a part of a piece; `widthMm` is a stone's smaller girdle width, which its tone is matched to. */
export function surfaceOf(part: Part, widthMm: number): Surface {
  const gem = part.role === "stone" ? findGemLook(part.material) : null;
  if (gem) {
    const perMm = (left: number) => -Math.log(left) / (TONE_WIDTHS * widthMm);
    const [r, g, b] = gem.tone;
    return stoneSurface(gem.refractiveIndex, gem.dispersion, [perMm(r), perMm(g), perMm(b)]);
  }
  // Painted metal (a map of wall thickness) is drawn matte: its colours are to be read.
  const metal = isPainted(part) ? null : findMetal(part.material, part.finish);
  if (metal) return metalSurface(...metal.reflectance, metal.lobe);
  const { colour, ...look } = bodyLook(part);
  return { ...matteSurface(...colour), ...look };
}
