import type { Raster } from "../../raster/raster.ts";
import { ontoCanvas, type PictureMarks } from "./canvas.ts";
import { hexToLab, toLabImage } from "./colour.ts";
import { type Cartoon, calmed, drawCartoon, takeCartoon } from "./draw-cartoon.ts";
import { readFace } from "./read-face.ts";
import { referenceFaces } from "./reference-faces.ts";
import { type CartoonScore, scoreCartoon } from "./score-cartoon.ts";
import type { FaceReading, StyleId } from "./types.ts";

export interface CartoonsOrder {
  style: StyleId;
  /** How far from the photo, 0.3 to 1. */
  strength: number;
  /** A candidate each. */
  seeds: readonly number[];
  marks: PictureMarks;
  /** Colours a person corrected, `#rrggbb`. */
  skin?: string | undefined;
  hair?: string | undefined;
}

export interface Candidate extends Cartoon {
  score: CartoonScore;
}

export interface Cartoons {
  reading: FaceReading;
  /** Best by score first. */
  candidates: Candidate[];
}

const far = ([u, v]: readonly [number, number], [s, t]: readonly [number, number]) =>
  Math.hypot(u - s, v - t);

/** Distance between the eyes over that from their middle to the mouth, for a picture as wide as `aspect` × its height. */
export function eyesToMouth({ rightEye, leftEye, mouth }: PictureMarks, aspect: number): number {
  const wide = ([u, v]: readonly [number, number]) => [u * aspect, v] as const;
  const [right, left] = [wide(rightEye), wide(leftEye)];
  const middle = [(right[0] + left[0]) / 2, (right[1] + left[1]) / 2] as const;
  return far(right, left) / Math.max(1e-6, far(middle, wide(mouth)));
}

/**
 * Cartoons of the face in a photo, and what the photo shows. Pictures of the same cut that were `made` elsewhere, one a
 * seed, are taken as they are. Pure.
 */
export function drawCartoons(
  photo: Raster,
  order: CartoonsOrder,
  made: readonly Raster[] = [],
): Cartoons {
  const { style, strength, marks, skin, hair } = order;
  const canvas = ontoCanvas(toLabImage(photo), marks);
  const read = readFace(canvas, eyesToMouth(marks, photo.width / photo.height), {
    skin: skin === undefined ? undefined : hexToLab(skin),
    hair: hair === undefined ? undefined : hexToLab(hair),
  });
  const calm = calmed(canvas, { style, strength });
  const candidates = order.seeds.map((seed, index): Candidate => {
    const own = { style, strength, seed };
    const picture = made[index];
    const cartoon = picture
      ? takeCartoon(ontoCanvas(toLabImage(picture), marks), read, own)
      : drawCartoon(calm, read, own);
    return { ...cartoon, score: scoreCartoon(cartoon.drawn, canvas) };
  });
  return {
    reading: read.reading,
    candidates: candidates.sort((one, other) => other.score.total - one.score.total),
  };
}

/** What a style makes of faces nobody has: pictures to compare a cartoon's style with. */
export function drawReferences(style: StyleId): Raster[] {
  return referenceFaces().map((canvas, seed) => {
    const calm = calmed(canvas, { style, strength: 0.8 });
    return drawCartoon(calm, readFace(canvas, 1), { style, strength: 0.8, seed }).picture;
  });
}
