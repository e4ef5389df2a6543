import { EYE_AT } from "../face.ts";
import { type Lab, mixLab } from "./colour.ts";
import { arcAt, ovalAt, paintOn } from "./paint.ts";
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

/** Covers the eyes of the picture with skin, so that nothing of them looks out behind those drawn. */
function coverEyes(image: LabImage, { skin, size }: EyePlan): void {
  for (const side of [-1, 1])
    paintOn(image, ovalAt(side * EYE_X, EYE_Z - 0.2, 4.4 * size, 3.7 * size), skin, { soft: 1.6 });
}

function glints(image: LabImage, side: number, size: number, by = 1): void {
  const x = side * EYE_X;
  paintOn(image, ovalAt(x + 0.85 * size, EYE_Z + 1.2 * size, 0.85 * by, 0.95 * by), WHITE);
  paintOn(image, ovalAt(x - 0.8 * size, EYE_Z - 1.15 * size, 0.45 * by, 0.5 * by), WHITE);
}

function glossyEye(image: LabImage, side: number, { size, iris }: EyePlan): void {
  const x = side * EYE_X;
  const rim = mixLab(iris, INK, 0.65);
  paintOn(image, ovalAt(x, EYE_Z - 0.1, 3.05 * size, 3.6 * size), mixLab(INK, WHITE, 0.12));
  paintOn(image, ovalAt(x, EYE_Z - 0.25, 2.8 * size, 3.3 * size), WHITE);
  paintOn(image, ovalAt(x - side * 0.25, EYE_Z - 0.2, 2.25 * size, 2.85 * size), rim);
  paintOn(
    image,
    ovalAt(x - side * 0.25, EYE_Z - 0.55, 1.85 * size, 2.3 * size),
    mixLab(iris, WHITE, 0.16),
    {
      soft: 0.5,
    },
  );
  paintOn(image, ovalAt(x - side * 0.25, EYE_Z - 0.15, 1.2 * size, 1.7 * size), INK);
  glints(image, side, size);
}

function lid(image: LabImage, side: number, size: number, half: number): void {
  const [left, right] = [side * EYE_X - 3.3 * size, side * EYE_X + 3.3 * size];
  const arch = (t: number) => EYE_Z + 0.6 * size + 3.1 * size * Math.sin(Math.PI * t) ** 0.8;
  paintOn(
    image,
    arcAt(left, right, arch, (t) => half * (0.45 + 0.75 * Math.sin(Math.PI * t))),
    INK,
  );
}

function buttonEye(image: LabImage, side: number, { size }: EyePlan): void {
  paintOn(image, ovalAt(side * EYE_X, EYE_Z, 2.1 * size, 2.6 * size), INK);
  glints(image, side, 0.8 * size, 0.85);
}

/** Draws both eyes in the plan's way, in the head's own units. */
export function drawEyes(image: LabImage, plan: EyePlan): void {
  if (plan.eyes === "photo") return;
  coverEyes(image, plan);
  for (const side of [-1, 1]) {
    if (plan.eyes === "button") buttonEye(image, side, plan);
    else {
      glossyEye(image, side, plan);
      lid(image, side, plan.size, plan.eyes === "inked" ? 0.62 : 0.4);
    }
  }
}
