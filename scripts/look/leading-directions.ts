import { Random } from "../catalog/random.ts";

const ROUNDS = 60;

/** A number of a bell curve, by Box and Muller. */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

/** Makes rows of `size` numbers stand at right angles to each other, of length 1 (Gram and Schmidt). */
function orthonormalise(rows: Float64Array, count: number, size: number): void {
  for (let i = 0; i < count; i++) {
    const row = rows.subarray(i * size, (i + 1) * size);
    for (let j = 0; j < i; j++) {
      const other = rows.subarray(j * size, (j + 1) * size);
      let dot = 0;
      for (let k = 0; k < size; k++) dot += row[k]! * other[k]!;
      for (let k = 0; k < size; k++) row[k]! -= dot * other[k]!;
    }
    let length = 0;
    for (const value of row) length += value * value;
    const scale = length > 1e-18 ? 1 / Math.sqrt(length) : 0;
    for (let k = 0; k < size; k++) row[k]! *= scale;
  }
}

/**
 * The `count` directions in which vectors reach farthest, largest first: leading eigenvectors of the sum of their outer
 * products, by orthogonal iteration. Rows × `size`.
 */
export function leadingDirections(
  vectors: readonly Float32Array[],
  size: number,
  count: number,
): Float32Array {
  const gram = new Float64Array(size * size);
  for (const vector of vectors) {
    for (let i = 0; i < size; i++) {
      const value = vector[i]!;
      if (value === 0) continue;
      for (let j = 0; j < size; j++) gram[i * size + j]! += value * vector[j]!;
    }
  }
  const random = new Random(29);
  let rows = Float64Array.from({ length: count * size }, () => normal(random));
  orthonormalise(rows, count, size);
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(count * size);
    for (let r = 0; r < count; r++) {
      for (let i = 0; i < size; i++) {
        const value = rows[r * size + i]!;
        if (value === 0) continue;
        const at = i * size;
        for (let j = 0; j < size; j++) next[r * size + j]! += value * gram[at + j]!;
      }
    }
    orthonormalise(next, count, size);
    rows = next;
  }
  return Float32Array.from(rows);
}
