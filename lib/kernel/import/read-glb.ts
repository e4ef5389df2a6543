import type { Mesh } from "../mesh.ts";
import { GlbAccessors } from "./glb-accessors.ts";
import { type GltfJson, type GltfNode, openGlb } from "./glb-json.ts";
import { type Matrix, multiply, nodeMatrix, UPRIGHT_MM } from "./glb-matrix.ts";
import type { GlbPictures } from "./glb-pictures.ts";
import { joinColoured } from "./join-coloured.ts";
import { brokenFile, tooMuch } from "./refusals.ts";
import { requireTriangles, requireVertices } from "./sound-mesh.ts";
import { IMPORT_LIMITS } from "./types.ts";

/** A mesh of the file at a place of the scene. */
interface Placed {
  mesh: number;
  matrix: Matrix;
}

/** All meshes of the scene with their places. A node has one parent, so no node comes twice. */
function placedMeshes(json: GltfJson): Placed[] {
  const placed: Placed[] = [];
  const seen = new Set<number>();
  const pending = rootsOf(json).map((node) => ({ node, matrix: UPRIGHT_MM, depth: 0 }));
  for (let item = pending.pop(); item; item = pending.pop()) {
    const node: GltfNode | undefined = json.nodes?.[item.node];
    if (!node || seen.has(item.node) || item.depth > IMPORT_LIMITS.depth) {
      throw brokenFile("glb", "Its objects hold each other in a way that cannot be.");
    }
    seen.add(item.node);
    const matrix = multiply(item.matrix, nodeMatrix(node));
    if (node.mesh !== undefined) placed.push({ mesh: node.mesh, matrix });
    if (placed.length > IMPORT_LIMITS.instances) {
      throw tooMuch("glb", "it places too many objects", IMPORT_LIMITS.instances);
    }
    for (const child of node.children ?? []) {
      pending.push({ node: child, matrix, depth: item.depth + 1 });
    }
  }
  return placed;
}

function rootsOf(json: GltfJson): readonly number[] {
  const scene = json.scenes?.[json.scene ?? 0];
  if (scene) return scene.nodes ?? [];
  const children = new Set((json.nodes ?? []).flatMap(({ children = [] }) => children));
  return (json.nodes ?? []).map((_, i) => i).filter((i) => !children.has(i));
}

function moved(positions: Float32Array, m: Matrix): Float32Array {
  const out = new Float32Array(positions.length);
  for (let i = 0; i < positions.length; i += 3) {
    const [x, y, z] = [positions[i]!, positions[i + 1]!, positions[i + 2]!];
    for (let k = 0; k < 3; k++) out[i + k] = m[k]! * x + m[4 + k]! * y + m[8 + k]! * z + m[12 + k]!;
  }
  return out;
}

/** Triangles of a mirrored object wind the other way round. */
function isMirrored(m: Matrix): boolean {
  const [a, b, c, , d, e, f, , g, h, i] = m as readonly number[];
  return a! * (e! * i! - f! * h!) - d! * (b! * i! - c! * h!) + g! * (b! * f! - c! * e!) < 0;
}

function turned(indices: Uint32Array): Uint32Array {
  return indices.map((_, i) => indices[i % 3 === 0 ? i : i % 3 === 1 ? i + 1 : i - 1]!);
}

/**
 * Everything the scene of a binary glTF shows, in mm with Z up, coloured by vertex, material or decoded
 * picture where one is given. Throws `invalid_input`, `unsupported_type` (compressed or outside the file), `too_large`.
 */
export function readGlb(bytes: Uint8Array, pictures: GlbPictures = new Map()): Mesh {
  const { json, binary } = openGlb(bytes);
  const accessors = new GlbAccessors(json, binary, pictures);
  let triangles = 0;
  let vertices = 0;
  const meshes = placedMeshes(json).flatMap(({ mesh, matrix }) => {
    const primitives = json.meshes?.[mesh]?.primitives;
    if (!primitives) throw brokenFile("glb", "An object names a mesh that is not there.");
    return primitives.flatMap((primitive): Mesh[] => {
      const read = accessors.meshOf(primitive);
      if (!read) return [];
      triangles += read.indices.length / 3;
      requireTriangles(triangles);
      vertices += read.positions.length / 3;
      requireVertices("glb", vertices);
      const indices = isMirrored(matrix) ? turned(read.indices) : read.indices;
      return [{ ...read, indices, positions: moved(read.positions, matrix) }];
    });
  });
  return joinColoured(meshes);
}
