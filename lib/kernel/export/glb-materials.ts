import type { Document, Texture as GlbTexture, Material } from "@gltf-transform/core";
import {
  KHRMaterialsDispersion,
  KHRMaterialsIOR,
  KHRMaterialsSheen,
  KHRMaterialsTransmission,
  KHRMaterialsVolume,
} from "@gltf-transform/extensions";
import type { Part, Texture } from "../mesh.ts";
import { bodyLook } from "../render/body-looks.ts";
import { findGemLook } from "../render/gem-looks.ts";
import { findMetal } from "../render/metals.ts";
import { isPainted } from "../render/paint.ts";
import { writePng } from "./png.ts";

export const GLB_EXTENSIONS = [
  KHRMaterialsTransmission,
  KHRMaterialsIOR,
  KHRMaterialsVolume,
  KHRMaterialsDispersion,
  KHRMaterialsSheen,
];

/** Share of the gemmologists' dispersion (431 to 687 nm) between the lines F and C that glTF counts by. */
const F_TO_C = 0.57;

/** The square of glTF's roughness is the lobe of a GGX surface. */
const roughnessOf = (lobe: number) => Math.sqrt(lobe);

/**
 * Makes each material once: a metal by its alloy, a stone by its sort and width, which its colour depends on, a
 * body or cloth by its material, colour and picture.
 */
export class MaterialShelf {
  private readonly made = new Map<string, Material>();
  private readonly pictures = new Map<Texture, GlbTexture>();
  private readonly document: Document;

  constructor(document: Document) {
    this.document = document;
  }

  of(part: Part): Material {
    const { role, material, stone } = part;
    const widthMm = Math.round((stone?.sizeMm[1] ?? 1) * 10) / 10;
    const name = role === "stone" ? `${material} ${widthMm} mm` : this.nameOf(part);
    const known = this.made.get(name);
    if (known) return known;
    const made = this.document.createMaterial(name);
    if (role === "stone") this.makeStone(made, material, Math.max(0.1, widthMm));
    else this.makeBody(made, part);
    this.made.set(name, made);
    return made;
  }

  private nameOf(part: Part): string {
    const { material, finish, colour, texture } = part;
    const picture = texture && part.mesh.uvs ? `picture ${this.numberOf(texture)}` : "";
    const painted = picture === "" && isPainted(part) ? "painted" : "";
    return [material, finish, painted || picture ? "" : colour, picture, painted]
      .filter(Boolean)
      .join(" ");
  }

  /** Pictures are counted from 1 as parts first name them. */
  private numberOf(texture: Texture): number {
    if (!this.pictures.has(texture)) {
      const name = `picture ${this.pictures.size + 1}`;
      const made = this.document
        .createTexture(name)
        .setImage(writePng(texture))
        .setMimeType("image/png");
      this.pictures.set(texture, made);
    }
    return [...this.pictures.keys()].indexOf(texture) + 1;
  }

  private makeBody(made: Material, part: Part): void {
    const metal = isPainted(part) ? null : findMetal(part.material, part.finish);
    if (metal) {
      made
        .setBaseColorFactor([...metal.reflectance, 1])
        .setMetallicFactor(1)
        .setRoughnessFactor(roughnessOf(metal.lobe));
      return;
    }
    const look = bodyLook(part);
    made
      .setBaseColorFactor([...look.colour, 1])
      .setMetallicFactor(0)
      .setRoughnessFactor(roughnessOf(look.lobe))
      // Cloth is an open sheet, and seen from within at its hem.
      .setDoubleSided(part.role === "cloth");
    const picture = part.texture && this.pictures.get(part.texture);
    if (picture) made.setBaseColorTexture(picture);
    if (look.sheen > 0) made.setExtension("KHR_materials_sheen", this.sheen(look.sheen));
  }

  private sheen(share: number) {
    const grey = share * 0.75;
    return this.document
      .createExtension(KHRMaterialsSheen)
      .createSheen()
      .setSheenColorFactor([grey, grey, grey])
      .setSheenRoughnessFactor(0.5);
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
