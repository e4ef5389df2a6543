/** A decoded picture: sRGB with straight alpha, 8 bits each, row by row from the top left. */
export interface Raster {
  width: number;
  height: number;
  /** rgba × pixels. */
  rgba: Uint8Array;
}
