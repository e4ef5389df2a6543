import { Eye, type Touched } from "./eye.ts";
import { type PixelBox, pictureReach } from "./picture-reach.ts";
import type { Shot } from "./shot.ts";

/** Edge of a tile, px; a power of two. */
export const TILE_PX = 16;
const TILE_MASK = TILE_PX - 1;

/**
 * Samples by quality: a first look at a pixel, what a pixel of the piece gets at least, and the most where they
 * disagree. Every other pixel is mixed of its neighbours where those are alike to within `alike`, and all of the piece
 * or all beside it: outlines stay sharp.
 */
const EFFORT = {
  draft: { first: 2, piece: 3, most: 4, tolerance: 0.08, alike: 0.08 },
  final: { first: 4, piece: 8, most: 24, tolerance: 0.02, alike: 0.014 },
} as const;

/** How much of a pixel is piece. */
const BESIDE = 0;
const PARTLY = 1;
const WHOLLY = 2;

/** A stray bright sample counts at most this much. */
const BRIGHTEST = 9;

export function tileCount(shot: Pick<Shot, "widthPx" | "heightPx">): number {
  return Math.ceil(shot.widthPx / TILE_PX) * Math.ceil(shot.heightPx / TILE_PX);
}

/** Where a pixel's cover lies in its tile's. */
const coverAt = (x: number, y: number) => (y & TILE_MASK) * TILE_PX + (x & TILE_MASK);

/** True of pixels that are looked at first: every second of a tile's line, and its last. */
const isKnot = (at: number, count: number) => (at & 1) === 0 || at === count - 1;

/** Light as an eye would see it, 0 to 1. */
function seen(r: number, g: number, b: number): number {
  const luminance = 0.3 * r + 0.5 * g + 0.2 * b;
  return luminance / (0.6 + luminance);
}

const seenAt = (pixels: Float32Array, at: number) =>
  seen(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!) + pixels[at + 3]!;

/** Samples pixels of a shot until they are quiet. */
export class TilePainter {
  private readonly shot: Shot;
  private readonly eye: Eye;
  private readonly reach: PixelBox;
  /** How much of each pixel of the tile is piece. */
  private readonly covers = new Uint8Array(TILE_PX * TILE_PX);
  private r = 0;
  private g = 0;
  private b = 0;
  private a = 0;
  private n = 0;
  private sum = 0;
  private sumOfSquares = 0;
  /** Samples that met the piece. */
  private met = 0;

  constructor(shot: Shot) {
    this.shot = shot;
    this.eye = new Eye(shot);
    this.reach = pictureReach(shot);
  }

  /**
   * Paints one tile into premultiplied linear rgba floats, widthPx × heightPx: every second pixel both ways and the
   * tile's edges first, then what lies between them.
   */
  paint(tile: number, pixels: Float32Array): void {
    const { widthPx, heightPx } = this.shot;
    const across = Math.ceil(widthPx / TILE_PX);
    const left = (tile % across) * TILE_PX;
    const top = Math.floor(tile / across) * TILE_PX;
    const width = Math.min(TILE_PX, widthPx - left);
    const height = Math.min(TILE_PX, heightPx - top);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        if (isKnot(x, width) && isKnot(y, height)) this.expose(left + x, top + y, pixels);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const dx = isKnot(x, width) ? 0 : 1;
        const dy = isKnot(y, height) ? 0 : 1;
        if (dx + dy === 0 || this.mix(left + x, top + y, dx, dy, pixels)) continue;
        this.expose(left + x, top + y, pixels);
      }
  }

  /** Fills a pixel by looking. */
  private expose(x: number, y: number, pixels: Float32Array): void {
    this.sample(x, y);
    const at = (y * this.shot.widthPx + x) * 4;
    pixels[at] = this.r / this.n;
    pixels[at + 1] = this.g / this.n;
    pixels[at + 2] = this.b / this.n;
    pixels[at + 3] = this.a / this.n;
    this.covers[coverAt(x, y)] = this.met === 0 ? BESIDE : this.met === this.n ? WHOLLY : PARTLY;
  }

  /** Fills a pixel with the mean of the knots at its sides or corners; false where they are not alike. */
  private mix(x: number, y: number, dx: number, dy: number, pixels: Float32Array): boolean {
    const { covers, shot } = this;
    const cover = covers[coverAt(x - dx, y - dy)]!;
    const isOne =
      cover !== PARTLY &&
      covers[coverAt(x + dx, y - dy)] === cover &&
      covers[coverAt(x - dx, y + dy)] === cover &&
      covers[coverAt(x + dx, y + dy)] === cover;
    if (!isOne) return false;
    const at = 4 * (y * shot.widthPx + x);
    const down = 4 * dy * shot.widthPx;
    const a = at - 4 * dx - down;
    const b = at + 4 * dx - down;
    const c = at - 4 * dx + down;
    const d = at + 4 * dx + down;
    const p = seenAt(pixels, a);
    const q = seenAt(pixels, b);
    const r = seenAt(pixels, c);
    const s = seenAt(pixels, d);
    if (Math.max(p, q, r, s) - Math.min(p, q, r, s) > EFFORT[shot.quality].alike) return false;
    for (let k = 0; k < 4; k++) {
      pixels[at + k] = (pixels[a + k]! + pixels[b + k]! + pixels[c + k]! + pixels[d + k]!) / 4;
    }
    return true;
  }

  private sample(x: number, y: number): void {
    const { first, piece, most, tolerance } = EFFORT[this.shot.quality];
    this.r = this.g = this.b = this.a = 0;
    this.n = this.sum = this.sumOfSquares = this.met = 0;
    this.eye.startPixel(x, y);
    const { left, top, right, bottom } = this.reach;
    if (x < left || y < top || x >= right || y >= bottom) {
      this.add(x, y, 1);
      return;
    }
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
      if (found === 2) this.met++;
      const { r, g, b } = eye.light;
      const scale = Math.min(1, BRIGHTEST / Math.max(r, g, b, 1e-9));
      this.r += r * scale;
      this.g += g * scale;
      this.b += b * scale;
      this.a += eye.alpha;
      const light = seen(r, g, b);
      this.sum += light;
      this.sumOfSquares += light * light;
    }
    return touched;
  }

  /** Standard error of the mean brightness, as an eye would see it. */
  private error(): number {
    const mean = this.sum / this.n;
    return Math.sqrt(Math.max(0, this.sumOfSquares / this.n - mean * mean) / this.n);
  }
}
