/** A place as shares of the photo's width and height from its top left. */
export type Place = readonly [x: number, y: number];

export interface FrameBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type MarkName = "rightEye" | "leftEye" | "mouth";
export type MarkPlaces = Record<MarkName, Place>;

/** Where the guide has eyes and mouth, as shares of the frame; the service takes the same where nothing is marked. */
export const GUIDE: MarkPlaces = {
  rightEye: [0.36, 0.42],
  leftEye: [0.64, 0.42],
  mouth: [0.5, 0.68],
};

/** Height of the frame over its width, in pixels of the photo. */
const FRAME_ASPECT = 1.2;

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

const widestIn = (photoAspect: number) => Math.min(1, 1 / (FRAME_ASPECT * photoAspect));

/** The `size` at which `frameAround` gives a frame as wide as this one. */
export const sizeOf = ({ width }: FrameBox, photoAspect: number) => width / widestIn(photoAspect);

/** A frame of `size` (share of the most that fits) around a middle, kept within a photo of the given aspect. */
export function frameAround([cx, cy]: Place, size: number, photoAspect: number): FrameBox {
  const width = widestIn(photoAspect) * clamp(size, 0.1, 1);
  const height = width * photoAspect * FRAME_ASPECT;
  const x = clamp(cx - width / 2, 0, 1 - width);
  const y = clamp(cy - height / 2, 0, Math.max(0, 1 - height));
  return { x, y, width, height: Math.min(1, height) };
}

/** Where the guide's marks lie in the photo for a frame. */
export function guideIn({ x, y, width, height }: FrameBox): MarkPlaces {
  const at = ([u, v]: Place): Place => [x + u * width, y + v * height];
  return { rightEye: at(GUIDE.rightEye), leftEye: at(GUIDE.leftEye), mouth: at(GUIDE.mouth) };
}

/** A place moved, and kept within the photo. */
export const moved = ([x, y]: Place, dx: number, dy: number): Place => [
  clamp(x + dx, 0, 1),
  clamp(y + dy, 0, 1),
];

const STEP = 0.005;
const ARROWS: Record<string, Place> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** How far a key moves what has the focus; with Shift four times as far. Null for other keys. */
export function arrowStep(key: string, isShift: boolean): Place | null {
  const step = ARROWS[key];
  if (!step) return null;
  const times = isShift ? 4 : 1;
  return [step[0] * times, step[1] * times];
}
