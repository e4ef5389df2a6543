import type { Weave } from "../design.ts";

/** A whole number that hashes to a value from 0 to 1, the same everywhere. */
function noise(x: number, y: number, seed: number): number {
  let h = Math.imul(x, 374_761_393) ^ Math.imul(y, 668_265_263) ^ Math.imul(seed, 974_634_777);
  h = Math.imul(h ^ (h >>> 13), 1_274_126_177);
  return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296;
}

/** A place of the tile, and how many threads or wales it has along an edge. */
export interface WeavePlace {
  u: number;
  v: number;
  /** Size of the tile, mm. */
  tileMm: number;
}

/** A whole number of periods on the tile, so that it joins itself. */
const wave = (at: number, tileMm: number, periodMm: number) =>
  Math.sin(2 * Math.PI * at * Math.max(1, Math.round(tileMm / periodMm)));

const thread = (at: number, tileMm: number, periodMm: number) =>
  Math.floor(at * Math.max(1, Math.round(tileMm / periodMm)));

/** Uneven yarns: each thread a little lighter or darker than its neighbour. */
function yarns({ u, v, tileMm }: WeavePlace, periodMm: number, warp: number, weft: number): number {
  const across = noise(thread(u, tileMm, periodMm), 7, 1) - 0.5;
  const along = noise(thread(v, tileMm, periodMm), 11, 2) - 0.5;
  return across * warp + along * weft;
}

/** How much lighter (over 1) or darker cloth is at a place by its weave; periods are of what the eye sees at arm's length. */
export const WEAVES: Record<Weave, (place: WeavePlace) => number> = {
  plain: (p) => 1 + yarns(p, 1.2, 0.05, 0.05),
  twill: (p) => {
    const diagonal = wave(p.u + p.v, p.tileMm, 2.4);
    return 1 + 0.055 * diagonal + yarns(p, 1.2, 0.03, 0.03);
  },
  satin: (p) => 1 + yarns(p, 1.6, 0.025, 0.008),
  knit: (p) => {
    const wale = Math.abs(wave(p.u, p.tileMm, 4.4));
    return 0.94 + 0.09 * wale + yarns(p, 2.2, 0.02, 0.025);
  },
  denim: (p) => {
    const diagonal = wave(p.u + p.v, p.tileMm, 2.2);
    const slub = noise(thread(p.u, p.tileMm, 1), thread(p.v, p.tileMm, 14), 3) - 0.5;
    return 1 + 0.07 * diagonal + 0.16 * slub + yarns(p, 1, 0.1, 0.05);
  },
};
