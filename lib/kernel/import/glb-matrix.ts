import type { GltfNode } from "./glb-json.ts";

/** Column-major 4 × 4. */
export type Matrix = readonly number[];

/** glTF's metres with Y up to millimetres with Z up. */
export const UPRIGHT_MM: Matrix = [1000, 0, 0, 0, 0, 0, 1000, 0, 0, -1000, 0, 0, 0, 0, 0, 1];

export function multiply(a: Matrix, b: Matrix): Matrix {
  return Array.from({ length: 16 }, (_, i) => {
    const [column, row] = [i - (i % 4), i % 4];
    let sum = 0;
    for (let k = 0; k < 4; k++) sum += a[4 * k + row]! * b[column + k]!;
    return sum;
  });
}

/** A node's own matrix, or the one of its translation, rotation (a quaternion) and scale. */
export function nodeMatrix(node: GltfNode): Matrix {
  if (node.matrix?.length === 16) return node.matrix;
  const [x = 0, y = 0, z = 0, w = 1] = node.rotation ?? [];
  const [sx = 1, sy = 1, sz = 1] = node.scale ?? [];
  const [tx = 0, ty = 0, tz = 0] = node.translation ?? [];
  return [
    ...[(1 - 2 * (y * y + z * z)) * sx, 2 * (x * y + z * w) * sx, 2 * (x * z - y * w) * sx, 0],
    ...[2 * (x * y - z * w) * sy, (1 - 2 * (x * x + z * z)) * sy, 2 * (y * z + x * w) * sy, 0],
    ...[2 * (x * z + y * w) * sz, 2 * (y * z - x * w) * sz, (1 - 2 * (x * x + y * y)) * sz, 0],
    ...[tx, ty, tz, 1],
  ];
}
