import { FRAME, type SubjectFrame } from "./subject.ts";

/** A part of the frame, each edge 0 to 1. */
export interface Crop {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** All of the frame. */
export const WHOLE: Crop = { left: 0, top: 0, right: 1, bottom: 1 };

/** Part of the subject's height that its upper crop takes. */
const UPPER_PART = 0.38;
/** Covered part from which on a pixel belongs to the subject. */
const COVERED = 0.5;

/** First and last place, plus one, at which something is true; nothing where it never is. */
function extent(length: number, isThere: (place: number) => boolean): [number, number] | null {
  const places = Array.from({ length }, (_, place) => place).filter(isThere);
  return places.length === 0 ? null : [places[0]!, places.at(-1)! + 1];
}

/** The subject's upper and lower part, each with the width it has there: a ring's head and its band, a bodice and a skirt. */
export function cropsOf(cover: Float32Array): { upper: Crop; lower: Crop } {
  const isCovered = (x: number, y: number) => cover[y * FRAME + x]! >= COVERED;
  const anyInRow = (y: number) => extent(FRAME, (x) => isCovered(x, y)) !== null;
  const [top, bottom] = extent(FRAME, anyInRow) ?? [0, FRAME];
  const parting = Math.round(top + UPPER_PART * (bottom - top));
  const between = (from: number, to: number): Crop => {
    const anyInColumn = (x: number) =>
      extent(to - from, (row) => isCovered(x, from + row)) !== null;
    const [left, right] = extent(FRAME, anyInColumn) ?? [0, FRAME];
    return { left: left / FRAME, right: right / FRAME, top: from / FRAME, bottom: to / FRAME };
  };
  return { upper: between(top, Math.max(top + 1, parting)), lower: between(parting, bottom) };
}

/** The part of the frame that a subject's box takes: all of it along its longer side. */
export function boxCrop({ aspect }: SubjectFrame): Crop {
  const [across, down] = [Math.min(1, aspect), Math.min(1, 1 / aspect)];
  return {
    ...{ left: (1 - across) / 2, right: (1 + across) / 2 },
    ...{ top: (1 - down) / 2, bottom: (1 + down) / 2 },
  };
}
