import { pixelsIn } from "./canvas.ts";
import { difference, type Lab, labAt, middleOf } from "./colour.ts";
import type { LabImage } from "./types.ts";

/** What a candidate is ranked by, each from 0 to 1, more is better. */
export interface CartoonScore {
  /** How clearly eyes, brows and mouth stand out from the skin. */
  clarity: number;
  /** How even the skin is, so that a painted head has no blotches. */
  calm: number;
  /** How near hair and mouth are to the photo's own colours, lightness apart. */
  colours: number;
  total: number;
}

const WEIGHTS = { clarity: 0.45, calm: 0.3, colours: 0.25 };

const meanDifference = (image: LabImage, pixels: readonly number[], from: Lab) =>
  pixels.reduce((sum, pixel) => sum + difference(labAt(image, pixel), from), 0) / pixels.length;

const hueOf = ([, a, b]: Lab): Lab => [0, a, b];

/** How good a drawn canvas is beside the photo's. */
export function scoreCartoon(drawn: LabImage, canvas: LabImage): CartoonScore {
  const cheeks = [...pixelsIn(-10, -4, 10, 14), ...pixelsIn(4, 10, 10, 14)];
  const features = [
    ...pixelsIn(-9.5, -3.5, 14, 22),
    ...pixelsIn(3.5, 9.5, 14, 22),
    ...pixelsIn(-4, 4, 6.5, 9.6),
  ];
  const skin = middleOf(drawn, cheeks);
  const clarity = Math.min(1, meanDifference(drawn, features, skin) / 34);
  const calm = Math.exp(-meanDifference(drawn, cheeks, skin) / 9);
  const places = [pixelsIn(-8, 8, 28, 32), pixelsIn(-3, 3, 7, 9.2)];
  const off = places.map((place) =>
    difference(hueOf(middleOf(drawn, place)), hueOf(middleOf(canvas, place))),
  );
  const colours = Math.exp(-(off[0]! + off[1]!) / 60);
  const total = WEIGHTS.clarity * clarity + WEIGHTS.calm * calm + WEIGHTS.colours * colours;
  return { clarity, calm, colours, total };
}
