import { EYE_AT, MOUTH_AT } from "../face.ts";
import { CANVAS_PX, SCALE, sampleInto, toPx, toPy } from "./canvas.ts";
import type { LabImage } from "./types.ts";

/** How many times as large parts of a face become. */
export interface Growth {
  /** 1 to 1.6. */
  eyes: number;
  /** 0.7 to 1.3. */
  mouth: number;
}

interface Bulge {
  px: number;
  py: number;
  radius: number;
  by: number;
}

function bulgesOf({ eyes, mouth }: Growth): Bulge[] {
  const at = (x: number, z: number, units: number, by: number): Bulge => ({
    ...{ px: toPx(x), py: toPy(z), radius: units * SCALE, by },
  });
  return [
    at(-EYE_AT[0], EYE_AT[1], 8.5, eyes),
    at(EYE_AT[0], EYE_AT[1], 8.5, eyes),
    at(MOUTH_AT[0], MOUTH_AT[1], 7.5, mouth),
  ];
}

/** A canvas with eyes and mouth grown around their places; what is farther off stays. */
export function bulged(image: LabImage, growth: Growth): LabImage {
  const bulges = bulgesOf(growth);
  const lab = Float32Array.from(image.lab);
  for (let y = 0; y < CANVAS_PX; y++)
    for (let x = 0; x < CANVAS_PX; x++) {
      let [dx, dy] = [0, 0];
      for (const { px, py, radius, by } of bulges) {
        const [ox, oy] = [x - px, y - py];
        const far = Math.hypot(ox, oy) / radius;
        if (far >= 1) continue;
        const pull = 1 / (1 + (by - 1) * (1 - far * far) ** 2) - 1;
        dx += ox * pull;
        dy += oy * pull;
      }
      if (dx !== 0 || dy !== 0) sampleInto(image, x + dx, y + dy, lab, 3 * (y * CANVAS_PX + x));
    }
  return { ...image, lab };
}
