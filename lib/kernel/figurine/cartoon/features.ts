import { EYE_AT, MOUTH_AT } from "../face.ts";
import { CANVAS_PX, pixelsIn, SCALE, toPx, toPy, toX, toZ } from "./canvas.ts";
import { type Lab, labAt, labToHex, middleOf } from "./colour.ts";
import type { Brows, LabImage, Mouth } from "./types.ts";

const pixelAt = (x: number, z: number) => Math.round(toPy(z)) * CANVAS_PX + Math.round(toPx(x));

const chromaOf = ([, a, b]: Lab) => Math.hypot(a, b);

/** Where brows are looked for, in the head's units from an eye's middle. */
const BROW_X = { from: -3.2, to: 4 };
const BROW_Z = { from: 19, to: 23.4 };
/** How much darker than skin a brow is, ΔL, and how thick it may be: more is a fringe. */
const BROW_DARKER = 9;
/** A brow is at least this share as dark as its darkest; what is fainter is the shade of the eye. */
const OF_DARKEST = 0.5;
const MOST_BROW = 2.4;
const LEAST_COLUMNS = 0.4;

/** A column of the canvas through a brow: its middle and how much of it is dark, in units. */
interface Column {
  /** From the eye's middle outwards. */
  at: number;
  middle: number;
  thick: number;
}

function columnAt(image: LabImage, x: number, at: number, skin: Lab, least: number): Column {
  let [sum, weighted, thick] = [0, 0, 0];
  for (let z = BROW_Z.from; z < BROW_Z.to; z += 1 / SCALE) {
    const darker = skin[0] - image.lab[3 * pixelAt(x, z)]!;
    if (darker < least) continue;
    sum += darker;
    weighted += darker * z;
    thick += 1 / SCALE;
  }
  return { at, middle: sum > 0 ? weighted / sum : 0, thick };
}

