import {
  frameOnHoop,
  type Hoop,
  type HoopDetail,
  type HoopEnds,
  openHoop,
} from "../../kernel/jewelry/arm-hoop.ts";
import type { Part, Quality } from "../../kernel/mesh.ts";
import type { Solid, SolidKernel } from "../../kernel/solid/kernel.ts";
import { limitsOf } from "../limits.ts";
import { type CuffSpec, cuffSchema } from "./schema.ts";

/** Where everything of a cuff is. */
export interface CuffPlan {
  hoop: Hoop;
  ends: HoopEnds;
  /** Between the ends inside, mm: what the wrist's side goes through. */
  gapMm: number;
  ballMm: number | null;
}

const MOST_ASPECT = 1.45;
const LEAST_END_MM = 1.4;
/** A ball stands out from what it ends. */
const BALL_OVER = 1.12;
/** Between two balls. */
const LEAST_GAP_MM = 6;

const requireWithin = limitsOf<keyof CuffSpec & string>(cuffSchema);
const radians = (deg: number) => (deg * Math.PI) / 180;

function checkInside({ innerWidthMm, innerHeightMm }: CuffSpec): void {
  requireWithin({
    field: "innerHeightMm",
    value: innerHeightMm,
    minimum: Math.max(35, innerWidthMm / MOST_ASPECT),
    maximum: innerWidthMm,
    reason: "A cuff follows the wrist: wider than high, and not so narrow that it pinches.",
  });
}

function checkSection(spec: CuffSpec, widthMm: number, endMm: number): void {
  if (spec.section === "round") return;
  requireWithin({
    field: "widthMm",
    value: widthMm,
    minimum: 0.7 * spec.thicknessMm,
    reason: "A cuff stands on its edge when it is much thicker than wide.",
  });
  requireWithin({
    field: "taperPercent",
    value: spec.taperPercent,
    maximum: 100 * (1 - LEAST_END_MM / widthMm),
    reason: `Its ends keep ${LEAST_END_MM} mm of width; they would have ${endMm.toFixed(1)} mm.`,
  });
}

/** The opening whose ends are so far apart inside: the gap is a chord. */
const gapDegOf = (innerWidthMm: number, chordMm: number): number =>
  (360 / Math.PI) * Math.asin(Math.min(1, chordMm / innerWidthMm));

function checkBall(spec: CuffSpec, endMm: number): void {
  if (spec.ends !== "ball") return;
  const least = BALL_OVER * Math.max(endMm, spec.thicknessMm);
  if (spec.section !== "round") {
    requireWithin({
      field: "taperPercent",
      value: spec.taperPercent,
      minimum: 100 * (1 - 14 / BALL_OVER / spec.widthMm),
      reason: "A ball covers the end it stands on.",
    });
  }
  requireWithin({
    field: "ballMm",
    value: spec.ballMm,
    minimum: Math.max(3, least),
    reason: "A ball covers the end it stands on.",
  });
  requireWithin({
    field: "gapDeg",
    value: spec.gapDeg,
    minimum: gapDegOf(spec.innerWidthMm, LEAST_GAP_MM + spec.ballMm),
    reason: `The balls leave ${LEAST_GAP_MM} mm between them.`,
  });
}

/** The layout of a cuff. Throws `invalid_input` naming field, limit and nearest value where its numbers cannot go together. */
export function planCuff(spec: CuffSpec): CuffPlan {
  checkInside(spec);
  const { section, thicknessMm } = spec;
  const isRound = section === "round";
  const widthMm = isRound ? thicknessMm : spec.widthMm;
  const endShare = isRound ? 1 : 1 - spec.taperPercent / 100;
  checkSection(spec, widthMm, widthMm * endShare);
  const { innerWidthMm, innerHeightMm } = spec;
  const hoop: Hoop = { innerWidthMm, innerHeightMm, section, widthMm, thicknessMm };
  const ends: HoopEnds = { gapRad: radians(spec.gapDeg), endShare };
  const [x] = frameOnHoop(hoop, Math.PI - ends.gapRad / 2, 0).origin;
  checkBall(spec, widthMm * endShare);
  return { hoop, ends, gapMm: 2 * x, ballMm: spec.ends === "ball" ? spec.ballMm : null };
}

const DETAIL: Record<Quality, HoopDetail & { ballSegments: number }> = {
  preview: { segments: 120, curveSteps: 4, ballSegments: 48 },
  final: { segments: 260, curveSteps: 9, ballSegments: 120 },
};
/** Lying on its edge, the opening to the front and a little aside. */
const LYING_DEG = [-90, 0, 0] as const;
const ASIDE_DEG = [0, 0, -28] as const;

function balls(kernel: SolidKernel, { hoop, ends, ballMm }: CuffPlan, segments: number): Solid[] {
  if (ballMm === null) return [];
  const ball = kernel.sphere(ballMm / 2, segments);
  const last = Math.PI - ends.gapRad / 2;
  return [-1, 1].map((side) =>
    kernel.translate(ball, frameOnHoop(hoop, side * last, hoop.thicknessMm / 2).origin),
  );
}

/** A cuff as one solid. Throws `invalid_input` as `planCuff` does. */
export function buildCuff(spec: CuffSpec, kernel: SolidKernel, quality: Quality): Part[] {
  const plan = planCuff(spec);
  const detail = DETAIL[quality];
  const mesh = kernel.scope(() => {
    const hoop = openHoop(kernel, plan.hoop, plan.ends, detail);
    const whole = kernel.union([hoop, ...balls(kernel, plan, detail.ballSegments)]);
    return kernel.toMesh(kernel.rotate(kernel.rotate(whole, LYING_DEG), ASIDE_DEG));
  });
  return [{ name: "metal", role: "metal", material: spec.alloy, finish: spec.finish, mesh }];
}
