import {
  Color,
  DataTexture,
  DoubleSide,
  LinearFilter,
  LinearMipmapLinearFilter,
  Mesh,
  MeshPhysicalMaterial,
  RepeatWrapping,
  RGBAFormat,
  SRGBColorSpace,
  type Texture as ThreeTexture,
} from "three";
import type { Part, Texture } from "#lib/kernel/mesh.ts";
import { bodyLook } from "#lib/kernel/render/body-looks.ts";
import { toGeometry } from "./metal.ts";

const SHARPEST = 8;

/** A part of resin, plastic or cloth under the studio's light, with its picture or colours. */
export function createBody(part: Part, environment: ThreeTexture): Mesh {
  const look = bodyLook(part);
  const picture = part.mesh.uvs ? part.texture : undefined;
  const material = new MeshPhysicalMaterial({
    color: new Color(...look.colour),
    metalness: 0,
    roughness: Math.sqrt(look.lobe),
    ior: Math.max(1, look.refractiveIndex),
    sheen: look.sheen,
    sheenRoughness: 0.5,
    sheenColor: new Color(0.75, 0.75, 0.75),
    vertexColors: part.mesh.colors !== undefined && picture === undefined,
    envMap: environment,
    envMapIntensity: 0.85,
    side: DoubleSide,
    ...(picture && { map: toTexture(picture) }),
  });
  return new Mesh(toGeometry(part.mesh), material);
}

/** Rows from the top, as the kernel's uvs count them. */
function toTexture({ width, height, rgb }: Texture): DataTexture {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) rgba.set(rgb.subarray(i * 3, i * 3 + 3), i * 4);
  const texture = new DataTexture(rgba, width, height, RGBAFormat);
  texture.colorSpace = SRGBColorSpace;
  texture.wrapS = RepeatWrapping;
  texture.wrapT = RepeatWrapping;
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.generateMipmaps = true;
  texture.anisotropy = SHARPEST;
  texture.needsUpdate = true;
  return texture;
}
