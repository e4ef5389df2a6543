import type { Mesh } from "../mesh.ts";

/** A hash table of places, open addressing; each place is three cells of a grid. */
class Places {
  count = 0;
  private readonly cells: Float64Array;
  private readonly bits: Uint32Array;
  /** Number of the place in each slot, −1 when free. */
  private readonly slots: Int32Array;
  /** Where in `cells` each place was first seen. */
  private readonly firsts: Uint32Array;

  constructor(cells: Float64Array) {
    const vertices = cells.length / 3;
    this.cells = cells;
    this.bits = new Uint32Array(Float32Array.from(cells).buffer);
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, vertices * 2)))).fill(-1);
    this.firsts = new Uint32Array(vertices);
  }

  private slotOf(at: number): number {
    const { bits } = this;
    const mixed =
      Math.imul(bits[at]!, 73_856_093) ^
      Math.imul(bits[at + 1]!, 19_349_663) ^
      Math.imul(bits[at + 2]!, 83_492_791);
    return (mixed ^ (mixed >>> 15)) & (this.slots.length - 1);
  }

  private isSame(a: number, b: number): boolean {
    const { cells } = this;
    return cells[a] === cells[b] && cells[a + 1] === cells[b + 1] && cells[a + 2] === cells[b + 2];
  }

  /** The number of the place whose cells start at `at`, in the order places were first seen. */
  numberOf(at: number): number {
    const { slots } = this;
    let slot = this.slotOf(at);
    for (; slots[slot]! >= 0; slot = (slot + 1) & (slots.length - 1)) {
      if (this.isSame(this.firsts[slots[slot]!]!, at)) return slots[slot]!;
    }
    this.firsts[this.count] = at;
    slots[slot] = this.count;
    return this.count++;
  }
}

/** Coordinates as cells of a grid of `quantumMm`; 0 keeps them, with −0 as 0. */
function cellsOf(positions: Float32Array, quantumMm: number): Float64Array {
  const cells = Float64Array.from(positions);
  for (let i = 0; i < cells.length; i++) {
    cells[i] = (quantumMm > 0 ? Math.round(cells[i]! / quantumMm) : cells[i]!) + 0;
  }
  return cells;
}

/** Which place each vertex is, in the order places are first seen, and how many places there are. */
export function placesOf(positions: Float32Array, quantumMm = 0) {
  const places = new Places(cellsOf(positions, quantumMm));
  const target = new Uint32Array(positions.length / 3);
  for (let v = 0; v < target.length; v++) target[v] = places.numberOf(3 * v);
  return { target, count: places.count };
}

/**
 * The same surface with one vertex per place and no triangle that has a corner twice; normals, uvs and
 * colours are left out. Places within a cell of `quantumMm` are one (default 0: exactly equal).
 */
export function weld(mesh: Mesh, quantumMm = 0): Mesh {
  const { target, count } = placesOf(mesh.positions, quantumMm);
  const positions = new Float32Array(count * 3);
  for (let v = target.length - 1; v >= 0; v--) {
    positions.set(mesh.positions.subarray(3 * v, 3 * v + 3), 3 * target[v]!);
  }
  const indices = new Uint32Array(mesh.indices.length);
  let kept = 0;
  for (let i = 0; i < mesh.indices.length; i += 3) {
    const a = target[mesh.indices[i]!]!;
    const b = target[mesh.indices[i + 1]!]!;
    const c = target[mesh.indices[i + 2]!]!;
    if (a === b || b === c || c === a) continue;
    indices[kept++] = a;
    indices[kept++] = b;
    indices[kept++] = c;
  }
  return { positions, indices: indices.slice(0, kept) };
}

/** One mesh of several, in their order; only positions and indices. */
export function joinMeshes(meshes: readonly Mesh[]): Mesh {
  const positions = new Float32Array(meshes.reduce((sum, m) => sum + m.positions.length, 0));
  const indices = new Uint32Array(meshes.reduce((sum, m) => sum + m.indices.length, 0));
  let vertex = 0;
  let corner = 0;
  for (const mesh of meshes) {
    positions.set(mesh.positions, vertex * 3);
    for (const index of mesh.indices) indices[corner++] = index + vertex;
    vertex += mesh.positions.length / 3;
  }
  return { positions, indices };
}
