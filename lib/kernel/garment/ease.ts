import type { Fit, GarmentDesign, Weave } from "./design.ts";

/** Room between body and cloth, added to the girth, mm. */
interface Ease {
  bustMm: number;
  waistMm: number;
  hipMm: number;
  /** At the upper arm. */
  armMm: number;
}

/** The house's ease for woven dresses, tops, skirts and trousers by fit. */
const WOVEN: Record<Fit, Ease> = {
  slim: { bustMm: 40, waistMm: 24, hipMm: 36, armMm: 40 },
  regular: { bustMm: 64, waistMm: 40, hipMm: 56, armMm: 56 },
  loose: { bustMm: 140, waistMm: 160, hipMm: 120, armMm: 96 },
};

/** Knit stretches: it is cut closer by this. */
const KNIT_LESS: Ease = { bustMm: 30, waistMm: 14, hipMm: 24, armMm: 24 };
/** A coat is worn over other clothes: it is cut wider by this. */
const COAT_MORE: Ease = { bustMm: 70, waistMm: 80, hipMm: 70, armMm: 60 };

const plus = (a: Ease, b: Ease, sign: 1 | -1): Ease => ({
  bustMm: a.bustMm + sign * b.bustMm,
  waistMm: a.waistMm + sign * b.waistMm,
  hipMm: a.hipMm + sign * b.hipMm,
  armMm: a.armMm + sign * b.armMm,
});

function easeOf(fit: Fit, weave: Weave, isCoat: boolean): Ease {
  const woven = WOVEN[fit];
  const cut = weave === "knit" ? plus(woven, KNIT_LESS, -1) : woven;
  return isCoat ? plus(cut, COAT_MORE, 1) : cut;
}

/** Girths of the finished garment, mm: measured on it when it is buttoned or zipped. */
export interface FinishedGirths {
  bustMm: number;
  waistMm: number;
  hipMm: number;
  upperArmMm: number;
}

/** Waist and hip of a skirt or trousers sit closer than those of a dress. */
const BOTTOMS_LESS_MM = 20;

export function finishedGirths(design: GarmentDesign, upperArmMm: number): FinishedGirths {
  const { body, fit, fabric, kind, torso, skirt } = design;
  const ease = easeOf(fit, fabric.weave, kind === "coat");
  const isBottom = torso === null;
  const bustMm = body.bustMm + ease.bustMm;
  const waist =
    body.waistMm + (isBottom ? Math.min(ease.waistMm, 40) - BOTTOMS_LESS_MM : ease.waistMm);
  const hipMm = body.hipMm + ease.hipMm;
  // A loose torso hangs straight from the bust; one that a skirt is sewn to keeps its waist.
  const hangsMm = fit === "loose" && torso && !skirt ? bustMm - 40 : 0;
  return {
    bustMm,
    waistMm: Math.max(waist, hangsMm),
    // A waist wider than the hip makes a garment that hangs from the waist.
    hipMm: Math.max(hipMm, hangsMm, waist),
    upperArmMm: upperArmMm + ease.armMm,
  };
}
