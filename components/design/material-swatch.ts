import { findGemLook } from "#lib/kernel/render/gem-looks.ts";
import { findMetal } from "#lib/kernel/render/metals.ts";
import { findMaterial } from "#lib/shared/materials.ts";

type Rgb = readonly [red: number, green: number, blue: number];

/** A CSS background that looks like an alloy, a stone or a material; null for what is none of them. */
export function materialSwatch(id: string): string | null {
  const metal = findMetal(id);
  if (metal) return metalDisc(metal.reflectance);
  const gem = findGemLook(id);
  if (gem) return gemDisc(gem.tone);
  const material = findMaterial(id);
  return material && css(material.colour, 1);
}

/** Polished metal shows a bright and a dark band of the room. */
function metalDisc(reflectance: Rgb): string {
  const [light, middle, dark] = [1.05, 0.62, 0.22].map((part) => css(reflectance, part));
  return `conic-gradient(from 210deg, ${dark}, ${light} 25%, ${middle} 50%, ${light} 70%, ${dark})`;
}

/** A stone is darker at its rim and glows opposite the light. */
function gemDisc(tone: Rgb): string {
  const [light, middle, dark] = [1.5, 0.9, 0.45].map((part) => css(tone, part));
  return `radial-gradient(circle at 62% 68%, ${light}, ${middle} 45%, ${dark})`;
}

/** Display colour of linear light. */
function css(linear: Rgb, part: number): string {
  const channels = linear.map((value) => {
    const v = Math.min(value * part, 1);
    return Math.round(255 * (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055));
  });
  return `rgb(${channels.join(" ")})`;
}
