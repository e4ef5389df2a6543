export type Srgb = readonly [red: number, green: number, blue: number];

/** `#rrggbb` as 0 to 255 each. */
export function srgbOf(hex: string): Srgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export const hexOf = ([r, g, b]: Srgb): string =>
  `#${[r, g, b]
    .map((v) =>
      Math.max(0, Math.min(255, Math.round(v)))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;

export const blend = (a: Srgb, b: Srgb, t: number): Srgb => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];

export const scaled = ([r, g, b]: Srgb, k: number): Srgb => [r * k, g * k, b * k];

/** How light a colour looks, 0 to 1 (Rec. 709 weights on the sRGB values). */
export const lightness = ([r, g, b]: Srgb) => (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
