import type { Raster } from "../raster/raster.ts";
import type { FaceMarks } from "./face-picture.ts";
import type { Colour } from "./parts.ts";

/** Colours of a person's hair, by how much of it there is, the most first. */
export interface HairColours {
  main: Colour;
  /** Lighter strands, and the shade between them. */
  light: Colour;
  dark: Colour;
}

interface Sample {
  rgb: readonly [number, number, number];
  luma: number;
}

const lumaOf = (r: number, g: number, b: number) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Rows and columns looked at; more change nothing that is seen. */
const GRID = 48;

/** Opaque pixels of a box given by shares of the picture. */
function samplesIn(
  { width, height, rgba }: Raster,
  box: readonly [number, number, number, number],
): Sample[] {
  const [left, top, right, bottom] = box;
  const found: Sample[] = [];
  for (let j = 0; j < GRID; j++)
    for (let i = 0; i < GRID; i++) {
      const u = left + ((right - left) * (i + 0.5)) / GRID;
      const v = top + ((bottom - top) * (j + 0.5)) / GRID;
      if (u < 0 || v < 0 || u >= 1 || v >= 1) continue;
      const at = (Math.floor(v * height) * width + Math.floor(u * width)) * 4;
      if (rgba[at + 3]! < 128) continue;
      const [r, g, b] = [rgba[at]!, rgba[at + 1]!, rgba[at + 2]!];
      found.push({ rgb: [r, g, b], luma: lumaOf(r, g, b) });
    }
  return found;
}

const distance = (a: Sample["rgb"], b: Sample["rgb"]) =>
  Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

function middleColour(samples: readonly Sample[]): Sample["rgb"] {
  const channel = (k: 0 | 1 | 2) => median(samples.map(({ rgb }) => rgb[k]));
  return [channel(0), channel(1), channel(2)];
}

const toHex = (rgb: readonly number[]): Colour =>
  `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;

/** Differences from the skin or the background that count as another thing, 8-bit steps. */
const APART = 42;

/**
 * The colours of the hair in a picture of a face, from the arch above the forehead: what is neither the
 * skin between the eyes and the mouth nor the background in the upper corners. Null where nothing is left
 * (a bald head, or hair as light as what is behind it).
 */
export function hairColours(
  raster: Raster,
  { rightEye, leftEye, mouthY }: FaceMarks,
): HairColours | null {
  const middle = (rightEye[0] + leftEye[0]) / 2;
  const eyes = (rightEye[1] + leftEye[1]) / 2;
  const across = leftEye[0] - rightEye[0];
  const down = mouthY - eyes;
  const skin = middleColour(
    samplesIn(raster, [
      middle - across * 0.6,
      eyes + down * 0.35,
      middle + across * 0.6,
      eyes + down * 0.7,
    ]),
  );
  const ground = middleColour([
    ...samplesIn(raster, [0, 0, 0.06, 0.12]),
    ...samplesIn(raster, [0.94, 0, 1, 0.12]),
  ]);
  const arch = samplesIn(raster, [
    middle - across * 0.95,
    eyes - down * 1.9,
    middle + across * 0.95,
    eyes - down * 0.75,
  ]);
  const hair = arch
    .filter(({ rgb }) => distance(rgb, skin) > APART && distance(rgb, ground) > APART)
    .sort((a, b) => a.luma - b.luma);
  if (hair.length < (GRID * GRID) / 50) return null;
  const part = (from: number, to: number) =>
    middleColour(hair.slice(Math.floor(hair.length * from), Math.ceil(hair.length * to)));
  return { dark: toHex(part(0, 0.25)), main: toHex(part(0.25, 0.75)), light: toHex(part(0.75, 1)) };
}
