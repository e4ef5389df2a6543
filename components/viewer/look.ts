import { Color } from "three";

export interface MetalLook {
  /** Linear reflectance at normal incidence. */
  color: Color;
  metalness: number;
  roughness: number;
}

export interface StoneLook {
  refractiveIndex: number;
  /** Half the spread of the index from red to blue. */
  dispersion: number;
  /** Light lost on the way through, per mm, linear RGB. */
  absorptionPerMm: [red: number, green: number, blue: number];
}

export function metalLook(_material: string): MetalLook {
  return { color: new Color(0.955, 0.54, 0.36), metalness: 1, roughness: 0.06 };
}
export function stoneLook(material: string): StoneLook {
  if (material === "sapphire")
    return { refractiveIndex: 1.77, dispersion: 0.01, absorptionPerMm: [0.42, 0.26, 0.02] };
  return { refractiveIndex: 2.417, dispersion: 0.03, absorptionPerMm: [0.002, 0.002, 0.002] };
}
