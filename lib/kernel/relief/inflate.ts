import { type Grid, sampleGrid } from "./grid.ts";
import type { Silhouette } from "./silhouette.ts";
import { resized } from "./tones.ts";

/** How a body swells from its outline to its middle. */
export type DepthProfile = "round" | "flat" | "steep";

/** Exponent on the share of the greatest height: a plateau with steep flanks, a circle's arc, a ridge. */
const EXPONENTS: Record<DepthProfile, number> = { round: 1, flat: 0.5, steep: 1.7 };

/** Nearest that an outline may lie to a pixel's middle, px: nearer makes the system stiff. */
const NEAREST = 0.05;

/** Δh = −2 at the pixels inside a silhouette, as rows of a linear system. */
interface System {
  /** Pixel of each row. */
  pixels: Int32Array;
  /** Four neighbours of each row: left, right, up, down; −1 where the outline comes first. */
  neighbours: Int32Array;
  /** Their weights, and the sum of each row's. */
  weights: Float64Array;
  sums: Float64Array;
}

/** The outline's place between pixels is kept (Shortley and Weller 1938): h is 0 there, not at the next pixel. */
function systemOf({ width, height, values }: Silhouette): System {
  const isInner = (i: number) => {
    const x = i % width;
    return values[i]! > 0 && x > 0 && x < width - 1 && i >= width && i < width * (height - 1);
  };
  const pixels = Int32Array.from(Array.from(values.keys()).filter(isInner));
  const neighbours = new Int32Array(4 * pixels.length);
  const weights = new Float64Array(4 * pixels.length);
  const sums = new Float64Array(pixels.length);
  pixels.forEach((pixel, row) => {
    const own = values[pixel]!;
    const arms = [pixel - 1, pixel + 1, pixel - width, pixel + width].map((n, k) => {
      const isIn = values[n]! > 0;
      neighbours[4 * row + k] = isIn ? n : -1;
      return isIn ? 1 : Math.max(NEAREST, own / (own - values[n]!));
    });
    for (let k = 0; k < 4; k++) {
      const opposite = arms[k ^ 1]!;
      weights[4 * row + k] = 2 / ((arms[k]! + opposite) * arms[k]!);
      sums[row]! += weights[4 * row + k]!;
    }
  });
  return { pixels, neighbours, weights, sums };
}

/** Rounds of successive over-relaxation on `h` in place. */
function relax(h: Float64Array, system: System, rounds: number, omega: number): void {
  const { pixels, neighbours, weights, sums } = system;
  for (let round = 0; round < rounds; round++) {
    for (let row = 0; row < pixels.length; row++) {
      let total = 2;
      for (let k = 4 * row; k < 4 * row + 4; k++) {
        const neighbour = neighbours[k]!;
        if (neighbour >= 0) total += weights[k]! * h[neighbour]!;
      }
      const pixel = pixels[row]!;
      h[pixel]! += omega * (total / sums[row]! - h[pixel]!);
    }
  }
}

/** A grid of this edge or less is solved from nothing, px. */
const COARSEST_PX = 40;

/** h over the silhouette, px²: from half the picture's, doubled, and then settled. */
function solve(silhouette: Silhouette): Float64Array {
  const { width, height } = silhouette;
  const system = systemOf(silhouette);
  const h = new Float64Array(width * height);
  if (Math.max(width, height) <= COARSEST_PX) {
    relax(h, system, 160, 1.75);
    return h;
  }
  const half = resized(silhouette, Math.ceil(width / 2), Math.ceil(height / 2));
  const scale = width / half.width;
  const coarse = { ...half, values: Float32Array.from(solve(half)) };
  for (const pixel of system.pixels) {
    const u = ((pixel % width) + 0.5) / width;
    const v = (Math.floor(pixel / width) + 0.5) / height;
    h[pixel] = scale * scale * sampleGrid(coarse, u, v);
  }
  relax(h, system, 60, 1.8);
  relax(h, system, 12, 1);
  return h;
}

/**
 * Height above the plane over a silhouette, px: h solves Δh = −2 with h = 0 on the outline, and the height is √(2h),
 * which over a disc of radius R is the half ball √(R² − r²).
 */
export function roundHeights(silhouette: Silhouette): Grid {
  const h = solve(silhouette);
  const values = Float32Array.from(h, (value) => Math.sqrt(Math.max(0, 2 * value)));
  return { width: silhouette.width, height: silhouette.height, values };
}

/** The heights of another profile, as high in the middle. */
export function profiled(heights: Grid, profile: DepthProfile): Grid {
  const exponent = EXPONENTS[profile];
  if (exponent === 1) return heights;
  const most = heights.values.reduce((high, value) => Math.max(high, value), 0);
  if (most === 0) return heights;
  const values = heights.values.map((value) => most * (value / most) ** exponent);
  return { ...heights, values };
}
