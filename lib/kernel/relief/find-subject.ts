import type { Raster } from "../raster/raster.ts";
import { DOUBTS, type Doubt } from "./doubts.ts";
import { type Segmentation, segment } from "./segment/segment.ts";

/** The subject of a photo, as it was found. */
export interface FoundSubject {
  width: number;
  height: number;
  /** Grey × pixels: 255 is the subject. */
  mask: Uint8Array;
  /** How far the mask may be trusted, 0 to 1. */
  confidence: number;
  /** Why it may be wrong, in the user's words. */
  doubts: string[];
}

/** Shares beyond which something is worth saying: by eye, on pictures drawn for it. */
const TOUCHING = 0.02;
const SMALL = 0.03;
const LARGE = 0.85;
const NOISY = 0.7;
/** Lab units: nearer colours to both sides of an outline may be a shade of one thing. */
const ALIKE = 26;

/** What a photo shows, apart from its ground. */
export function findSubject(photo: Raster): FoundSubject {
  const found = segment(photo);
  const { width, height, confidence } = found;
  const mask = found.mask.map((subject) => (subject ? 255 : 0));
  return { width, height, mask, confidence, doubts: doubtsOf(found) };
}

function doubtsOf({ reasons }: Segmentation): string[] {
  const { coverage, touching, noise, step } = reasons;
  const doubts: [boolean, Doubt][] = [
    [coverage < SMALL, "small"],
    [coverage > LARGE, "large"],
    [touching > TOUCHING, "cut"],
    [noise > NOISY, "uneven"],
    [step !== null && step < ALIKE, "alike"],
  ];
  return doubts.filter(([holds]) => holds).map(([, name]) => DOUBTS[name]);
}
