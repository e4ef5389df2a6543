import type { Part, Texture } from "../mesh.ts";
import { bodyLook } from "../render/body-looks.ts";
import type { Rgb } from "../render/colour.ts";
import { findGemLook } from "../render/gem-looks.ts";
import { findMetal } from "../render/metals.ts";
import { isPainted } from "../render/paint.ts";

/** A part's look in the terms that exchange formats share. */
export interface Appearance {
  /** Equal for parts that look the same. */
  name: string;
  /** Linear sRGB. */
  colour: Rgb;
  metallic: 0 | 1;
  /** As glTF counts it, the root of a GGX lobe. */
  roughness: number;
  refractiveIndex: number;
  opacity: number;
  /** Multiplies the colour, by the mesh's uvs. */
  picture?: Texture;
}

/** Part of the light a stone lets pass, where a format knows opacity alone. */
const STONE_OPACITY = 0.55;

export function appearanceOf(part: Part): Appearance {
  const { role, material, finish, colour, texture, mesh } = part;
  const gem = role === "stone" ? findGemLook(material) : null;
  if (gem) {
    const look = { metallic: 0, roughness: 0, opacity: STONE_OPACITY } as const;
    return { ...look, name: material, colour: gem.tone, refractiveIndex: gem.refractiveIndex };
  }
  const metal = isPainted(part) ? null : findMetal(material, finish);
  if (metal) {
    const name = [material, finish].filter(Boolean).join("-");
    const { reflectance, lobe } = metal;
    const look = { metallic: 1, refractiveIndex: 1.5, opacity: 1 } as const;
    return { ...look, name, colour: reflectance, roughness: Math.sqrt(lobe) };
  }
  const body = bodyLook(part);
  const picture = mesh.uvs ? texture : undefined;
  return {
    name: [material, isPainted(part) ? "painted" : colour?.slice(1)].filter(Boolean).join("-"),
    colour: body.colour,
    metallic: 0,
    roughness: Math.sqrt(body.lobe),
    refractiveIndex: Math.max(1, body.refractiveIndex),
    opacity: 1,
    ...(picture && { picture }),
  };
}

/** 0 to 255 of linear light. */
export function toCode(linear: number): number {
  const v = Math.max(0, Math.min(1, linear));
  return Math.round(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055));
}

/** `#RRGGBB` of linear sRGB. */
export function toHex(colour: readonly number[]): string {
  return `#${colour.map((v) => toCode(v).toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}

/** Pictures numbered from 1 in the order in which parts first name them. */
export class PictureShelf {
  readonly pictures: Texture[] = [];

  /** File name of a picture. */
  nameOf(picture: Texture): string {
    if (!this.pictures.includes(picture)) this.pictures.push(picture);
    return `picture-${this.pictures.indexOf(picture) + 1}.png`;
  }
}
