import type { HeadShape } from "../head.ts";
import type { Colour } from "../parts.ts";
import type { Growth } from "./bulge.ts";
import { hexToLab, type Lab, labToHex } from "./colour.ts";
import type { DrawnEyes } from "./draw-eyes.ts";
import type { StyleId } from "./types.ts";

/** How a style changes a colour. */
export interface Tone {
  /** Times the chroma. */
  saturation: number;
  /** Times the distance of lightness from `pivot`, which itself moves to `to`. */
  contrast: number;
  pivot: number;
  to: number;
  /** Added to a and b. */
  tint: readonly [number, number];
}

export interface Style {
  /** Colours of the palette. */
  colours: number;
  /** Levels and edge of the smoothing. */
  smooth: readonly [levels: number, keep: number];
  /** Of full ink, and half the width of lines in px. */
  ink: readonly [share: number, radius: number];
  growth: Growth;
  eyes: DrawnEyes;
  eyeSize: number;
  /** Of rosy cheeks, 0 to 1. */
  blush: number;
  tone: Tone;
  /** Lightness that grain adds, up to. */
  grain: number;
  /** Behind a cartoon where it is shown. */
  ground: Colour;
  /** Height of the figure in heads. */
  headsHigh: number;
  /** Forms that a style rounds off. */
  heads: Partial<Record<HeadShape, HeadShape>>;
}

const plain: Tone = { saturation: 1, contrast: 1, pivot: 50, to: 50, tint: [0, 0] };

export const STYLES: Readonly<Record<StyleId, Style>> = {
  vinyl: {
    ...{ colours: 9, smooth: [5, 18], ink: [0.1, 2], eyes: "glossy", eyeSize: 1, blush: 0.4 },
    growth: { eyes: 1.42, mouth: 1.06 },
    tone: { ...plain, saturation: 1.16, contrast: 1.06, to: 53 },
    ...{ grain: 0, ground: "#dfe7ef", headsHigh: 2.75, heads: { heart: "round" } },
  },
  plush: {
    ...{ colours: 7, smooth: [5, 24], ink: [0, 2], eyes: "button", eyeSize: 1, blush: 0.7 },
    growth: { eyes: 1.36, mouth: 0.94 },
    tone: { ...plain, saturation: 0.9, contrast: 0.86, to: 58, tint: [1, 2] },
    ...{
      grain: 2.4,
      ground: "#f3e6dc",
      headsHigh: 2.55,
      heads: { square: "round", heart: "round", oval: "round" },
    },
  },
  comic: {
    ...{ colours: 8, smooth: [4, 14], ink: [0.85, 2.2], eyes: "inked", eyeSize: 0.98, blush: 0 },
    growth: { eyes: 1.36, mouth: 1.1 },
    tone: { ...plain, saturation: 1.3, contrast: 1.16, to: 52 },
    ...{ grain: 0, ground: "#ffe28a", headsHigh: 3.5, heads: {} },
  },
  clay: {
    ...{ colours: 10, smooth: [5, 20], ink: [0.14, 3], eyes: "button", eyeSize: 0.9, blush: 0.35 },
    growth: { eyes: 1.34, mouth: 1 },
    tone: { ...plain, saturation: 0.84, contrast: 0.94, to: 52, tint: [3, 6] },
    ...{ grain: 3.2, ground: "#e9dccb", headsHigh: 3, heads: { heart: "oval" } },
  },
  chibi: {
    ...{ colours: 8, smooth: [5, 20], ink: [0.22, 1.6], eyes: "glossy", eyeSize: 1.22, blush: 0.8 },
    growth: { eyes: 1.55, mouth: 0.86 },
    tone: { ...plain, saturation: 1.12, contrast: 0.96, to: 56 },
    ...{ grain: 0, ground: "#fbe3ee", headsHigh: 2.35, heads: { square: "round", oval: "round" } },
  },
  marble: {
    ...{ colours: 14, smooth: [4, 12], ink: [0.3, 2.4], eyes: "photo", eyeSize: 1, blush: 0 },
    growth: { eyes: 1.22, mouth: 1 },
    tone: { saturation: 0.04, contrast: 0.26, pivot: 66, to: 88, tint: [0.4, 2.4] },
    ...{ grain: 1, ground: "#c9cdd2", headsHigh: 4.4, heads: {} },
  },
};

/** A colour as a style has it. */
export function tonedLab(
  [lightness, a, b]: Lab,
  { saturation, contrast, pivot, to, tint }: Tone,
): Lab {
  const light = Math.min(99, Math.max(3, to + (lightness - pivot) * contrast));
  return [light, a * saturation + tint[0], b * saturation + tint[1]];
}

/** A figurine's colour as a style has it, `share` of the way, 0 to 1. */
export function toned(colour: Colour, style: StyleId, share = 1): Colour {
  const lab = hexToLab(colour);
  const styled = tonedLab(lab, STYLES[style].tone);
  return labToHex([0, 1, 2].map((k) => lab[k]! + (styled[k]! - lab[k]!) * share) as unknown as Lab);
}
