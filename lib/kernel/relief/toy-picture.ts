import type { Raster } from "../raster/raster.ts";

const SIZE = 384;

type Colour = readonly [number, number, number];
/** A shape: how far inside it a point is, with x to the right and y up, each −1 to 1. */
type Inside = (x: number, y: number) => number;

const oval =
  (cx: number, cy: number, rx: number, ry: number): Inside =>
  (x, y) =>
    (1 - Math.sqrt(((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2)) * Math.min(rx, ry);

const above =
  (shape: Inside, line: number): Inside =>
  (x, y) =>
    Math.min(shape(x, y), y - line);

const RED: Colour = [206, 44, 40];
const CREAM: Colour = [246, 233, 206];
const SPOT: Colour = [255, 248, 236];
const INK: Colour = [46, 30, 26];
const BLUSH: Colour = [238, 160, 140];

const stem: Inside = (x, y) =>
  0.33 + 0.1 * (0.5 - y) ** 2 - Math.abs(x) - Math.max(0, -0.78 - y) * 2;

/** A toadstool with a face, painted from back to front. */
const LAYERS: readonly (readonly [Colour, Inside])[] = [
  [CREAM, (x, y) => Math.min(stem(x, y), 0.2 - y, y + 0.9)],
  [RED, above(oval(0, -0.08, 0.86, 0.94), -0.1)],
  [RED, oval(0, -0.08, 0.86, 0.16)],
  [SPOT, oval(-0.34, 0.32, 0.17, 0.19)],
  [SPOT, oval(0.16, 0.55, 0.18, 0.17)],
  [SPOT, oval(0.5, 0.18, 0.13, 0.16)],
  [SPOT, oval(-0.02, 0.12, 0.1, 0.09)],
  [SPOT, oval(-0.68, 0.06, 0.08, 0.11)],
  [INK, oval(-0.14, -0.42, 0.05, 0.07)],
  [INK, oval(0.14, -0.42, 0.05, 0.07)],
  [BLUSH, oval(-0.25, -0.54, 0.06, 0.045)],
  [BLUSH, oval(0.25, -0.54, 0.06, 0.045)],
  [
    INK,
    (x, y) => 0.018 - Math.abs(Math.sqrt(x * x + (y + 0.5) ** 2) - 0.08) - Math.max(0, y + 0.53),
  ],
];

/** The picture of a toadstool on a transparent ground: what an object is made of while there is no photo. */
export function toyPicture(): Raster {
  const rgba = new Uint8Array(4 * SIZE * SIZE);
  for (let i = 0; i < SIZE * SIZE; i++) {
    const x = ((i % SIZE) + 0.5) / (SIZE / 2) - 1;
    const y = 1 - (Math.floor(i / SIZE) + 0.5) / (SIZE / 2);
    let alpha = 0;
    const mixed: [number, number, number] = [255, 255, 255];
    for (const [colour, inside] of LAYERS) {
      const share = Math.max(0, Math.min(1, 0.5 + (inside(x, y) * SIZE) / 2));
      if (share === 0) continue;
      for (let k = 0; k < 3; k++) mixed[k]! += (alpha === 0 ? 1 : share) * (colour[k]! - mixed[k]!);
      alpha = Math.max(alpha, share);
    }
    rgba.set([...mixed.map(Math.round), Math.round(255 * alpha)], 4 * i);
  }
  return { width: SIZE, height: SIZE, rgba };
}
