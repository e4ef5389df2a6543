import { addGlow } from "./glow.ts";
import { mix } from "./sampler.ts";
import { sharedOctets } from "./shared-arrays.ts";

const CODES = 8192;

/** sRGB code × 255 by linear light × CODES. */
const TRANSFER = Float32Array.from({ length: CODES + 1 }, (_, i) => {
  const v = i / CODES;
  return 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);
});

const START = 0.8 - 0.04;
const DESATURATION = 0.15;

/** Khronos PBR Neutral, in place on three values: colours of the catalogue stay, highlights roll off to white. */
export function toneMap(rgb: Float64Array): void {
  const least = Math.min(rgb[0]!, rgb[1]!, rgb[2]!);
  const offset = least < 0.08 ? least - 6.25 * least * least : 0.04;
  rgb[0]! -= offset;
  rgb[1]! -= offset;
  rgb[2]! -= offset;
  const peak = Math.max(rgb[0]!, rgb[1]!, rgb[2]!);
  if (peak < START) return;
  const room = 1 - START;
  const mapped = 1 - (room * room) / (peak + room - START);
  const white = 1 - 1 / (DESATURATION * (peak - mapped) + 1);
  for (let k = 0; k < 3; k++) {
    const scaled = (rgb[k]! * mapped) / peak;
    rgb[k] = scaled + (mapped - scaled) * white;
  }
}

/**
 * Turns premultiplied linear rgba floats into 8-bit sRGB rgba with straight alpha: glow around highlights, tone
 * curve, and half a code of dither, without which soft gradients show bands.
 */
export function develop(pixels: Float32Array, widthPx: number, heightPx: number): Uint8Array {
  addGlow(pixels, widthPx, heightPx);
  const bytes = sharedOctets(widthPx * heightPx * 4);
  const rgb = new Float64Array(3);
  for (let p = 0; p < widthPx * heightPx; p++) {
    const at = p * 4;
    const alpha = Math.min(1, pixels[at + 3]!);
    if (alpha <= 0) continue;
    for (let k = 0; k < 3; k++) rgb[k] = Math.max(0, pixels[at + k]! / alpha);
    toneMap(rgb);
    const dither = mix(p, 0) / 4294967296;
    for (let k = 0; k < 3; k++) bytes[at + k] = TRANSFER[toCode(rgb[k]!)]! + dither;
    bytes[at + 3] = alpha * 255 + (alpha < 1 ? dither : 0);
  }
  return bytes;
}

const toCode = (v: number) => Math.min(CODES, Math.max(0, Math.round(v * CODES)));
