import { z } from "zod";
import { brokenFile, tooMuch, unsupportedFile } from "./refusals.ts";
import { IMPORT_LIMITS } from "./types.ts";

const index = z.number().int().min(0);
const size = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31);
const numbers = z.array(z.number());

const primitive = z.object({
  attributes: z.record(z.string(), index),
  indices: index.optional(),
  material: index.optional(),
  mode: z.number().int().min(0).max(6).default(4),
  extensions: z.record(z.string(), z.unknown()).optional(),
});

const node = z.object({
  mesh: index.optional(),
  children: z.array(index).optional(),
  matrix: numbers.optional(),
  translation: numbers.optional(),
  rotation: numbers.optional(),
  scale: numbers.optional(),
});

/** The part of glTF 2.0 that a mesh's shape and colour need. */
const gltf = z.object({
  asset: z.object({ version: z.string() }),
  extensionsRequired: z.array(z.string()).optional(),
  scene: index.optional(),
  scenes: z.array(z.object({ nodes: z.array(index).optional() })).optional(),
  nodes: z.array(node).optional(),
  meshes: z.array(z.object({ primitives: z.array(primitive) })).optional(),
  accessors: z
    .array(
      z.object({
        bufferView: index.optional(),
        byteOffset: size.default(0),
        componentType: z.number().int(),
        count: size,
        type: z.string(),
        normalized: z.boolean().default(false),
        sparse: z.unknown().optional(),
      }),
    )
    .optional(),
  bufferViews: z
    .array(
      z.object({
        buffer: index,
        byteOffset: size.default(0),
        byteLength: size,
        byteStride: z.number().int().min(0).max(252).optional(),
      }),
    )
    .optional(),
  materials: z
    .array(
      z.object({
        pbrMetallicRoughness: z
          .object({
            baseColorFactor: numbers.optional(),
            baseColorTexture: z
              .object({ index, texCoord: z.number().int().min(0).max(7).default(0) })
              .optional(),
          })
          .optional(),
      }),
    )
    .optional(),
  textures: z
    .array(
      z.object({
        source: index.optional(),
        extensions: z
          .object({ EXT_texture_webp: z.object({ source: index }).optional() })
          .optional(),
      }),
    )
    .optional(),
  images: z.array(z.object({ bufferView: index.optional() })).optional(),
});

export type GltfJson = z.infer<typeof gltf>;
export type GltfNode = z.infer<typeof node>;
export type GltfPrimitive = z.infer<typeof primitive>;

const JSON_CHUNK = 0x4e4f534a;
const BINARY_CHUNK = 0x004e4942;
/** These change how a picture looks, or only how numbers are stored; the shape is read without them. */
const HARMLESS = /^KHR_(materials_|texture_|lights_|mesh_quantization$)|^EXT_texture_/;

interface Chunk {
  type: number;
  bytes: Uint8Array;
}

function chunksOf(bytes: Uint8Array): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const chunks: Chunk[] = [];
  for (let at = 12; at + 8 <= bytes.length && chunks.length < 2; ) {
    const length = view.getUint32(at, true);
    if (at + 8 + length > bytes.length) throw brokenFile("glb", "It ends too early.");
    const type = view.getUint32(at + 4, true);
    chunks.push({ type, bytes: bytes.subarray(at + 8, at + 8 + length) });
    at += 8 + length;
  }
  return chunks;
}

function parse(bytes: Uint8Array): GltfJson {
  if (bytes.length > IMPORT_LIMITS.jsonBytes) {
    throw tooMuch("glb", "its description is too long", IMPORT_LIMITS.jsonBytes);
  }
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw brokenFile("glb", "Its description is no JSON.");
  }
  const parsed = gltf.safeParse(json);
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues[0]?.path.join(".") ?? "";
  throw brokenFile("glb", `Its description is wrong at "${at}".`, { at });
}

/** Description and binary data of a GLB. Throws `invalid_input`, `too_large`, or `unsupported_type` naming what it needs. */
export function openGlb(bytes: Uint8Array): { json: GltfJson; binary: Uint8Array } {
  if (bytes.length < 20) throw brokenFile("glb", "It is too short to hold a model.");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint32(4, true) !== 2) throw unsupportedFile("glb", "Only version 2 is read.");
  const [first, second] = chunksOf(bytes);
  if (first?.type !== JSON_CHUNK) throw brokenFile("glb", "It has no description.");
  const json = parse(first.bytes);
  const needed = (json.extensionsRequired ?? []).find((name) => !HARMLESS.test(name));
  if (needed) throw unsupportedFile("glb", `It needs ${needed}, which is not read here.`);
  const binary = second?.type === BINARY_CHUNK ? second.bytes : new Uint8Array(0);
  return { json, binary };
}
