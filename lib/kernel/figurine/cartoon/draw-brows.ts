import { EYE_AT } from "../face.ts";
import { hexToLab, type Lab, mixLab } from "./colour.ts";
import { arcAt, paintOn } from "./paint.ts";
import type { Brows, LabImage } from "./types.ts";

/** Brows of a photo that shows none. */
const PLAIN = { half: 0.5, inner: -0.35, outer: -0.75 };
/** Inner ends lower than this look angry. */
const LEAST_INNER = -0.45;
/** Outer ends that do not fall look startled. */
const LEAST_FALL = -0.35;
const INK: Lab = [15, 5, 5];

/** Draws brows as thick and as bent as the photo's over eyes that end at `above`; in hair's colour where none show. */
export function drawBrows(image: LabImage, brows: Brows | null, above: number, hair: Lab): void {
  const { half } = brows ?? PLAIN;
  const outer = Math.min(LEAST_FALL, brows?.outer ?? PLAIN.outer);
  const inner = Math.max(LEAST_INNER, brows?.inner ?? PLAIN.inner);
  const colour = mixLab(brows ? hexToLab(brows.colour) : hair, INK, brows ? 0.25 : 0.35);
  const middle = above + 0.75 + half;
  const height = (t: number) => {
    const end = t < 0.5 ? inner : outer - 0.25;
    return middle + end * (2 * t - 1) ** 2;
  };
  const width = (t: number) => half * (0.5 + 0.62 * Math.sin(Math.PI * (0.2 + 0.66 * t)));
  for (const side of [-1, 1]) {
    const at = (t: number) => height(side < 0 ? 1 - t : t);
    const wide = (t: number) => width(side < 0 ? 1 - t : t);
    const [from, to] = [side * EYE_AT[0] - side * 2.9, side * EYE_AT[0] + side * 3.4];
    paintOn(image, arcAt(Math.min(from, to), Math.max(from, to), at, wide), colour);
  }
}
