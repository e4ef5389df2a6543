import { expect, it } from "vitest";
import { hairColours } from "#lib/kernel/figurine/hair-colours.ts";
import type { Raster } from "#lib/kernel/raster/raster.ts";

const MARKS = { rightEye: [0.38, 0.45], leftEye: [0.62, 0.45], mouthY: 0.7 } as const;

/** A face of one skin colour under an arch of hair, on a light ground. */
function portrait(hair: readonly [number, number, number] | null): Raster {
  const size = 120;
  const rgba = new Uint8Array(size * size * 4);
  for (let i = 0; i < size * size; i++) {
    const [u, v] = [(i % size) / size, Math.floor(i / size) / size];
    const isFace = Math.hypot((u - 0.5) / 0.28, (v - 0.55) / 0.38) < 1;
    const isHair = hair !== null && v < 0.34 && Math.hypot((u - 0.5) / 0.32, (v - 0.5) / 0.45) < 1;
    rgba.set([...(isHair ? hair : isFace ? [230, 180, 150] : [240, 240, 244]), 255], 4 * i);
  }
  return { width: size, height: size, rgba };
}

it("reads the colour of hair from above the forehead, not of skin or ground", () => {
  expect(hairColours(portrait([90, 50, 30]), MARKS)).toEqual({
    main: "#5a321e",
    light: "#5a321e",
    dark: "#5a321e",
  });
});

it("finds no hair on a bald head", () => {
  expect(hairColours(portrait(null), MARKS)).toBeNull();
});
