import type { Raster } from "../../raster/raster.ts";
import { labOf } from "../../relief/segment/lab.ts";
import type { Colour } from "../parts.ts";
import type { LabImage } from "./types.ts";

/** Long edge at which a photo is looked at, px: twice as fine as the canvas. */
export const PHOTO_EDGE_PX = 640;

export type Lab = readonly [lightness: number, a: number, b: number];

/** A picture in Lab, as large as it is looked at. */
export const toLabImage = (raster: Raster): LabImage => {
  const { width, height, lab } = labOf(raster, PHOTO_EDGE_PX);
  return { width, height, lab };
};

const cube = (t: number) => (t > 0.206893 ? t ** 3 : (t - 16 / 116) / 7.787);
const gamma = (v: number) => {
  const linear = Math.min(1, Math.max(0, v));
  return 255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055);
};

/** Lab (D65) as sRGB, 0 to 255 each, not rounded; what no screen shows is clipped. */
export function labToRgb([lightness, a, b]: Lab): [number, number, number] {
  const fy = (lightness + 16) / 116;
  const x = 0.9505 * cube(fy + a / 500);
  const y = cube(fy);
  const z = 1.089 * cube(fy - b / 200);
  return [
    gamma(3.2406 * x - 1.5372 * y - 0.4986 * z),
    gamma(-0.9689 * x + 1.8758 * y + 0.0415 * z),
    gamma(0.0557 * x - 0.204 * y + 1.057 * z),
  ];
}

export const labToHex = (lab: Lab): Colour =>
  `#${labToRgb(lab)
    .map((value) => Math.round(value).toString(16).padStart(2, "0"))
    .join("")}`;

export function hexToLab(colour: Colour): Lab {
  const octet = (from: number) => Number.parseInt(colour.slice(from, from + 2), 16);
  const rgba = Uint8Array.from(
    { length: 64 },
    (_, i) => [octet(1), octet(3), octet(5), 255][i % 4]!,
  );
  const { lab } = labOf({ width: 4, height: 4, rgba }, 4);
  return [lab[0]!, lab[1]!, lab[2]!];
}

export const labAt = ({ lab }: LabImage, pixel: number): Lab => [
  lab[3 * pixel]!,
  lab[3 * pixel + 1]!,
  lab[3 * pixel + 2]!,
];

/** Distance of two colours (CIE 1976 ΔE). */
export const difference = (one: Lab, other: Lab) =>
  Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);

export const mixLab = (one: Lab, other: Lab, share: number): Lab => [
  one[0] + (other[0] - one[0]) * share,
  one[1] + (other[1] - one[1]) * share,
  one[2] + (other[2] - one[2]) * share,
];

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** The middle colour of pixels, channel by channel. */
export function middleOf(image: LabImage, pixels: readonly number[]): Lab {
  const channel = (k: 0 | 1 | 2) => median(pixels.map((pixel) => image.lab[3 * pixel + k]!));
  return [channel(0), channel(1), channel(2)];
}
