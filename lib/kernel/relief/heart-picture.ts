import type { Raster } from "../raster/raster.ts";
import { insideDistance } from "./distance.ts";
import { emptyGrid, mapGrid } from "./grid.ts";

const SIZE = 320;

/** Above 0 inside a heart about the origin, x to the right and y up. */
const heart = (x: number, y: number) => {
  const a = x * x + y * y - 1;
  return -(a * a * a - x * x * y * y * y);
};

const GROOVE = 0.3;

/** Grey by how far inside the heart a point is, as a share of the most: a cushion with a groove round it. */
function greyAt(share: number): number {
  const cushion = Math.sqrt(Math.max(0, 1 - (1 - share) ** 2));
  return 0.15 + 0.85 * cushion - 0.5 * Math.exp(-(((share - GROOVE) / 0.07) ** 2));
}

/** A heart on a transparent ground, its light the height of its relief: a keychain without a picture. */
export function heartPicture(): Raster {
  const place = (i: number) => {
    const x = (((i % SIZE) + 0.5) / SIZE - 0.5) * 2.5;
    return [x, (0.5 - (Math.floor(i / SIZE) + 0.5) / SIZE) * 2.5 + 0.1] as const;
  };
  const mask = mapGrid(emptyGrid(SIZE, SIZE), (_, i) => Number(heart(...place(i)) > 0));
  const inside = insideDistance(mask).values;
  const most = inside.reduce((far, value) => Math.max(far, value), 0);
  const rgba = new Uint8Array(4 * SIZE * SIZE);
  for (let i = 0; i < SIZE * SIZE; i++) {
    const grey = Math.round(255 * Math.max(0, Math.min(1, greyAt(inside[i]! / most))));
    rgba.set([grey, grey, grey, 255 * mask.values[i]!], 4 * i);
  }
  return { width: SIZE, height: SIZE, rgba };
}
