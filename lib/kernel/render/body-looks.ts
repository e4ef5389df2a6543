import { findMaterial, type Material } from "../../shared/materials.ts";
import type { Part } from "../mesh.ts";
import type { Rgb } from "./colour.ts";
import { isPainted, linearOf } from "./paint.ts";

/** How what is neither metal nor stone looks. */
export interface BodyLook {
  /** Linear sRGB; of painted parts white, which the paint replaces. */
  colour: Rgb;
  /** GGX lobe of the gloss. */
  lobe: number;
  /** What the gloss is as strong as; 1 is no gloss at all. */
  refractiveIndex: number;
  /** Light that fibres standing off a cloth catch at its silhouette, 0 to 1. */
  sheen: number;
}

type Surface = Pick<BodyLook, "refractiveIndex" | "sheen">;

/** Gloss of solids: acrylates and plastics have an index of 1.46 to 1.53, gypsum powder scatters most of it away. */
const GLOSS: Record<Exclude<Material["sort"], "fabric">, number> = {
  resin: 1.5,
  filament: 1.46,
  "full-colour": 1.46,
};

/** By a word of a fabric's id: smooth yarns shine, brushed ones catch light at the silhouette. */
const FABRIC: Readonly<Record<string, Surface>> = {
  satin: { refractiveIndex: 1.6, sheen: 0.1 },
  charmeuse: { refractiveIndex: 1.6, sheen: 0.1 },
  silk: { refractiveIndex: 1.4, sheen: 0.2 },
  velvet: { refractiveIndex: 1, sheen: 0.75 },
  wool: { refractiveIndex: 1, sheen: 0.4 },
  tweed: { refractiveIndex: 1, sheen: 0.4 },
  fleece: { refractiveIndex: 1, sheen: 0.5 },
  denim: { refractiveIndex: 1.05, sheen: 0.12 },
  leather: { refractiveIndex: 1.45, sheen: 0 },
  linen: { refractiveIndex: 1, sheen: 0.15 },
};

const COTTON: Surface = { refractiveIndex: 1.05, sheen: 0.2 };
const PLASTIC: Surface = { refractiveIndex: 1.48, sheen: 0 };
const MATT_LINEN = { colour: [0.7, 0.63, 0.52] as Rgb, roughness: 0.9 };
const PALE_PLASTIC = { colour: [0.62, 0.6, 0.56] as Rgb, roughness: 0.4 };

function surfaceFor(part: Part, material: Material | null): Surface {
  const isCloth = part.role === "cloth" || part.role === "support";
  if (material && material.sort !== "fabric") {
    const powder = material.roughness > 0.8;
    return { refractiveIndex: powder ? 1.1 : GLOSS[material.sort], sheen: 0 };
  }
  if (!material && !isCloth) return PLASTIC;
  const words = part.material.split("-");
  const known = Object.keys(FABRIC).find((word) => words.includes(word));
  return (known && FABRIC[known]) || COTTON;
}

/** The look of a part that is no alloy and no stone of the tables: a print, a cloth, a dress form. */
export function bodyLook(part: Part): BodyLook {
  const material = findMaterial(part.material);
  const { colour, roughness } = material ?? (part.role === "body" ? PALE_PLASTIC : MATT_LINEN);
  return {
    ...surfaceFor(part, material),
    colour: isPainted(part) ? [1, 1, 1] : part.colour ? linearOf(part.colour) : colour,
    // A GGX lobe is the square of glTF's roughness.
    lobe: roughness * roughness,
  };
}
