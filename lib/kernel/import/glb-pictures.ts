import type { Raster } from "../raster/raster.ts";
import { formatOf } from "./format-of.ts";
import { type GltfJson, openGlb } from "./glb-json.ts";
import { srgbToLinear } from "./srgb.ts";

/** Decoded pictures of a GLB by their place in it. */
export type GlbPictures = ReadonlyMap<number, Raster>;

/** The picture a material's colour comes from, or null. */
export function pictureIndex(json: GltfJson, material: number | undefined): number | null {
  if (material === undefined) return null;
  const texture = json.materials?.[material]?.pbrMetallicRoughness?.baseColorTexture;
  const named = texture && json.textures?.[texture.index];
  return named?.extensions?.EXT_texture_webp?.source ?? named?.source ?? null;
}

/**
 * The pictures that colour a file's surface, still encoded (PNG, JPEG or WebP), by their place in it; none where the
 * file is no GLB or lays them outside. Throws what `importMesh` throws of a broken GLB.
 */
export function glbPictures(bytes: Uint8Array): Map<number, Uint8Array> {
  const found = new Map<number, Uint8Array>();
  if (formatOf(bytes) !== "glb") return found;
  const { json, binary } = openGlb(bytes);
  for (const material of json.materials?.keys() ?? []) {
    const picture = pictureIndex(json, material);
    const view = json.bufferViews?.[json.images?.[picture ?? -1]?.bufferView ?? -1];
    if (picture === null || view?.buffer !== 0) continue;
    const end = view.byteOffset + view.byteLength;
    if (end <= binary.length) found.set(picture, binary.subarray(view.byteOffset, end));
  }
  return found;
}

const LINEAR = Float32Array.from({ length: 256 }, (_, code) => srgbToLinear(code / 255));

/** The picture's colour at each vertex, linear RGB × vertices; it repeats beyond 0 … 1. */
export function coloursAt({ width, height, rgba }: Raster, uvs: Float32Array): Float32Array {
  const colours = new Float32Array((uvs.length / 2) * 3);
  const wrapped = (value: number, size: number) =>
    Math.min(size - 1, Math.floor((value - Math.floor(value)) * size));
  for (let v = 0; v < uvs.length / 2; v++) {
    const [u, w] = [uvs[2 * v]!, uvs[2 * v + 1]!];
    if (!Number.isFinite(u) || !Number.isFinite(w)) continue;
    const at = 4 * (wrapped(w, height) * width + wrapped(u, width));
    for (let k = 0; k < 3; k++) colours[3 * v + k] = LINEAR[rgba[at + k]!]!;
  }
  return colours;
}
