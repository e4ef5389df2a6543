import type { HairStyle } from "../hair.ts";
import type { HeadShape } from "../head.ts";
import type { BeardStyle } from "../headwear.ts";
import type { Colour } from "../parts.ts";

export const STYLE_IDS = ["vinyl", "plush", "comic", "clay", "chibi", "marble"] as const;
export type StyleId = (typeof STYLE_IDS)[number];

/** A picture in CIE Lab. */
export interface LabImage {
  width: number;
  height: number;
  /** L 0 to 100, a, b × pixels. */
  lab: Float32Array;
}

/** Lighter and darker strands of hair, and what is between. */
export interface HairTones {
  main: Colour;
  light: Colour;
  dark: Colour;
}

/** How brows are, both as one, in the head's units. */
export interface Brows {
  /** Half of how thick they are. */
  half: number;
  /** How much higher their inner and outer ends are than their middles. */
  inner: number;
  outer: number;
  colour: Colour;
}

/** How a mouth is, in the head's units. */
export interface Mouth {
  /** Half of its width. */
  half: number;
  /** How much higher its corners are than its middle. */
  smile: number;
  /** Teeth show, or the dark behind them. */
  isOpen: boolean;
  lips: Colour;
}

/** What a face picture shows, as far as colours and places tell; the same whichever style follows. */
export interface FaceReading {
  skin: Colour;
  /** Null for a bald head, or hair as light as what is behind it. */
  hair: HairTones | null;
  hairStyle: HairStyle;
  /** How much hair there is for its style, 0 to 100; 50 is usual. */
  hairVolumePercent: number;
  beard: BeardStyle;
  headShape: HeadShape;
  eyeColour: Colour;
  /** Null where they do not show. */
  brows: Brows | null;
  mouth: Mouth;
  /** Distance between the eyes over that from eyes to mouth, in the picture. */
  eyesToMouth: number;
}

/** How much of each pixel is what is painted onto a head, how much is hair and how much is beard, 0 to 1. */
export interface FaceAreas {
  face: Float32Array;
  hair: Float32Array;
  beard: Float32Array;
}
