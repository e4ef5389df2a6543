import type { ClothesSize } from "../../shared/clothes-size.ts";

/** What a garment is cut for, mm. */
export interface BodyMeasures extends ClothesSize {
  heightMm: number;
}

/**
 * Heights of a standing body as parts of its stature, and lengths that follow from girth. House block in
 * the manner of German block drafting (armhole depth bust/10 + 112 mm from the shoulder's neck point, body rise hip/4 + 20 mm), checked
 * against a body of 1,680 mm and bust 880 mm: nape to waist 412, armhole depth 200, shoulder 122 mm.
 */
export interface BodyLevels {
  neckTopMm: number;
  /** Where shoulder seam and neck meet: the pattern's highest point. */
  shoulderNeckMm: number;
  shoulderTipMm: number;
  underarmMm: number;
  bustMm: number;
  underbustMm: number;
  waistMm: number;
  hipMm: number;
  crotchMm: number;
  kneeMm: number;
  ankleMm: number;
}

export function levelsOf({ heightMm: h, hipMm, bustMm }: BodyMeasures): BodyLevels {
  const waistMm = 0.62 * h;
  const shoulderNeckMm = 0.858 * h;
  return {
    neckTopMm: 0.905 * h,
    shoulderNeckMm,
    shoulderTipMm: 0.83 * h,
    underarmMm: shoulderNeckMm - (bustMm / 10 + 112) * (h / 1680),
    bustMm: 0.716 * h,
    underbustMm: 0.67 * h,
    waistMm,
    hipMm: 0.502 * h,
    crotchMm: waistMm - (hipMm / 4 + 20),
    kneeMm: 0.28 * h,
    ankleMm: 0.05 * h,
  };
}

/** Widths and lengths of the body a pattern needs beside the girths, mm. */
export interface BodyLengths {
  /** Half the neck's width where the shoulder seam meets it. */
  neckHalfMm: number;
  /** From the neck to the tip of the shoulder, along the seam. */
  shoulderMm: number;
  /** Half the distance of the shoulder tips. */
  shoulderHalfMm: number;
  neckGirthMm: number;
  upperArmMm: number;
  wristMm: number;
  /** From the tip of the shoulder to the wrist. */
  armMm: number;
  thighMm: number;
  kneeGirthMm: number;
  ankleGirthMm: number;
}

export function lengthsOf({ bustMm, hipMm, heightMm }: BodyMeasures): BodyLengths {
  const neckGirthMm = 0.2 * bustMm + 176;
  const neckHalfMm = neckGirthMm / 6 + 4;
  const shoulderMm = 0.042 * bustMm + 85;
  const dropMm = 0.028 * heightMm;
  const acrossMm = Math.sqrt(shoulderMm * shoulderMm - dropMm * dropMm);
  return {
    neckHalfMm,
    shoulderMm,
    shoulderHalfMm: neckHalfMm + acrossMm,
    neckGirthMm,
    upperArmMm: 0.24 * bustMm + 72,
    wristMm: 0.09 * bustMm + 82,
    armMm: 0.355 * heightMm,
    thighMm: 0.58 * hipMm,
    kneeGirthMm: 0.3 * hipMm + 80,
    ankleGirthMm: 0.2 * hipMm + 45,
  };
}

/** Girth of a head with hair, mm: what a closed neck opening must let through (95th percentile of women, ISO 7250-3: 57 cm; hair 1 cm). */
export const HEAD_GIRTH_MM = 580;
