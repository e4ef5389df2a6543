import type { Finding } from "../../kernel/finding.ts";
import { type Measured, verdict } from "../../kernel/jewelry/setting-rules.ts";
import type { Vec3 } from "../../kernel/mesh.ts";
import { reliefFinding } from "../../kernel/relief/rules.ts";
import { standingAt } from "../../kernel/relief/stand.ts";
import { engravingMeasures } from "../../kernel/text/engraving.ts";
import { baselineMm, type MedalPlan, planMedal, reverseLines } from "./plan.ts";
import type { MedalSpec } from "./schema.ts";

const ADVICE: Readonly<Record<string, string>> = {
  "engraving-width": "Make the letters larger, or the text shorter.",
  "engraving-depth": "The letters are as high as the rim: make it higher.",
  "engraving-floor": "Make the medal thicker.",
};

function letterMeasures({ font, letterMm, spec }: MedalPlan, heightMm: number, at: Vec3) {
  const letters = { heightMm, depthMm: letterMm, floorMm: spec.thicknessMm, at: standingAt(at) };
  return engravingMeasures(font, letters).map(
    (measured): Measured => ({ ...measured, advice: ADVICE[measured.rule] ?? measured.advice }),
  );
}

/** Verdicts on the relief and on the letters of either side. */
export function checkMedal(spec: MedalSpec): Finding[] {
  const plan = planMedal(spec);
  const ground = spec.thicknessMm / 2;
  const [reverse] = reverseLines(plan);
  const front: Vec3 = [0, baselineMm(plan) + spec.textHeightMm / 2, ground];
  const measures = [
    ...(plan.frontText ? letterMeasures(plan, spec.textHeightMm, front) : []),
    ...(reverse ? letterMeasures(plan, reverse.heightMm, [0, 0, -ground]) : []),
  ];
  return [reliefFinding("cast-metal", spec.reliefMm, null), ...measures.map(verdict)];
}
