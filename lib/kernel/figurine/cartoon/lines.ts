import { boxBlur } from "./smooth.ts";
import type { LabImage } from "./types.ts";

/**
 * How much ink a line drawing of the picture has at each pixel, 0 to 1: where it is darker than what is around it, as
 * the difference of two blurs tells (Winnemöller 2006). `radius` is half the width of the lines, px.
 */
export function inkOf({ width, height, lab }: LabImage, radius: number): Float32Array {
  const light = Float32Array.from({ length: width * height }, (_, i) => lab[3 * i]!);
  const fine = boxBlur(light, width, height, Math.max(1, Math.round(radius * 0.6)));
  const wide = boxBlur(boxBlur(light, width, height, Math.round(radius * 2)), width, height, 2);
  return fine.map((value, i) => {
    const darker = wide[i]! - value;
    return 1 / (1 + Math.exp(-(darker - 5.5) / 1.1));
  });
}

/** The picture with ink laid over it, `share` of full strength, in a dark tone of its own. */
export function inked(image: LabImage, ink: Float32Array, share: number): LabImage {
  const lab = Float32Array.from(image.lab);
  for (let pixel = 0; pixel < ink.length; pixel++) {
    const cover = ink[pixel]! * share;
    lab[3 * pixel]! += (14 - lab[3 * pixel]!) * cover;
    lab[3 * pixel + 1]! *= 1 - 0.7 * cover;
    lab[3 * pixel + 2]! *= 1 - 0.7 * cover;
  }
  return { ...image, lab };
}
