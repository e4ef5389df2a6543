import type { Mesh } from "../mesh.ts";

/** Which vertex each one becomes, and how many stay. */
interface Welding {
  target: Uint32Array;
  count: number;
}

const MIX_X = 73_856_093;
const MIX_Y = 19_349_663;
const MIX_Z = 83_492_791;

/** Groups vertices that lie in the same cell of a grid of `quantumMm` (0: the same bits). */
function group(positions: Float32Array, quantumMm: number): Welding {
  const vertices = positions.length / 3;
  const cells = new Float64Array(positions.length);
  for (let i = 0; i < cells.length; i++) {
    // + 0 turns −0 into 0.
    cells[i] = (quantumMm > 0 ? Math.round(positions[i]! / quantumMm) : positions[i]!) + 0;
  }
  const bits = new Uint32Array(Float32Array.from(cells).buffer);
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, vertices * 2)));
  const slots = new Int32Array(size).fill(-1);
  const target = new Uint32Array(vertices);
  const firsts = new Uint32Array(vertices);
  let count = 0;
  for (let v = 0; v < vertices; v++) {
    const at = 3 * v;
    let mixed =
      Math.imul(bits[at]!, MIX_X) ^
      Math.imul(bits[at + 1]!, MIX_Y) ^
      Math.imul(bits[at + 2]!, MIX_Z);
    mixed ^= mixed >>> 15;
    let slot = mixed & (size - 1);
    for (;;) {
      const found = slots[slot]!;
      if (found < 0) {
        slots[slot] = count;
        firsts[count] = at;
        target[v] = count++;
        break;
      }
      const first = firsts[found]!;
      const isSame =
        cells[first] === cells[at] &&
        cells[first + 1] === cells[at + 1] &&
        cells[first + 2] === cells[at + 2];
      if (isSame) {
        target[v] = found;
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
  }
  return { target, count };
}

/**
 * The same surface with one vertex per place and no triangle that has a corner twice; normals, uvs and
 * colours are left out. Places within a cell of `quantumMm` are one (default 0: exactly equal).
 */
export function weld(mesh: Mesh, quantumMm = 0): Mesh {
  const { target, count } = group(mesh.positions, quantumMm);
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
