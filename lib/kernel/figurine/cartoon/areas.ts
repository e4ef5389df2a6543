import type { HairStyle } from "../hair.ts";
import type { BeardStyle } from "../headwear.ts";
import { CANVAS_PX, pixelsIn, toX, toZ } from "./canvas.ts";
import { type Lab, labAt } from "./colour.ts";
import { boxBlur } from "./smooth.ts";
import { fromNearest, type Tones } from "./tones.ts";
import type { LabImage } from "./types.ts";

/** Farthest from its tones that hair is. */
const MOST_FROM_HAIR = 24;
/** How much nearer to hair than to skin a colour must be where a face is expected. */
const DOUBT = 9;

const arch = () => pixelsIn(-13, 13, 24, 35);

/** How far out of an oval a place of the canvas is: below 1 within. */
const outOf = (x: number, z: number, [cx, cz]: readonly number[], [rx, rz]: readonly number[]) =>
  Math.hypot((x - cx!) / rx!, (z - cz!) / rz!);

/** Eyes, nose, mouth and cheeks: whatever colours are there, they are of the face. */
const isCore = (x: number, z: number) => outOf(x, z, [0, 11.4], [11, 9.6]) < 1;
/** Where a face usually is, up to the hairline. */
const isLikelyFace = (x: number, z: number) => outOf(x, z, [0, 12.4], [13.2, 12.4]) < 1;

/** Where a head of hair usually is: over and beside the face. */
const isLikelyHair = (x: number, z: number) =>
  !isLikelyFace(x, z) && z > 14 && outOf(x, z, [0, 18.5], [16, 13.5]) < 1;
/** How much nearer to what is behind a colour may be where hair is expected, and anywhere else. */
const TRUST = 9;
const SLACK = 2;

function isHair(colour: Lab, x: number, z: number, tones: Tones): boolean {
  if (isCore(x, z)) return false;
  const near = fromNearest(colour, tones.hair);
  if (near > MOST_FROM_HAIR) return false;
  const isFace = isLikelyFace(x, z);
  const behind = fromNearest(colour, tones.grounds) + (isLikelyHair(x, z) ? TRUST : SLACK);
  if (near > behind || near + (isFace ? DOUBT : 0) >= fromNearest(colour, tones.skins))
    return false;
  return !isFace || near + DOUBT < fromNearest(colour, tones.shades);
}

const placeOf = (pixel: number) =>
  [toX(pixel % CANVAS_PX), toZ(Math.floor(pixel / CANVAS_PX))] as const;

/** Hair connected to the arch above the forehead: brows and a beard are not. */
export function hairMask(image: LabImage, tones: Tones): Uint8Array {
  const mask = new Uint8Array(CANVAS_PX * CANVAS_PX);
  if (tones.hair.length === 0) return mask;
  const is = (pixel: number) => isHair(labAt(image, pixel), ...placeOf(pixel), tones);
  const open = arch().filter(is);
  for (const pixel of open) mask[pixel] = 1;
  while (open.length > 0) {
    const pixel = open.pop()!;
    const x = pixel % CANVAS_PX;
    for (const next of [
      x > 0 ? pixel - 1 : -1,
      x < CANVAS_PX - 1 ? pixel + 1 : -1,
      pixel - CANVAS_PX,
      pixel + CANVAS_PX,
    ]) {
      if (next < 0 || next >= mask.length || mask[next] === 1 || !is(next)) continue;
      mask[next] = 1;
      open.push(next);
    }
  }
  return closed(mask);
}

/** Strands of light and shade within hair are hair. */
function closed(mask: Uint8Array): Uint8Array {
  const soft = boxBlur(Float32Array.from(mask), CANVAS_PX, CANVAS_PX, 4);
  return mask.map((value, pixel) => {
    const [x, z] = placeOf(pixel);
    return value === 1 || (soft[pixel]! > 0.5 && !isLikelyFace(x, z)) ? 1 : 0;
  });
}

/** Half widths of the face on the canvas, around (0, `FACE_Z`). */
const FACE_REACH = [14.2, 14.8] as const;
const FACE_Z = 13.2;
const FEATHER_PX = 3;

