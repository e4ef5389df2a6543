import { MOUTH_AT } from "../face.ts";
import { hexToLab, type Lab, mixLab } from "./colour.ts";
import { arcAt, betweenArcs, type Inside, ovalAt, overlap, paintOn } from "./paint.ts";
import type { LabImage, Mouth } from "./types.ts";

const INK: Lab = [16, 14, 9];
const THROAT: Lab = [22, 26, 12];
const TONGUE: Lab = [56, 38, 18];
const TEETH: Lab = [96, 0, 3];
const [, Z] = MOUTH_AT;

/** Corners this much higher than the mouth's middle are friendly; a photo's own smile adds to it. */
const FRIENDLY = 0.75;

/** Draws a mouth as wide, as open and as smiling as the photo's. `size` is times its width. */
export function drawMouth(image: LabImage, mouth: Mouth, size: number): void {
  const half = mouth.half * size;
  const smile = FRIENDLY + 0.75 * Math.max(0, mouth.smile);
  const lips = hexToLab(mouth.lips);
  if (mouth.isOpen) openMouth(image, half, smile, lips);
  else closedMouth(image, half, smile, lips);
}

const bow = (high: number) => (t: number) => high * Math.sin(Math.PI * t);

function closedMouth(image: LabImage, half: number, smile: number, lips: Lab): void {
  const line = (t: number) => Z + 0.55 - bow(smile)(t);
  const full = half * 0.72;
  const lower = (t: number) => Z + 0.5 - smile - bow(0.95)(t);
  const upper = (t: number) => Z + 0.75 - smile * (0.35 + 0.65 * Math.sin(Math.PI * t));
  paintOn(image, betweenArcs(-full, full, upper, lower), lips, { soft: 0.7, share: 0.62 });
  const width = (t: number) => 0.16 + 0.24 * Math.sin(Math.PI * t);
  paintOn(image, arcAt(-half, half, line, width), mixLab(lips, INK, 0.55));
}

function openMouth(image: LabImage, half: number, smile: number, lips: Lab): void {
  const top = (t: number) => Z + 1.15 - bow(0.5 + 0.25 * smile)(t);
  const deep = 2.2 + 0.7 * smile;
  const low = (t: number) => Z + 1.15 - bow(deep)(t);
  const inside = betweenArcs(-half, half, top, low);
  const around: Inside = (x, z) => inside(x, z) + 0.34;
  paintOn(image, around, mixLab(lips, INK, 0.25));
  paintOn(image, inside, THROAT);
  paintOn(image, overlap(inside, ovalAt(0, Z + 1.15 - deep, half * 0.5, 0.9)), TONGUE);
  const teeth = (t: number) => Z + 1.15 - bow(0.45 * deep + 0.3)(t);
  paintOn(image, betweenArcs(-half * 0.9, half * 0.9, top, teeth), TEETH);
}
