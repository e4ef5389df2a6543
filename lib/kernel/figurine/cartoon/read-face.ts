import type { HairStyle } from "../hair.ts";
import type { HeadShape } from "../head.ts";
import type { BeardStyle } from "../headwear.ts";
import { CANVAS_PX, pixelsIn, toPx, toPy } from "./canvas.ts";
import { difference, type Lab, labAt, labToHex, middleOf } from "./colour.ts";
import { boxBlur } from "./smooth.ts";
import type { FaceAreas, FaceReading, LabImage } from "./types.ts";

/** ΔE from skin and ground at which a colour is another thing. */
const APART = 14;
/** Share of the arch above the forehead that must be hair. */
const LEAST_HAIR = 0.06;

interface Tones {
  skin: Lab;
  ground: Lab;
  /** Dark, main and light; empty where there is none. */
  hair: Lab[];
}

/** Colours of skin and hair a person chose instead of those found. */
export interface ChosenTones {
  skin?: Lab | undefined;
  hair?: Lab | undefined;
}

const cheeks = () => [...pixelsIn(-9, -4, 10.5, 13.5), ...pixelsIn(4, 9, 10.5, 13.5)];
const corners = () => [...pixelsIn(-24, -21.5, 32, 38), ...pixelsIn(21.5, 24, 32, 38)];
const arch = () => pixelsIn(-12, 12, 24.5, 34.5);

function tonesOf(image: LabImage, chosen: ChosenTones): Tones {
  const skin = chosen.skin ?? middleOf(image, cheeks());
  const ground = middleOf(image, corners());
  const isOther = (pixel: number) => {
    const colour = labAt(image, pixel);
    if (chosen.hair) return difference(colour, chosen.hair) < difference(colour, skin);
    return difference(colour, skin) > APART && difference(colour, ground) > APART;
  };
  const all = arch();
  const found = all.filter(isOther).sort((a, b) => image.lab[3 * a]! - image.lab[3 * b]!);
  if (found.length < LEAST_HAIR * all.length) return { skin, ground, hair: [] };
  const part = (from: number, to: number) =>
    middleOf(image, found.slice(Math.floor(found.length * from), Math.ceil(found.length * to)));
  const main = chosen.hair ?? part(0.25, 0.75);
  return { skin, ground, hair: [part(0, 0.25), main, part(0.75, 1)] };
}

const isHair = (colour: Lab, { skin, ground, hair }: Tones) => {
  const near = Math.min(...hair.map((tone) => difference(tone, colour)));
  return near < difference(colour, skin) && near <= difference(colour, ground) && near < 26;
};

/** Hair connected to the arch above the forehead: brows and a beard are not. */
function hairMask(image: LabImage, tones: Tones): Uint8Array {
  const mask = new Uint8Array(CANVAS_PX * CANVAS_PX);
  if (tones.hair.length === 0) return mask;
  const open = arch().filter((pixel) => isHair(labAt(image, pixel), tones));
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
      if (next < 0 || next >= mask.length || mask[next] === 1) continue;
      if (!isHair(labAt(image, next), tones)) continue;
      mask[next] = 1;
      open.push(next);
    }
  }
  return mask;
}

/** Half widths of the face on the canvas, around (0, `FACE_Z`). */
const FACE_REACH = [14.2, 14.8] as const;
const FACE_Z = 13.2;
const FEATHER_PX = 3;

function faceMask(image: LabImage, hair: Uint8Array, { skin, ground }: Tones): Float32Array {
  const face = new Float32Array(hair.length);
  for (const pixel of pixelsIn(-FACE_REACH[0], FACE_REACH[0], -2, 30)) {
    const px = pixel % CANVAS_PX;
    const py = Math.floor(pixel / CANVAS_PX);
    const far = Math.hypot(
      (px - toPx(0)) / (FACE_REACH[0] * 8),
      (py - toPy(FACE_Z)) / (FACE_REACH[1] * 8),
    );
    if (far > 1 || hair[pixel] === 1) continue;
    const colour = labAt(image, pixel);
    const isBehind = far > 0.75 && difference(colour, ground) < 0.6 * difference(colour, skin);
    if (!isBehind) face[pixel] = 1;
  }
  // Shrunk by what the blur adds: no rim of hair or ground stays.
  const soft = boxBlur(
    boxBlur(face, CANVAS_PX, CANVAS_PX, FEATHER_PX),
    CANVAS_PX,
    CANVAS_PX,
    FEATHER_PX,
  );
  return soft.map((value) => Math.max(0, Math.min(1, (value - 0.5) * 2)));
}

const shareOf = (mask: Uint8Array, pixels: readonly number[]) =>
  pixels.reduce((sum, pixel) => sum + mask[pixel]!, 0) / Math.max(1, pixels.length);