/** What is painted onto a head, 0 to 1: an oval, as far as no hair lies over it and nothing behind looks through. */
export function faceMask(image: LabImage, hair: Uint8Array, tones: Tones): Float32Array {
  const face = new Float32Array(hair.length);
  for (const pixel of pixelsIn(-FACE_REACH[0], FACE_REACH[0], -2, 30)) {
    const [x, z] = placeOf(pixel);
    const far = outOf(x, z, [0, FACE_Z], FACE_REACH);
    if (far > 1 || hair[pixel] === 1) continue;
    const colour = labAt(image, pixel);
    const isBehind =
      far > 0.75 &&
      !isCore(x, z) &&
      fromNearest(colour, tones.grounds) < 0.6 * fromNearest(colour, tones.skins);
    if (!isBehind) face[pixel] = 1;
  }
  // Shrunk by what the blur adds: no rim of hair or ground stays.
  const once = boxBlur(face, CANVAS_PX, CANVAS_PX, FEATHER_PX);
  const soft = boxBlur(once, CANVAS_PX, CANVAS_PX, FEATHER_PX);
  return soft.map((value) => Math.max(0, Math.min(1, (value - 0.5) * 2)));
}

const shareOf = (mask: Uint8Array, pixels: readonly number[]) =>
  pixels.reduce((sum, pixel) => sum + mask[pixel]!, 0) / Math.max(1, pixels.length);

/** The hair's form from where it is: beside the neck, beside the cheeks, and how far it stands out. */
export function hairStyleOf(mask: Uint8Array): HairStyle {
  const beside = (low: number, high: number) =>
    (shareOf(mask, pixelsIn(-20, -13, low, high)) + shareOf(mask, pixelsIn(13, 20, low, high))) / 2;
  if (beside(-7, 1) > 0.26) return "long";
  if (beside(3, 9) > 0.4) return "bob";
  const wide = shareOf(mask, [...pixelsIn(-22, -18, 22, 30), ...pixelsIn(18, 22, 22, 30)]);
  if (wide > 0.5) return "afro";
  if (wide > 0.2) return "curly";
  const left = shareOf(mask, pixelsIn(-12, 0, 22, 30));
  const right = shareOf(mask, pixelsIn(0, 12, 22, 30));
  return Math.abs(left - right) > 0.12 ? "swept" : "short";
}

/** Top of the hair over that of a usual head, as percent around 50. */
export function volumeOf(mask: Uint8Array): number {
  const top = Array.from({ length: CANVAS_PX }, (_, py) => py).find((py) => {
    const row = mask.subarray(py * CANVAS_PX, (py + 1) * CANVAS_PX);
    return row.reduce((sum, value) => sum + value, 0) > 24;
  });
  if (top === undefined) return 50;
  return Math.round(Math.min(90, Math.max(15, 50 + (toZ(top) - 33) * 9)));
}

/** Darkness below the skin, ΔL, of a beard of the hair's colour, and of any other. */
const BEARD_DARKER = 13;
const MUCH_DARKER = 24;
const NEAR_HAIR = 16;

/** Where a beard or moustache is. */
export function beardMask(image: LabImage, { skin, hair }: Tones, scalp: Uint8Array): Uint8Array {
  const mask = new Uint8Array(CANVAS_PX * CANVAS_PX);
  for (const pixel of pixelsIn(-12.5, 12.5, -1, 11.6)) {
    const colour = labAt(image, pixel);
    const isLip = colour[1] > skin[1] + 9;
    const darker = skin[0] - colour[0];
    const isOfHair = darker > BEARD_DARKER && fromNearest(colour, hair) < NEAR_HAIR;
    if (scalp[pixel] === 0 && !isLip && (isOfHair || darker > MUCH_DARKER)) mask[pixel] = 1;
  }
  return mask;
}

/** A beard's form from where it is: chin, jaw and upper lip must agree, as shadows darken one alone. */
export function beardOf(mask: Uint8Array): BeardStyle {
  const chin = shareOf(mask, pixelsIn(-3.5, 3.5, 2.6, 5.2));
  const jaw = Math.min(
    shareOf(mask, pixelsIn(-10.5, -7.5, 4, 8)),
    shareOf(mask, pixelsIn(7.5, 10.5, 4, 8)),
  );
  const lip = Math.min(
    shareOf(mask, pixelsIn(-4, -1.6, 9.9, 11.2)),
    shareOf(mask, pixelsIn(1.6, 4, 9.9, 11.2)),
  );
  if (chin > 0.6 && jaw > 0.5) return "full";
  if (chin > 0.7 && lip > 0.5) return "goatee";
  return lip > 0.7 && chin < 0.3 ? "moustache" : "none";
}
