import { EYE_AT } from "../face.ts";
import { type Lab, mixLab } from "./colour.ts";
import { arcAt, type Inside, ovalAt, overlap, paintOn } from "./paint.ts";
import type { LabImage } from "./types.ts";

/** How eyes are drawn anew; `photo` leaves those of the picture. */
export type DrawnEyes = "glossy" | "button" | "inked" | "photo";

export interface EyePlan {
  eyes: DrawnEyes;
  /** Times the usual size, 0.8 to 1.3. */
  size: number;
  iris: Lab;
  skin: Lab;
}

const INK: Lab = [9, 3, 2];
const WHITE: Lab = [97, 0, 1];
const [EYE_X, EYE_Z] = EYE_AT;

/** Half width and half height of an eye of the usual size, in the head's units. */
const WIDE = 2.85;
const HIGH: Record<Exclude<DrawnEyes, "photo">, number> = {
  glossy: 3.05,
  inked: 2.85,
  button: 2.6,
};

/** Height at which a drawn eye ends, its lid included. */
export const topOfEyes = ({ eyes, size }: Pick<EyePlan, "eyes" | "size">) =>
  EYE_Z + (eyes === "photo" ? 2.6 : HIGH[eyes]) * size + 0.4;

/** Covers the eyes and brows of the picture with skin, so that nothing of them looks out behind those drawn. */
function coverEyes(image: LabImage, { skin, size }: EyePlan): void {
  for (const side of [-1, 1])
    paintOn(image, ovalAt(side * EYE_X, EYE_Z + 1.4, 4.8 * size, 5.4), skin, { soft: 2 });
}

function glints(image: LabImage, side: number, size: number, by = 1): void {
  const x = side * EYE_X;
  paintOn(image, ovalAt(x + 0.8 * size, EYE_Z + 1.15 * size, 0.82 * by, 0.92 * by), WHITE);
  paintOn(image, ovalAt(x - 0.75 * size, EYE_Z - 1.1 * size, 0.42 * by, 0.46 * by), WHITE);
}

/** The white, an iris that is dark above and glows below, and a pupil under the shade of the lid. */
function eyeball(image: LabImage, side: number, { size, iris, eyes }: EyePlan, high: number): void {
  const x = side * EYE_X;
  const white = ovalAt(x, EYE_Z, WIDE * size, high);
  const within = (form: Inside) => overlap(white, form);
  paintOn(image, ovalAt(x, EYE_Z - 0.1, WIDE * size + 0.22, high + 0.2), mixLab(iris, INK, 0.72), {
    share: eyes === "inked" ? 1 : 0.55,
  });
  paintOn(image, white, WHITE);
  const cx = x - side * 0.25;
  paintOn(image, within(ovalAt(cx, EYE_Z - 0.05, 2.1 * size, 2.6 * size)), mixLab(iris, INK, 0.55));
  paintOn(image, within(ovalAt(cx, EYE_Z - 0.25, 1.82 * size, 2.25 * size)), iris, { soft: 0.3 });
  const glow = mixLab([iris[0] + 16, iris[1] * 1.1, iris[2] * 1.1], WHITE, 0.12);
  paintOn(image, within(ovalAt(cx, EYE_Z - 1.25 * size, 1.25 * size, 0.95 * size)), glow, {
    ...{ soft: 0.9, share: 0.85 },
  });
  paintOn(image, within(ovalAt(cx, EYE_Z + 0.1, 1.08 * size, 1.4 * size)), INK);
  const shade = ovalAt(x, EYE_Z + high, WIDE * size, 1.1);
  paintOn(image, within(shade), INK, { soft: 1, share: 0.3 });
  glints(image, side, size);
}

/** The upper lid with its outer corner drawn out, and a hint of the lower one. */
function lids(image: LabImage, side: number, { size, skin }: EyePlan, high: number, half: number) {
  const x = side * EYE_X;
  const [inner, outer] = [x - side * 2.75 * size, x + side * 3.25 * size];
  const [left, right] = [Math.min(inner, outer), Math.max(inner, outer)];
  const outwards = (t: number) => (side > 0 ? t : 1 - t);
  const arch = (t: number) => {
    const u = outwards(t);
    return EYE_Z + 0.3 * high + 0.74 * high * Math.sin(Math.PI * (0.08 + 0.86 * u)) ** 0.75;
  };
  const width = (t: number) =>
    half * (0.35 + 0.85 * Math.sin(Math.PI * (0.1 + 0.62 * outwards(t))));
  paintOn(image, arcAt(left, right, arch, width), INK);
  const low = (t: number) => EYE_Z - high * (0.35 + 0.67 * Math.sin(Math.PI * t));
  const crease = arcAt(x - 1.9 * size, x + 1.9 * size, low, (t) => 0.17 * Math.sin(Math.PI * t));
  paintOn(image, crease, mixLab(skin, INK, 0.45), { share: 0.8 });
}

function buttonEye(image: LabImage, side: number, { size }: EyePlan): void {
  paintOn(image, ovalAt(side * EYE_X, EYE_Z, 2.05 * size, 2.5 * size), INK);
  glints(image, side, 0.8 * size, 0.85);
}

/** Draws both eyes in the plan's way, in the head's own units. */
export function drawEyes(image: LabImage, plan: EyePlan): void {
  if (plan.eyes === "photo") return;
  coverEyes(image, plan);
  const high = HIGH[plan.eyes] * plan.size;
  for (const side of [-1, 1]) {
    if (plan.eyes === "button") buttonEye(image, side, plan);
    else {
      eyeball(image, side, plan, high);
      lids(image, side, plan, high, plan.eyes === "inked" ? 0.66 : 0.5);
    }
  }
}
