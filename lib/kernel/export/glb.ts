import { Document, type Primitive, type TypedArray, WebIO } from "@gltf-transform/core";
import type { Mesh, Part } from "../mesh.ts";
import { withCreaseNormals } from "../solid/normals.ts";
import { KERNEL_VERSION } from "../version.ts";
import { GLB_EXTENSIONS, MaterialShelf } from "./glb-materials.ts";
import type { Exportable, Lineage } from "./types.ts";

/** Millimetres with Z up to metres with Y up, once at the root. */
const UPRIGHT: [number, number, number, number] = [-Math.SQRT1_2, 0, 0, Math.SQRT1_2];
const METRES: [number, number, number] = [0.001, 0.001, 0.001];

/** glTF takes no colour outside 0 … 1. */
const within = (value: number) => Math.max(0, Math.min(1, value));

function addPrimitive(document: Document, mesh: Mesh, hasPicture: boolean): Primitive {
  const [buffer] = document.getRoot().listBuffers();
  const accessor = (type: "SCALAR" | "VEC2" | "VEC3", array: TypedArray) =>
    document
      .createAccessor()
      .setType(type)
      .setArray(array)
      .setBuffer(buffer ?? null);
  // The document keeps its arrays: it gets copies, never memory that threads share.
  const floats = (array: Float32Array) => new Float32Array(array);
  const vertices = mesh.positions.length / 3;
  const indices = vertices < 65_535 ? new Uint16Array(mesh.indices) : new Uint32Array(mesh.indices);
  const primitive = document
    .createPrimitive()
    .setIndices(accessor("SCALAR", indices))
    .setAttribute("POSITION", accessor("VEC3", floats(mesh.positions)));
  if (mesh.normals) primitive.setAttribute("NORMAL", accessor("VEC3", floats(mesh.normals)));
  if (mesh.uvs && hasPicture)
    primitive.setAttribute("TEXCOORD_0", accessor("VEC2", floats(mesh.uvs)));
  // Colours would be multiplied with the picture that goes before them.
  if (mesh.colors && !hasPicture)
    primitive.setAttribute("COLOR_0", accessor("VEC3", mesh.colors.map(within)));
  return primitive;
}

/** What a part is, for programs that read the file. */
function extrasOf({ role, material, stone }: Part): Record<string, unknown> {
  if (!stone) return { role, material };
  return { role, material, cut: stone.cut, size_mm: [...stone.sizeMm], carats: stone.carats };
}

/**
 * glTF 2.0 binary of all parts for viewers: metres, Y up, physically based metal, stones that transmit,
 * with lineage and mesh hash in the extras. Same piece, same bytes.
 */
export async function writeGlb(piece: Exportable, lineage: Lineage): Promise<Uint8Array> {
  const document = new Document();
  document.createBuffer();
  const root = document.getRoot();
  root.getAsset().generator = `Maquette kernel ${KERNEL_VERSION}`;
  root.setExtras({ ...lineage, kind: piece.kind, words: piece.words, mesh_hash: piece.meshHash });
  const frame = document.createNode(piece.kind).setRotation(UPRIGHT).setScale(METRES);
  root.setDefaultScene(document.createScene(piece.kind).addChild(frame));
  const shelf = new MaterialShelf(document);
  for (const part of piece.parts) {
    const shaded = part.mesh.normals ? part.mesh : withCreaseNormals(part.mesh);
    const primitive = addPrimitive(document, shaded, part.texture !== undefined);
    primitive.setMaterial(shelf.of(part));
    const mesh = document.createMesh(part.name).addPrimitive(primitive);
    frame.addChild(document.createNode(part.name).setMesh(mesh).setExtras(extrasOf(part)));
  }
  return new WebIO().registerExtensions(GLB_EXTENSIONS).writeBinary(document);
}
