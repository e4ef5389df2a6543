import type { Raster } from "../raster/raster.ts";

/** The picture with its longer edge at most `edgePx`; each new pixel is the mean of those whose middles it covers. */
export function reduced(raster: Raster, edgePx: number): Raster {
  const share = edgePx / Math.max(raster.width, raster.height);
  if (share >= 1) return raster;
  const width = Math.max(1, Math.round(raster.width * share));
  const height = Math.max(1, Math.round(raster.height * share));
  const sums = new Float32Array(4 * width * height);
  const counts = new Float32Array(width * height);
  for (let y = 0; y < raster.height; y++) {
    const row = width * Math.floor(((y + 0.5) * height) / raster.height);
    for (let x = 0; x < raster.width; x++) {
      const to = row + Math.floor(((x + 0.5) * width) / raster.width);
      const from = 4 * (y * raster.width + x);
      for (let k = 0; k < 4; k++) sums[4 * to + k]! += raster.rgba[from + k]!;
      counts[to]! += 1;
    }
  }
  const rgba = Uint8Array.from(sums, (sum, i) => Math.round(sum / counts[i >> 2]!));
  return { width, height, rgba };
}
