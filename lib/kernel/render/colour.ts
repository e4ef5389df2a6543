/** Linear sRGB light, changed in place: the tracer's hot path allocates nothing. */
export interface Light {
  r: number;
  g: number;
  b: number;
}

/** A fixed linear sRGB colour. */
export type Rgb = readonly [r: number, g: number, b: number];

export const black = (): Light => ({ r: 0, g: 0, b: 0 });

/** 0 below `low`, 1 above `high`, smooth between. */
export function smoothstep(low: number, high: number, x: number): number {
  const t = Math.max(0, Math.min(1, (x - low) / (high - low)));
  return t * t * (3 - 2 * t);
}
