import type { BodyLevels, BodyMeasures } from "./body.ts";
import { ramp } from "./curve.ts";
import type { SkirtDesign } from "./design.ts";
import type { FinishedGirths } from "./ease.ts";

/**
 * A skirt laid flat: all its panels together are a sector of a ring of `angle` radians whose inner arc is
 * `topArcMm` long (a rectangle when the angle is 0). What the inner arc has beyond the waist is taken up by
 * darts, or by gathers.
 */
export interface Flare {
  angle: number;
  topArcMm: number;
  lengthMm: number;
  /** The finished waist. */
  waistMm: number;
  /** How the surplus at the waist is taken up. */
  fullness: "none" | "darts" | "gathers";
  /** How much narrower the hem of a pencil skirt is than its hip. */
  taperMm: number;
  hipDepthMm: number;
}

const SECTOR_DEG: Record<SkirtDesign["shape"], number> = {
  pencil: 0,
  straight: 0,
  "a-line": 0,
  "half-circle": 180,
  circle: 360,
  gathered: 0,
};

/** A pencil skirt's hem is this much of its hip narrower when it reaches the knee. */
const PENCIL_TAPER = 0.1;

export function flareOf(
  skirt: SkirtDesign,
  girths: FinishedGirths,
  body: BodyMeasures,
  levels: BodyLevels,
): Flare {
  const { waistMm, hipMm } = girths;
  const hipDepthMm = levels.waistMm - levels.hipMm;
  const base = { lengthMm: skirt.lengthMm, waistMm, hipDepthMm, taperMm: 0 };
  if (skirt.shape === "gathered") {
    const topArcMm = Math.max(hipMm, waistMm * (1 + skirt.gatherPercent / 100));
    return { ...base, angle: 0, topArcMm, fullness: "gathers" };
  }
  const degrees = skirt.shape === "a-line" ? skirt.flareDeg : SECTOR_DEG[skirt.shape];
  const angle = (degrees * Math.PI) / 180;
  const topArcMm = Math.max(waistMm, hipMm - angle * hipDepthMm);
  const knee = ramp(hipDepthMm, levels.waistMm - levels.kneeMm, skirt.lengthMm);
  const taperMm = skirt.shape === "pencil" ? body.hipMm * PENCIL_TAPER * knee : 0;
  const fullness = topArcMm > waistMm + 1 ? "darts" : "none";
  return { ...base, angle, topArcMm, fullness, taperMm };
}

/** Length around the cloth at a distance from the waist along the skirt, darts sewn shut, mm. */
export function flareGirth(flare: Flare, fromWaistMm: number): number {
  const { angle, topArcMm, waistMm, fullness, taperMm, hipDepthMm, lengthMm } = flare;
  const flat = topArcMm + angle * fromWaistMm;
  const closed =
    fullness === "darts" ? (topArcMm - waistMm) * (1 - shapedOver(fromWaistMm, hipDepthMm)) : 0;
  const below = Math.max(0, fromWaistMm - hipDepthMm) / Math.max(1, lengthMm - hipDepthMm);
  return flat - closed - taperMm * below;
}

/** How much of the way from waist to hip is gained: a hip curves out early. */
const shapedOver = (fromWaistMm: number, hipDepthMm: number) => {
  const t = Math.max(0, Math.min(1, fromWaistMm / hipDepthMm));
  return t * (1.55 - 0.55 * t);
};

export const hemGirthOf = (flare: Flare) => flareGirth(flare, flare.lengthMm);
