import { withoutHoles } from "./mask.ts";
import { toOklab } from "./oklab.ts";

/** A drawing as its strokes say what it means. */
export interface SketchMask {
  width: number;
  height: number;
  /** 1 within the outermost stroke × pixels. */
  filled: Uint8Array;
  /** The same without what strokes enclose further in: the hole of a ring. Null where there is none. */
  pierced: Uint8Array | null;
  /** The strokes themselves. */
  ink: Uint8Array;
}

/** A picture of one size, sRGB with straight alpha. */
interface SmallPicture {
  width: number;
  height: number;
  rgba: Uint8Array;
}

/** OKLab difference to the paper from which on a pixel is drawn. */
const INK = 0.12;
/** Gaps in a stroke up to this part of the longer edge are closed. */
const GAP = 0.02;
/** A stroke is at most this part of the longer edge thick. */
const STROKE = 0.07;
/** An opening takes at least this part of the shape: smaller ones are facets and folds. */
const LEAST_OPENING = 0.08;

/** Reads a sketch: dark on light, light on dark, or drawn on nothing. */
export function readSketch(picture: SmallPicture): SketchMask {
  const { width, height } = picture;
  const ink = inkOf(picture);
  const reach = Math.max(1, Math.round(GAP * Math.max(width, height)));
  const closed = shrunk(
    withoutHoles(grown(ink, width, height, reach), width, height),
    width,
    height,
    reach,
  );
  const filled = closed.map((value, i) => value | ink[i]!);
  return { width, height, filled, pierced: pierce(filled, ink, width, height), ink };
}

function inkOf({ width, height, rgba }: SmallPicture): Uint8Array {
  const labs = new Float32Array(3 * width * height);
  for (let i = 0; i < width * height; i++) {
    const alpha = rgba[4 * i + 3]! / 255;
    const over = (k: number) => Math.round(rgba[4 * i + k]! * alpha + 255 * (1 - alpha));
    toOklab(over(0), over(1), over(2), labs, 3 * i);
  }
  const paper = paperOf(labs, width, height);
  return new Uint8Array(width * height).map((_, i) => {
    const away = [0, 1, 2].map((k) => labs[3 * i + k]! - paper[k]!);
    return Number(Math.hypot(...away) > INK);
  });
}

/** The median of the frame's pixels. */
function paperOf(labs: Float32Array, width: number, height: number): number[] {
  const frame: number[] = [];
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) frame.push(i);
  }
  return [0, 1, 2].map((k) => {
    const values = frame.map((i) => labs[3 * i + k]!).toSorted((a, b) => a - b);
    return values[Math.floor(values.length / 2)]!;
  });
}

/** A mask made wider by so many px; beyond the frame there is nothing. */
function grown(mask: Uint8Array, width: number, height: number, px: number): Uint8Array {
  let now = mask;
  for (let step = 0; step < px; step++) {
    const before = now;
    now = before.map((value, i) => {
      if (value === 1) return 1;
      const x = i % width;
      return Number(
        (x > 0 && before[i - 1] === 1) ||
          (x < width - 1 && before[i + 1] === 1) ||
          before[i - width] === 1 ||
          (i < width * (height - 1) && before[i + width] === 1),
      );
    });
  }
  return now;
}

const inverse = (mask: Uint8Array) => mask.map((value) => 1 - value);

const shrunk = (mask: Uint8Array, width: number, height: number, px: number) =>
  inverse(grown(inverse(mask), width, height, px));

/** The shape without the regions that its outer stroke does not border; null where there are none of note. */
function pierce(
  filled: Uint8Array,
  ink: Uint8Array,
  width: number,
  height: number,
): Uint8Array | null {
  const area = filled.reduce((sum, value) => sum + value, 0);
  const pierced = filled.slice();
  let found = false;
  const outer = strokeFrom(inverse(filled), ink, width, height);
  for (const region of regionsOf(filled, ink, width, height)) {
    const isNested = !region.some((i) => bordersOn(outer, i, width));
    if (!isNested || region.length < LEAST_OPENING * area) continue;
    found = true;
    for (const i of region) pierced[i] = 0;
  }
  return found ? pierced : null;
}

/** The strokes that border the outside, as deep as a stroke is thick. */
function strokeFrom(
  outside: Uint8Array,
  ink: Uint8Array,
  width: number,
  height: number,
): Uint8Array {
  const depth = Math.round(STROKE * Math.max(width, height));
  let front = outside;
  for (let step = 0; step < depth; step++) {
    const next = grown(front, width, height, 1);
    const before = front;
    front = next.map((value, i) => Number(value === 1 && (ink[i] === 1 || before[i] === 1)));
  }
  return front.map((value, i) => value & ink[i]!);
}

const bordersOn = (mask: Uint8Array, i: number, width: number) =>
  mask[i - 1] === 1 || mask[i + 1] === 1 || mask[i - width] === 1 || mask[i + width] === 1;

/** Connected places within the shape that are not drawn on. */
function regionsOf(filled: Uint8Array, ink: Uint8Array, width: number, height: number): number[][] {
  const isFree = (i: number) => filled[i] === 1 && ink[i] === 0;
  const seen = new Uint8Array(filled.length);
  const regions: number[][] = [];
  for (let start = 0; start < filled.length; start++) {
    if (seen[start] === 1 || !isFree(start)) continue;
    const region: number[] = [];
    const stack = [start];
    seen[start] = 1;
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
      region.push(i);
      const x = i % width;
      const beside = [x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i - width, i + width];
      for (const other of beside) {
        if (other < 0 || other >= width * height || seen[other] === 1 || !isFree(other)) continue;
        seen[other] = 1;
        stack.push(other);
      }
    }
    regions.push(region);
  }
  return regions;
}
