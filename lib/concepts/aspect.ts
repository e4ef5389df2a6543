/** Shapes of a picture, width to height. */
export const ASPECT_RATIOS = ["1:1", "4:3", "3:4", "3:2", "2:3", "16:9", "9:16"] as const;
export type AspectRatio = (typeof ASPECT_RATIOS)[number];

/** Long edge of a concept picture, px. */
const LONG_EDGE_PX = 768;
/** Sizes are multiples of this, as models ask for. */
const STEP_PX = 8;

/** Width and height of a picture of a shape, px. */
export function sizeOfAspect(ratio: AspectRatio): { widthPx: number; heightPx: number } {
  const [wide, high] = ratio.split(":").map(Number) as [number, number];
  const scale = LONG_EDGE_PX / Math.max(wide, high);
  const round = (value: number) => Math.round((value * scale) / STEP_PX) * STEP_PX;
  return { widthPx: round(wide), heightPx: round(high) };
}

/** The shape nearest to that of a picture (width ÷ height). */
export function nearestAspect(aspect: number): AspectRatio {
  const away = (ratio: AspectRatio) => {
    const { widthPx, heightPx } = sizeOfAspect(ratio);
    return Math.abs(Math.log(aspect / (widthPx / heightPx)));
  };
  return ASPECT_RATIOS.toSorted((a, b) => away(a) - away(b))[0]!;
}