/** How dark the darkest twentieth of where brows are looked for is below the skin, ΔL. */
function darkestOf(image: LabImage, skin: Lab): number {
  const dark = [-1, 1].flatMap((side) => {
    const [one, other] = [side * (EYE_AT[0] + BROW_X.from), side * (EYE_AT[0] + BROW_X.to)];
    const box = pixelsIn(Math.min(one, other), Math.max(one, other), BROW_Z.from, BROW_Z.to);
    return box.map((pixel) => skin[0] - image.lab[3 * pixel]!);
  });
  return dark.sort((one, other) => other - one)[(dark.length / 20) | 0] ?? 0;
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** The brows of a canvas, both as one; null where they do not show: fair, or under a fringe. */
export function readBrows(image: LabImage, skin: Lab): Brows | null {
  const least = Math.max(BROW_DARKER, OF_DARKEST * darkestOf(image, skin));
  const columns = [-1, 1].flatMap((side) => {
    const all: Column[] = [];
    for (let at = BROW_X.from; at <= BROW_X.to; at += 0.25)
      all.push(columnAt(image, side * (EYE_AT[0] + at), at, skin, least));
    return all;
  });
  const found = columns.filter(({ thick }) => thick > 0.2);
  if (found.length < LEAST_COLUMNS * columns.length) return null;
  const thick = meanOf(found.map((column) => column.thick));
  if (thick > MOST_BROW) return null;
  const heightAt = (from: number, to: number, standard: number) => {
    const part = found.filter(({ at }) => at >= from && at < to);
    return part.length === 0 ? standard : meanOf(part.map(({ middle }) => middle));
  };
  const middle = heightAt(-0.8, 1.8, 20.4);
  const dark = [-1, 1].flatMap((side) =>
    found.map(({ at, middle: z }) => pixelAt(side * (EYE_AT[0] + at), z)),
  );
  return {
    half: clamp(thick * 0.5, 0.32, 0.7),
    inner: clamp(heightAt(-3.2, -1.2, middle) - middle, -0.7, 0.5),
    outer: clamp(heightAt(2.4, 4.1, middle) - middle, -1.3, 0.2),
    colour: labToHex(middleOf(image, dark)),
  };
}

/** Redder than skin by so much is a lip. */
const LIP_REDDER = 4.5;
/** Shares of the mouth's middle from which it is open: teeth, or the dark behind them. */
const TEETH = 0.1;
const DARK = 0.14;

/** The mouth of a canvas. */
export function readMouth(image: LabImage, skin: Lab): Mouth {
  const box = pixelsIn(-5.6, 5.6, MOUTH_AT[1] - 2.6, MOUTH_AT[1] + 2.2);
  const redness = box.map((pixel) => image.lab[3 * pixel + 1]! - skin[1]);
  const most = [...redness].sort((one, other) => other - one)[box.length >> 5] ?? 0;
  const lips = box.filter((_, i) => redness[i]! > Math.max(LIP_REDDER, 0.45 * most));
  const places = lips.map(
    (pixel) => [toX(pixel % CANVAS_PX), toZ(Math.floor(pixel / CANVAS_PX))] as const,
  );
  const reach = places.map(([x]) => Math.abs(x)).sort((one, other) => one - other);
  const half = clamp(reach[Math.floor(reach.length * 0.93)] ?? 3.2, 2.6, 4.4);
  const heightOf = (inside: (x: number) => boolean) =>
    meanOf(places.filter(([x]) => inside(Math.abs(x))).map(([, z]) => z));
  const rise = heightOf((x) => x > 0.62 * half && x < half) - heightOf((x) => x < 0.34 * half);
  return {
    half,
    smile: Number.isFinite(rise) ? clamp(rise, -0.3, 1.4) : 0.4,
    isOpen: isOpen(image, skin),
    lips: lipColour(image),
  };
}

function isOpen(image: LabImage, skin: Lab): boolean {
  const inside = pixelsIn(-2.6, 2.6, MOUTH_AT[1] - 1.1, MOUTH_AT[1] + 0.9).map((pixel) =>
    labAt(image, pixel),
  );
  const share = (is: (colour: Lab) => boolean) => inside.filter(is).length / inside.length;
  const isTooth = (colour: Lab) =>
    colour[0] > Math.max(50, skin[0] - 8) && chromaOf(colour) < 0.74 * chromaOf(skin);
  return share(isTooth) > TEETH || share(([lightness]) => lightness < 22) > DARK;
}

function lipColour(image: LabImage): string {
  const mouth = pixelsIn(-3, 3, 6.9, 9.3).sort(
    (one, other) => image.lab[3 * other + 1]! - image.lab[3 * one + 1]!,
  );
  return labToHex(middleOf(image, mouth.slice(0, mouth.length >> 2)));
}

/** A dark brown, which most eyes have and all look like in the shade. */
const BROWN: Lab = [27, 12, 18];
const LEAST_IRIS = 40;

/**
 * The iris: darker than skin and lighter than a pupil, away from lids and whites. Reddish ones are lids and brown; a
 * photo that shows nothing of it gives brown.
 */
export function readEyeColour(image: LabImage, skin: Lab): Lab {
  const near = [-1, 1].flatMap((side) =>
    pixelsIn(side * EYE_AT[0] - 1.7, side * EYE_AT[0] + 1.7, 15.9, 18.1),
  );
  const iris = near.filter((pixel) => {
    const [lightness, a, b] = labAt(image, pixel);
    const isWhite = lightness > 55 && Math.hypot(a, b) < 12;
    return lightness > 13 && lightness < Math.min(54, skin[0] - 14) && !isWhite;
  });
  if (iris.length < LEAST_IRIS) return BROWN;
  // Blue and green are told from brown by those pixels that have least of the skin's own hue.
  const cool = iris.filter((pixel) => {
    const [, a, b] = labAt(image, pixel);
    return b < 2 || a < -2;
  });
  if (cool.length > 0.3 * iris.length) return middleOf(image, cool);
  const [lightness, a, b] = middleOf(image, iris);
  return [Math.min(lightness, 38), Math.max(a, 6), Math.max(b, 10)];
}
