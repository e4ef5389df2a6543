import { type HeightAt, pictureHeight } from "../../kernel/relief/height.ts";
import { type BuildAssets, pictureOf } from "../assets.ts";

interface PictureSpec {
  picture: string | null;
  zoomPercent: number;
  invert: boolean;
  smoothingMm: number;
}

/** The relief a spec asks for over a rectangle: its picture's, or the built-in motif's where it names none. */
export function heightOf(
  spec: PictureSpec,
  assets: BuildAssets | undefined,
  box: { widthMm: number; heightMm: number },
  motif: HeightAt,
): HeightAt {
  const raster = pictureOf(assets, spec.picture);
  const zoom = spec.zoomPercent / 100;
  if (raster) {
    const { smoothingMm, invert } = spec;
    return pictureHeight(raster, { ...box, smoothingMm, invert, zoom });
  }
  const shown: HeightAt = (x, y) => motif(x / zoom, y / zoom);
  return spec.invert ? (x, y) => 1 - shown(x, y) : shown;
}
