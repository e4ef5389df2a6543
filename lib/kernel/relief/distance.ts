import { emptyGrid, type Grid } from "./grid.ts";

/** Squared distances along one line to the nearest seed, by the lower envelope of parabolas. */
function lineDistances(costs: Float64Array, to: Float64Array): void {
  const n = costs.length;
  const places = new Int32Array(n);
  const bounds = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  let last = 0;
  bounds[0] = Number.NEGATIVE_INFINITY;
  const meet = (q: number, p: number) => (costs[q]! + q * q - costs[p]! - p * p) / (2 * (q - p));
  for (let q = 1; q < n; q++) {
    let at = meet(q, places[last]!);
    while (last > 0 && at <= bounds[last]!) {
      last--;
      at = meet(q, places[last]!);
    }
    last++;
    places[last] = q;
    bounds[last] = at;
    bounds[last + 1] = Number.POSITIVE_INFINITY;
  }
  for (let q = 0, k = 0; q < n; q++) {
    while (bounds[k + 1]! < q) k++;
    const off = q - places[k]!;
    to[q] = off * off + costs[places[k]!]!;
  }
}

/** Far beyond any picture, px². */
const FAR = 1e12;

/** Distance of each pixel to the nearest one with `isSeed`, px. */
function distanceTo(
  { width, height, values }: Grid,
  isSeed: (value: number) => boolean,
): Float64Array {
  const squared = Float64Array.from(values, (value) => (isSeed(value) ? 0 : FAR));
  const column = new Float64Array(height);
  for (let x = 0; x < width; x++) {
    const costs = Float64Array.from({ length: height }, (_, y) => squared[y * width + x]!);
    lineDistances(costs, column);
    for (let y = 0; y < height; y++) squared[y * width + x] = column[y]!;
  }
  const row = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    lineDistances(squared.slice(y * width, (y + 1) * width), row);
    squared.set(row, y * width);
  }
  return squared.map(Math.sqrt);
}

/** How far inside (positive) or outside each pixel of a mask of zeros and ones is, px (Felzenszwalb, Huttenlocher 2012). */
export function insideDistance(mask: Grid): Grid {
  const grid = emptyGrid(mask.width, mask.height);
  const toOutside = distanceTo(mask, (value) => value < 0.5);
  const toInside = distanceTo(mask, (value) => value >= 0.5);
  for (let i = 0; i < grid.values.length; i++) {
    grid.values[i] = mask.values[i]! >= 0.5 ? toOutside[i]! - 0.5 : 0.5 - toInside[i]!;
  }
  return grid;
}
