import type { BodyLengths } from "./body.ts";
import type { NecklineShape, TorsoDesign } from "./design.ts";

/** A neckline as a pattern has it: from the shoulder's neck point, mm. */
export interface Neckline {
  shape: NecklineShape;
  /** Half its width where it meets the shoulder seam. */
  halfWidthMm: number;
  /** Below the shoulder's neck point of the body, at the middle of the front and of the back. */
  frontMm: number;
  backMm: number;
}

/** Wider than the neck by, and lower at the back by; a shape with `fixed` has its own front depth. */
const SHAPES: Record<NecklineShape, { widerMm: number; backMm: number; fixedMm?: number }> = {
  round: { widerMm: 22, backMm: 32 },
  v: { widerMm: 16, backMm: 30 },
  boat: { widerMm: 66, backMm: 46, fixedMm: 62 },
  square: { widerMm: 40, backMm: 40 },
  halter: { widerMm: 8, backMm: 36, fixedMm: 78 },
  turtleneck: { widerMm: 3, backMm: 20, fixedMm: 72 },
};

/** A collar sits at the neck, so the opening under it is close; a lapel folds back from a low V. */
export function necklineOf(torso: TorsoDesign, { neckHalfMm, shoulderMm }: BodyLengths): Neckline {
  const { neckline: shape, collar, neckDepthMm } = torso;
  const { widerMm, backMm, fixedMm } = SHAPES[shape];
  if (collar === "stand" || collar === "shirt") {
    return { shape: "round", halfWidthMm: neckHalfMm + 6, frontMm: 82, backMm: 22 };
  }
  return {
    shape: collar === "lapel" ? "v" : shape,
    halfWidthMm: neckHalfMm + Math.min(widerMm, shoulderMm * 0.62),
    frontMm: Math.max(fixedMm ?? neckDepthMm, backMm + 12),
    backMm: collar === "lapel" ? 24 : backMm,
  };
}

/** Where a square neckline turns, as a part of the way from shoulder to middle. */
const CORNER = 0.52;

/**
 * The way from shoulder (0) to middle (1): how much of the half width is left, and how much of the depth is
 * reached, both 0 to 1.
 */
export function necklineAt(shape: NecklineShape, t: number): { across: number; down: number } {
  if (shape === "v") return { across: 1 - t, down: t ** 1.04 };
  if (shape === "square") {
    if (t < CORNER) return { across: 1 - 0.1 * (t / CORNER), down: t / CORNER };
    return { across: 0.9 * (1 - (t - CORNER) / (1 - CORNER)), down: 1 };
  }
  const angle = (t * Math.PI) / 2;
  return { across: Math.cos(angle), down: Math.sin(angle) };
}
