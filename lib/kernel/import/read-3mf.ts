import type { Mesh } from "../mesh.ts";
import { joinColoured } from "./join-coloured.ts";
import { type Model, type ModelObject, ModelReader, type Placement } from "./model-xml.ts";
import { brokenFile, tooMuch } from "./refusals.ts";
import { requireTriangles, requireVertices } from "./sound-mesh.ts";
import { IMPORT_LIMITS } from "./types.ts";
import { unpack } from "./unpack.ts";

const ROOT = "3d/3dmodel.model";

type Models = Map<string, Model>;

const normal = (path: string) => path.replace(/^\//, "").toLowerCase();

function readModels(bytes: Uint8Array): Models {
  const readers = new Map<string, ModelReader>();
  unpack(bytes, IMPORT_LIMITS.xmlBytes, (name) => {
    if (!name.toLowerCase().endsWith(".model")) return null;
    const reader = new ModelReader();
    readers.set(normal(name), reader);
    return (piece, isLast) => reader.push(piece, isLast);
  });
  return new Map([...readers].map(([path, { model }]) => [path, model]));
}

/** An object of a file, moved to where it stands. */
interface Standing {
  path: string;
  placement: Placement;
  /** Of what holds it. */
  around: readonly number[];
  depth: number;
}

/** 3MF's row vectors: `inner` first, then `outer`. */
function combine(inner: readonly number[], outer: readonly number[]): number[] {
  return Array.from({ length: 12 }, (_, i) => {
    const [row, column] = [Math.floor(i / 3), i % 3];
    let sum = row === 3 ? outer[9 + column]! : 0;
    for (let k = 0; k < 3; k++) sum += inner[3 * row + k]! * outer[3 * k + column]!;
    return sum;
  });
}

function moved(positions: Float32Array, m: readonly number[]): Float32Array {
  const out = new Float32Array(positions.length);
  for (let i = 0; i < positions.length; i++) {
    const [v, k] = [i - (i % 3), i % 3];
    out[i] =
      positions[v]! * m[k]! +
      positions[v + 1]! * m[3 + k]! +
      positions[v + 2]! * m[6 + k]! +
      m[9 + k]!;
  }
  return out;
}

function determinant([a, b, c, d, e, f, g, h, i]: readonly number[]): number {
  return a! * (e! * i! - f! * h!) - b! * (d! * i! - f! * g!) + c! * (d! * h! - e! * g!);
}

/** Each corner a vertex of its own, with its colour. */
function coloured(positions: Float32Array, object: ModelObject, model: Model): Mesh {
  const { indices, cornerColours } = object;
  if (!cornerColours) return { positions, indices };
  const out = new Float32Array(indices.length * 3);
  const colors = new Float32Array(indices.length * 3).fill(1);
  indices.forEach((vertex, corner) => {
    out.set(positions.subarray(3 * vertex, 3 * vertex + 3), 3 * corner);
    const colour = model.colours[cornerColours[corner]!];
    if (colour) colors.set(colour, 3 * corner);
  });
  return { positions: out, indices: indices.map((_, corner) => corner), colors };
}

function requireIndices({ positions, indices }: ModelObject): void {
  const vertices = positions.length / 3;
  if (indices.every((index) => index < vertices)) return;
  throw brokenFile("3mf", `A triangle names a vertex beyond the ${vertices} there are.`, {
    vertices,
  });
}

function meshOf(
  object: ModelObject,
  model: Model,
  matrix: readonly number[],
  unitMm: number,
): Mesh {
  requireIndices(object);
  const positions = moved(object.positions, matrix).map((value) => value * unitMm);
  const mesh = coloured(positions, object, model);
  if (determinant(matrix) >= 0) return mesh;
  const { indices } = mesh;
  const back = indices.map((_, i) => indices[i % 3 === 0 ? i : i % 3 === 1 ? i + 1 : i - 1]!);
  return { ...mesh, indices: back };
}

/** Everything that stands on the plate; where nothing does, every object as it is. */
function standings(root: string, { items, objects }: Model): Standing[] {
  const identity = [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0];
  const loose = [...objects.keys()].map((object) => ({ object, path: null, matrix: identity }));
  return (items.length > 0 ? items : loose).map((placement) => ({
    path: root,
    placement,
    around: identity,
    depth: 0,
  }));
}

/**
 * Everything a 3MF places on the plate, in mm, coloured where its triangles or objects are. Throws `invalid_input`
 * (no sound package or XML, indices beyond the vertices, objects that hold themselves), `too_large` (by what it says
 * and by what it unpacks to).
 */
export function read3mf(bytes: Uint8Array): Mesh {
  const models = readModels(bytes);
  const root = models.has(ROOT) ? ROOT : [...models.keys()][0];
  if (root === undefined) throw brokenFile("3mf", "It holds no model.");
  const { unitMm } = models.get(root)!;
  const meshes: Mesh[] = [];
  let triangles = 0;
  let vertices = 0;
  let placed = 0;
  const pending = standings(root, models.get(root)!);
  for (let item = pending.pop(); item; item = pending.pop()) {
    const { placement, depth } = item;
    const path = placement.path ? normal(placement.path) : item.path;
    const model = models.get(path);
    const object = model?.objects.get(placement.object);
    if (!model || !object) throw brokenFile("3mf", "It places an object that is not there.");
    if (depth > IMPORT_LIMITS.depth) throw brokenFile("3mf", "Its objects hold themselves.");
    if (++placed > IMPORT_LIMITS.instances) {
      throw tooMuch("3mf", "it places too many objects", IMPORT_LIMITS.instances);
    }
    const matrix = combine(placement.matrix, item.around);
    triangles += object.indices.length / 3;
    requireTriangles(triangles);
    if (object.indices.length > 0) vertices += object.positions.length / 3;
    requireVertices("3mf", vertices);
    if (object.indices.length > 0) meshes.push(meshOf(object, model, matrix, unitMm));
    for (const component of object.components) {
      pending.push({ path, placement: component, around: matrix, depth: depth + 1 });
    }
  }
  return joinColoured(meshes);
}
