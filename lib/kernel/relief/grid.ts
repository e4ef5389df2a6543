/** One number a pixel, row by row from the top left. */
export interface Grid {
  width: number;
  height: number;
  values: Float32Array;
}

export const emptyGrid = (width: number, height: number): Grid => ({
  width,
  height,
  values: new Float32Array(width * height),
});

export function mapGrid(grid: Grid, change: (value: number, index: number) => number): Grid {
  return { ...grid, values: Float32Array.from(grid.values, change) };
}

const clamp = (value: number, most: number) => Math.max(0, Math.min(value, most));

/** The value at (u, v), 0 to 1 from the top left, between pixels' middles by their distance; edges go on outside. */
export function sampleGrid({ width, height, values }: Grid, u: number, v: number): number {
  const x = clamp(u * width - 0.5, width - 1);
  const y = clamp(v * height - 0.5, height - 1);
  const left = Math.min(Math.floor(x), Math.max(0, width - 2));
  const top = Math.min(Math.floor(y), Math.max(0, height - 2));
  const right = Math.min(left + 1, width - 1);
  const below = Math.min(top + 1, height - 1);
  const fx = x - left;
  const fy = y - top;
  const upper = values[top * width + left]! * (1 - fx) + values[top * width + right]! * fx;
  const lower = values[below * width + left]! * (1 - fx) + values[below * width + right]! * fx;
  return upper * (1 - fy) + lower * fy;
}

/** Weights of a bell curve of that deviation, px, from its middle outwards; they add up to 1 over both sides. */
function bell(deviationPx: number): Float32Array {
  const reach = Math.max(1, Math.ceil(3 * deviationPx));
  const weights = Float32Array.from({ length: reach + 1 }, (_, i) =>
    Math.exp((-i * i) / (2 * deviationPx * deviationPx)),
  );
  const sum = weights.reduce((total, weight, i) => total + (i === 0 ? weight : 2 * weight), 0);
  return weights.map((weight) => weight / sum);
}

function blurLines(grid: Grid, weights: Float32Array, along: 1 | 0): Grid {
  const { width, height, values } = grid;
  const to = new Float32Array(values.length);
  const length = along ? width : height;
  const lines = along ? height : width;
  const step = along ? 1 : width;
  const reach = weights.length - 1;
  // A line of its own that goes on at both ends: the sums then ask for no border.
  const line = new Float32Array(length + 2 * reach);
  for (let l = 0; l < lines; l++) {
    const start = along ? l * width : l;
    for (let i = 0; i < line.length; i++) {
      line[i] = values[start + clamp(i - reach, length - 1) * step]!;
    }
    for (let i = 0; i < length; i++) {
      let sum = line[i + reach]! * weights[0]!;
      for (let d = 1; d <= reach; d++) {
        sum += weights[d]! * (line[i + reach - d]! + line[i + reach + d]!);
      }
      to[start + i * step] = sum;
    }
  }
  return { width, height, values: to };
}

/** Blurred by a bell curve of that deviation, px; edges go on outside. */
export function blurGrid(grid: Grid, deviationPx: number): Grid {
  if (deviationPx <= 0.05) return grid;
  const weights = bell(deviationPx);
  return blurLines(blurLines(grid, weights, 1), weights, 0);
}

/** The value that this share (0 to 1) of the values does not exceed. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float32Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** Spread so that the darkest hundredth is 0 and the brightest 1; an even grid becomes 0. */
export function stretched(grid: Grid, tail = 0.01): Grid {
  const low = quantile(grid.values, tail);
  const high = quantile(grid.values, 1 - tail);
  const range = high - low;
  if (range < 1e-3) return mapGrid(grid, () => 0);
  return mapGrid(grid, (value) => clamp((value - low) / range, 1));
}
