/** A linear map found by least squares: out = in · matrix, inputs × outputs. */
export interface RidgeInput {
  /** Each of the same size. */
  inputs: readonly Float32Array[];
  targets: readonly Float32Array[];
  /** How much large numbers in the map are held down, as a part of an input's variance. */
  penalty: number;
}

/** The map with the least Σ|in · matrix − target|² + penalty · n · |matrix|² (Hoerl and Kennard 1970), by Cholesky. */
export function ridge({ inputs, targets, penalty }: RidgeInput): Float32Array {
  const [size, outputs] = [inputs[0]!.length, targets[0]!.length];
  const gram = new Float64Array(size * size);
  const right = new Float64Array(size * outputs);
  for (const [index, input] of inputs.entries()) {
    const target = targets[index]!;
    for (let i = 0; i < size; i++) {
      const value = input[i]!;
      if (value === 0) continue;
      for (let j = 0; j <= i; j++) gram[i * size + j]! += value * input[j]!;
      for (let o = 0; o < outputs; o++) right[i * outputs + o]! += value * target[o]!;
    }
  }
  for (let i = 0; i < size; i++) gram[i * size + i]! += penalty * inputs.length;
  factorise(gram, size);
  substitute(gram, right, size, outputs);
  return Float32Array.from(right);
}

/** The lower Cholesky factor, in place. */
function factorise(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    const own = matrix.subarray(i * size, i * size + size);
    for (let j = 0; j <= i; j++) {
      const other = matrix.subarray(j * size, j * size + size);
      let sum = own[j]!;
      for (let k = 0; k < j; k++) sum -= own[k]! * other[k]!;
      own[j] = i === j ? Math.sqrt(sum) : sum / other[j]!;
    }
  }
}

/** Solves lower · upper · x = right, in place, column by column. */
function substitute(lower: Float64Array, right: Float64Array, size: number, outputs: number): void {
  const row = (i: number) => right.subarray(i * outputs, (i + 1) * outputs);
  const take = (from: number, to: number, factor: number) => {
    const [source, target] = [row(from), row(to)];
    for (let o = 0; o < outputs; o++) target[o]! -= factor * source[o]!;
  };
  const divide = (i: number) => {
    const by = lower[i * size + i]!;
    const own = row(i);
    for (let o = 0; o < outputs; o++) own[o]! /= by;
  };
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) take(k, i, lower[i * size + k]!);
    divide(i);
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) take(k, i, lower[k * size + i]!);
    divide(i);
  }
}
