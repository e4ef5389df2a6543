import { Color } from "three";
import type { Part } from "#lib/kernel/mesh.ts";
import { findGemLook } from "#lib/kernel/render/gem-looks.ts";
import { findMetal } from "#lib/kernel/render/metals.ts";
import { isPainted } from "#lib/kernel/render/paint.ts";
import { findMaterial } from "#lib/shared/materials.ts";

/** Here light is followed for fewer turns than in the studio pictures; each takes more colour along. */
const DEPTH = 1.5;

const PALE = [0.8, 0.78, 0.75] as const;

export interface MetalLook {
  /** Linear reflectance at normal incidence. */
  color: Color;
  metalness: number;
  roughness: number;
}

export interface StoneLook {
  refractiveIndex: number;
  /** Half the spread of the index from blue to red. */
  dispersion: number;
  /** Light lost on the way through, per mm, linear RGB. */
  absorptionPerMm: [red: number, green: number, blue: number];
}

/** Painted metal is shown as a body, as in the studio pictures. */
export const isMetal = (part: Part) => findMetal(part.material) !== null && !isPainted(part);

/** The same numbers the studio pictures are drawn with; a body has a look of its own. */
export function metalLook(material: string, finish: "polished" | "satin" = "polished"): MetalLook {
  const metal = findMetal(material, finish);
  if (!metal) {
    const { colour, roughness } = findMaterial(material) ?? { colour: PALE, roughness: 0.5 };
    return { color: new Color(...colour), metalness: 0, roughness };
  }
  return {
    color: new Color(...metal.reflectance),
    metalness: 1,
    roughness: Math.sqrt(metal.lobe),
  };
}

/** @param widthMm of the stone: a look is what is left of white light after two widths. */
export function stoneLook(material: string, widthMm: number): StoneLook {
  const look = findGemLook(material) ?? findGemLook("quartz");
  if (!look) throw new Error("The table of stones has no quartz.");
  const perMm = (tone: number) => (-Math.log(tone) / (2 * widthMm)) * DEPTH;
  return {
    refractiveIndex: look.refractiveIndex,
    dispersion: look.dispersion / 2,
    absorptionPerMm: [perMm(look.tone[0]), perMm(look.tone[1]), perMm(look.tone[2])],
  };
}
