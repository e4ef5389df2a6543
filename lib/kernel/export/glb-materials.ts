import type { Document, Material } from "@gltf-transform/core";
import {
  KHRMaterialsDispersion,
  KHRMaterialsIOR,
  KHRMaterialsTransmission,
  KHRMaterialsVolume,
} from "@gltf-transform/extensions";
import { findMaterial } from "../../shared/materials.ts";
import type { Part } from "../mesh.ts";
import { findGemLook } from "../render/gem-looks.ts";
import { findMetal } from "../render/metals.ts";

export const GLB_EXTENSIONS = [
  KHRMaterialsTransmission,
  KHRMaterialsIOR,
  KHRMaterialsVolume,
  KHRMaterialsDispersion,
];

/** Share of the gemmologists' dispersion (431 to 687 nm) between the lines F and C that glTF counts by. */
const F_TO_C = 0.57;

/** Makes each material once: a metal by its alloy, a stone by its sort and width, which its colour depends on. */
export class MaterialShelf {
  private readonly made = new Map<string, Material>();
  private readonly document: Document;

  constructor(document: Document) {
    this.document = document;
  }

  of({ role, material, stone }: Part): Material {
    const widthMm = Math.round((stone?.sizeMm[1] ?? 1) * 10) / 10;
    const name = role === "stone" ? `${material} ${widthMm} mm` : material;
    const known = this.made.get(name);
    if (known) return known;
    const made = this.document.createMaterial(name);
    if (role === "stone") this.makeStone(made, material, Math.max(0.1, widthMm));
    else this.makeBody(made, material);
    this.made.set(name, made);
    return made;
  }

  private makeBody(made: Material, material: string): void {
    const metal = findMetal(material);
    const plain = findMaterial(material) ?? { colour: [0.8, 0.78, 0.75], roughness: 0.5 };
    made
      .setBaseColorFactor([...(metal?.reflectance ?? plain.colour), 1] as never)
      .setMetallicFactor(metal ? 1 : 0)
      // A GGX lobe is the square of glTF's roughness.
      .setRoughnessFactor(metal ? Math.sqrt(metal.lobe) : plain.roughness);
  }

  /** The tone of a stone is what is left of white light after two of its widths. */
  private makeStone(made: Material, stone: string, widthMm: number): void {
    const look = findGemLook(stone);
    if (!look) throw new Error(`No look for the stone ${stone}.`);
    const { document } = this;
    const index = look.refractiveIndex;
    const abbeInverse = (look.dispersion * F_TO_C) / (index - 1);
    made
      .setMetallicFactor(0)
      .setRoughnessFactor(0)
      .setExtension(
        "KHR_materials_transmission",
        document
          .createExtension(KHRMaterialsTransmission)
          .createTransmission()
          .setTransmissionFactor(1),
      )
      .setExtension(
        "KHR_materials_ior",
        document.createExtension(KHRMaterialsIOR).createIOR().setIOR(index),
      )
      .setExtension(
        "KHR_materials_volume",
        document
          .createExtension(KHRMaterialsVolume)
          .createVolume()
          // Thickness is in the mesh's own millimetres, the distance of attenuation in the world's metres.
          .setThicknessFactor(widthMm)
          .setAttenuationDistance((2 * widthMm) / 1000)
          .setAttenuationColor([...look.tone]),
      )
      .setExtension(
        "KHR_materials_dispersion",
        document
          .createExtension(KHRMaterialsDispersion)
          .createDispersion()
          .setDispersion(20 * abbeInverse),
      );
  }
}