/** The hair's form from where it is: beside the neck, beside the cheeks, and how far it stands out. */
function hairStyleOf(mask: Uint8Array): HairStyle {
  const beside = (low: number, high: number) =>
    (shareOf(mask, pixelsIn(-20, -13, low, high)) + shareOf(mask, pixelsIn(13, 20, low, high))) / 2;
  if (beside(-8, 0) > 0.4) return "long";
  if (beside(3, 9) > 0.4) return "bob";
  const wide = shareOf(mask, [...pixelsIn(-22, -18, 22, 30), ...pixelsIn(18, 22, 22, 30)]);
  if (wide > 0.5) return "afro";
  if (wide > 0.2) return "curly";
  const left = shareOf(mask, pixelsIn(-12, 0, 22, 30));
  const right = shareOf(mask, pixelsIn(0, 12, 22, 30));
  return Math.abs(left - right) > 0.12 ? "swept" : "short";
}

/** Top of the hair over that of a usual head, as percent around 50. */
function volumeOf(mask: Uint8Array): number {
  const rows = Array.from({ length: CANVAS_PX }, (_, py) => py).find((py) => {
    const row = mask.subarray(py * CANVAS_PX, (py + 1) * CANVAS_PX);
    return row.reduce((sum, value) => sum + value, 0) > 24;
  });
  if (rows === undefined) return 50;
  const topZ = 38 - rows / 8;
  return Math.round(Math.min(90, Math.max(15, 50 + (topZ - 34) * 9)));
}

function beardOf(image: LabImage, tones: Tones): BeardStyle {
  if (tones.hair.length === 0) return "none";
  const hairy = (pixels: number[]) =>
    pixels.filter((pixel) => isHair(labAt(image, pixel), tones)).length / pixels.length;
  const chin = hairy(pixelsIn(-4, 4, 1.5, 5));
  const sides = hairy([...pixelsIn(-11, -8, 3, 8), ...pixelsIn(8, 11, 3, 8)]);
  const lip = hairy(pixelsIn(-4, 4, 10, 11.4));
  if (chin > 0.5) return sides > 0.4 ? "full" : "goatee";
  return lip > 0.5 ? "moustache" : "none";
}

/** Width of the skin at a height, in the head's units. */
function skinWidth(image: LabImage, { skin, ground, hair }: Tones, z: number): number {
  const row = pixelsIn(-18, 18, z, z);
  const isSkin = (pixel: number) => {
    const colour = labAt(image, pixel);
    const others = [ground, ...hair].map((tone) => difference(tone, colour));
    return difference(colour, skin) < Math.min(30, ...others);
  };
  return (row.filter(isSkin).length / row.length) * 36;
}

function headShapeOf(image: LabImage, tones: Tones, eyesToMouth: number): HeadShape {
  const [cheek, jaw] = [skinWidth(image, tones, 12.5), skinWidth(image, tones, 4.5)];
  if (cheek < 12) return "round";
  const taper = jaw / cheek;
  if (taper < 0.62) return "heart";
  if (eyesToMouth < 0.84) return "oval";
  return taper > 0.9 ? "square" : "round";
}

/** The iris: of what is near an eye's middle, the part that is darker than skin and lighter than a pupil. */
function eyeColourOf(image: LabImage, { skin }: Tones): Lab {
  const near = [...pixelsIn(-8, -5, 15.6, 18.4), ...pixelsIn(5, 8, 15.6, 18.4)];
  const iris = near.filter((pixel) => {
    const lightness = image.lab[3 * pixel]!;
    return lightness > 16 && lightness < Math.min(62, skin[0] - 6);
  });
  return iris.length < 8 ? [28, 8, 12] : middleOf(image, iris);
}

function lipsOf(image: LabImage): Lab {
  const mouth = pixelsIn(-3, 3, 6.9, 9.3).sort(
    (a, b) => image.lab[3 * b + 1]! - image.lab[3 * a + 1]!,
  );
  return middleOf(image, mouth.slice(0, mouth.length >> 2));
}

export interface ReadFace {
  reading: FaceReading;
  areas: FaceAreas;
}

/** What a canvas shows. `eyesToMouth` is of the picture before it was laid onto the canvas. */
export function readFace(image: LabImage, eyesToMouth: number, chosen: ChosenTones = {}): ReadFace {
  const tones = tonesOf(image, chosen);
  const mask = hairMask(image, tones);
  const [dark, main, light] = tones.hair;
  const hasHair = dark && main && light;
  const reading: FaceReading = {
    skin: labToHex(tones.skin),
    hair: hasHair ? { dark: labToHex(dark), main: labToHex(main), light: labToHex(light) } : null,
    hairStyle: hasHair ? hairStyleOf(mask) : "bald",
    hairVolumePercent: hasHair ? volumeOf(mask) : 50,
    beard: beardOf(image, tones),
    headShape: headShapeOf(image, tones, eyesToMouth),
    eyeColour: labToHex(eyeColourOf(image, tones)),
    lips: labToHex(lipsOf(image)),
    eyesToMouth,
  };
  return { reading, areas: { face: faceMask(image, mask, tones), hair: Float32Array.from(mask) } };
}
