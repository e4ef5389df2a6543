import { Eye, type Touched } from "./eye.ts";
import type { Shot } from "./shot.ts";

/** Edge of a tile, px. */
export const TILE_PX = 16;

/** Samples by quality: a first look at every pixel, all pixels of the piece, and the most where they disagree. */
const EFFORT = {
  draft: { first: 2, piece: 5, most: 8, tolerance: 0.04 },
  final: { first: 4, piece: 12, most: 36, tolerance: 0.016 },
} as const;

/** A stray bright sample counts at most this much. */
const BRIGHTEST = 9;

export function tileCount(shot: Pick<Shot, "widthPx" | "heightPx">): number {
  return Math.ceil(shot.widthPx / TILE_PX) * Math.ceil(shot.heightPx / TILE_PX);
}

/** Samples pixels of a shot until they are quiet. */
export class TilePainter {
  private readonly shot: Shot;
  private readonly eye: Eye;
  private r = 0;
  private g = 0;
  private b = 0;
  private a = 0;
  private n = 0;
  private sum = 0;
  private sumOfSquares = 0;

  constructor(shot: Shot) {
    this.shot = shot;
    this.eye = new Eye(shot);
  }

  /** Paints one tile into premultiplied linear rgba floats, widthPx × heightPx. */
  paint(tile: number, pixels: Float32Array): void {
    const { widthPx, heightPx } = this.shot;
    const across = Math.ceil(widthPx / TILE_PX);
    const left = (tile % across) * TILE_PX;
    const top = Math.floor(tile / across) * TILE_PX;
    for (let y = top; y < Math.min(heightPx, top + TILE_PX); y++)
      for (let x = left; x < Math.min(widthPx, left + TILE_PX); x++) {
        this.sample(x, y);
        const at = (y * widthPx + x) * 4;
        pixels[at] = this.r / this.n;
        pixels[at + 1] = this.g / this.n;
        pixels[at + 2] = this.b / this.n;
        pixels[at + 3] = this.a / this.n;
      }
  }

  private sample(x: number, y: number): void {
    const { first, piece, most, tolerance } = EFFORT[this.shot.quality];
    this.r = this.g = this.b = this.a = 0;
    this.n = this.sum = this.sumOfSquares = 0;
    this.eye.startPixel(x, y);
    const touched = this.add(x, y, first);
    if (touched === 0) return;
    this.add(x, y, touched === 1 ? Math.ceil(piece * 0.75) : piece);
    while (this.n < most && this.error() > tolerance) this.add(x, y, Math.min(most, this.n + 6));
  }

  /** Adds samples until there are `count`. */
  private add(x: number, y: number, count: number): Touched {
    const { eye } = this;
    let touched: Touched = 0;
    for (; this.n < count; this.n++) {
      const found = eye.look(x, y, this.n);
      if (found > touched) touched = found;
      const { r, g, b } = eye.light;
      const scale = Math.min(1, BRIGHTEST / Math.max(r, g, b, 1e-9));
      this.r += r * scale;
      this.g += g * scale;
      this.b += b * scale;
      this.a += eye.alpha;
      const luminance = 0.3 * r + 0.5 * g + 0.2 * b;
      const seen = luminance / (0.6 + luminance);
      this.sum += seen;
      this.sumOfSquares += seen * seen;
    }
    return touched;
  }

  /** Standard error of the mean brightness, as an eye would see it. */
  private error(): number {
    const mean = this.sum / this.n;
    return Math.sqrt(Math.max(0, this.sumOfSquares / this.n - mean * mean) / this.n);
  }
}
