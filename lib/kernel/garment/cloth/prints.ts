import type { Print } from "../design.ts";
import { blend, type Srgb } from "./colour.ts";

/** The colours a print mixes. */
export interface Inks {
  ground: Srgb;
  figure: Srgb;
  /** Leaves and the eyes of flowers, between the two. */
  accent: Srgb;
}

/** A print's colour at a place of its repeat, both 0 to 1; edges are soft over `blur` of a repeat. */
export type PrintAt = (u: number, v: number, inks: Inks, blur: number) => Srgb;

const edge = (blur: number, signed: number) => Math.max(0, Math.min(1, 0.5 - signed / (2 * blur)));

/** Distance to the nearest of a repeating row of places, signed. */
const wrapped = (value: number) => value - Math.round(value);

const stripes: PrintAt = (u, _v, { ground, figure }, blur) =>
  blend(ground, figure, edge(blur, Math.abs(wrapped(u - 0.5)) - 0.2));

const DOT = 0.15;

/** Two dots a repeat, the second half a repeat down and across. */
const dots: PrintAt = (u, v, { ground, figure }, blur) => {
  const first = Math.hypot(wrapped(u - 0.25), wrapped(v - 0.25)) - DOT;
  const second = Math.hypot(wrapped(u - 0.75), wrapped(v - 0.75)) - DOT;
  return blend(ground, figure, edge(blur, Math.min(first, second)));
};

/** Gingham: warp and weft in both colours, half and half. */
const check: PrintAt = (u, v, { ground, figure }, blur) => {
  const warp = edge(blur, Math.abs(wrapped(u - 0.5)) - 0.25);
  const weft = edge(blur, Math.abs(wrapped(v - 0.5)) - 0.25);
  return blend(ground, figure, (warp + weft) / 2);
};

interface Flower {
  u: number;
  v: number;
  size: number;
  turn: number;
  petals: number;
}

/** One repeat of a scattered print; places are set by hand so that it has no rows. */
const FLOWERS: readonly Flower[] = [
  { u: 0.2, v: 0.18, size: 0.125, turn: 0.2, petals: 5 },
  { u: 0.7, v: 0.3, size: 0.105, turn: 1.1, petals: 5 },
  { u: 0.42, v: 0.6, size: 0.13, turn: 0.7, petals: 5 },
  { u: 0.9, v: 0.74, size: 0.1, turn: 2.1, petals: 5 },
  { u: 0.13, v: 0.82, size: 0.075, turn: 1.6, petals: 5 },
  { u: 0.5, v: 0.06, size: 0.055, turn: 0.4, petals: 5 },
  { u: 0.94, v: 0.08, size: 0.055, turn: 2.6, petals: 5 },
  { u: 0.68, v: 0.9, size: 0.06, turn: 0.9, petals: 5 },
];

const LEAVES: readonly (readonly [u: number, v: number, turn: number, size: number])[] = [
  [0.345, 0.22, 0.5, 0.085],
  [0.09, 0.3, 2.2, 0.075],
  [0.82, 0.39, 0.8, 0.08],
  [0.57, 0.36, 2.7, 0.07],
  [0.56, 0.7, 0.9, 0.09],
  [0.29, 0.68, 2.5, 0.08],
  [0.79, 0.66, 3.9, 0.07],
  [0.98, 0.87, 1.4, 0.07],
  [0.24, 0.92, 0.3, 0.06],
];

function petalEdge(u: number, v: number, { size, turn, petals }: Flower): number {
  const angle = Math.atan2(v, u) + turn;
  const lobes = 0.72 + 0.28 * Math.abs(Math.cos((petals * angle) / 2)) ** 0.7;
  return Math.hypot(u, v) - size * lobes;
}

function leafEdge(u: number, v: number, turn: number, size: number): number {
  const along = (u * Math.cos(turn) + v * Math.sin(turn)) / size;
  const across = (-u * Math.sin(turn) + v * Math.cos(turn)) / size;
  return (Math.abs(across) - 0.3 * (1 - along * along)) * size + (Math.abs(along) > 1 ? size : 0);
}

const floral: PrintAt = (u, v, { ground, figure, accent }, blur) => {
  let colour = ground;
  for (const [x, y, turn, size] of LEAVES) {
    const du = wrapped(u - x);
    const dv = wrapped(v - y);
    if (Math.max(Math.abs(du), Math.abs(dv)) > size + blur) continue;
    colour = blend(colour, accent, 0.75 * edge(blur, leafEdge(du, dv, turn, size)));
  }
  for (const flower of FLOWERS) {
    const x = wrapped(u - flower.u);
    const y = wrapped(v - flower.v);
    if (Math.max(Math.abs(x), Math.abs(y)) > flower.size + blur) continue;
    const inside = edge(blur, petalEdge(x, y, flower));
    if (inside === 0) continue;
    const shade = blend(
      figure,
      accent,
      0.32 * Math.max(0, 1 - Math.hypot(x, y) / (flower.size * 0.75)),
    );
    colour = blend(colour, shade, inside);
    colour = blend(
      colour,
      blend(accent, ground, 0.35),
      edge(blur, Math.hypot(x, y) - flower.size * 0.2),
    );
  }
  return colour;
};

const plain: PrintAt = (_u, _v, { ground }) => ground;

export const PRINTS: Record<Print, PrintAt> = { plain, stripes, dots, check, floral };
