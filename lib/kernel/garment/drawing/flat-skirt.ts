import { flareGirth } from "../flare.ts";
import type { LaidSkirt } from "../laid.ts";
import type { P2 } from "../pattern/outline.ts";
import type { Side } from "./flat-torso.ts";
import { type Ink, mirror } from "./ink.ts";

const CLOTH = "#f6f5f2";
const STITCH_IN_MM = 20;
/** A skirt wider than this laid flat is drawn as it hangs, degrees. */
const FLAT_DEG = 120;
/** A hanging hem rises towards the sides by this. */
const HEM_LIFT_MM = 34;

export const isDrawnHanging = ({ flare }: LaidSkirt) =>
  flare.fullness === "gathers" || (flare.angle * 180) / Math.PI > FLAT_DEG;

/** Half the drawn width at a distance below the waist: a quarter of the girth, or of the hanging shape. */
export function halfWidthAt(skirt: LaidSkirt, fromWaistMm: number): number {
  if (!isDrawnHanging(skirt)) return flareGirth(skirt.flare, fromWaistMm) / 4;
  const { section, fold } = skirt.hang.ring(fromWaistMm);
  const waist = skirt.hang.ring(0).section.halfWidthMm;
  return skirt.flare.waistMm / 4 + (section.halfWidthMm * (1 + fold * 0.6) - waist);
}

/** The skirt below `y`, its middle at x = 0. */
export function drawSkirt(ink: Ink, skirt: LaidSkirt, waistY: number, side: Side): void {
  const { flare, design } = skirt;
  const steps = 24;
  const seamMm = flare.lengthMm - (isDrawnHanging(skirt) ? HEM_LIFT_MM : 0);
  const seam = Array.from({ length: steps + 1 }, (_, i): P2 => {
    const down = (flare.lengthMm * i) / steps;
    return [halfWidthAt(skirt, down), waistY + (seamMm * i) / steps];
  });
  const hem = hemLine(skirt, waistY);
  ink.shape([[0, waistY], ...seam, ...hem, ...mirror([...seam].reverse())], "outline", CLOTH);
  ink.line(
    hem.map(([x, y]): P2 => [x * 0.995, y - STITCH_IN_MM]),
    "stitch",
  );
  if (isDrawnHanging(skirt)) drawFolds(ink, skirt, waistY);
  if (flare.fullness === "darts") drawDarts(ink, skirt, waistY);
  if (design.waistbandMm > 0) drawBand(ink, flare.waistMm / 4, waistY, design.waistbandMm);
  const y = waistY + flare.lengthMm;
  if (design.slitMm > 0 && side === "back")
    ink.line(
      [
        [0, y - design.slitMm],
        [0, y],
      ],
      "seam",
    );
}

/** The hem from right to left: even, or in the waves of its folds. */
function hemLine(skirt: LaidSkirt, waistY: number): P2[] {
  const y = waistY + skirt.flare.lengthMm;
  const half = halfWidthAt(skirt, skirt.flare.lengthMm);
  if (!isDrawnHanging(skirt))
    return [
      [half, y],
      [-half, y],
    ];
  const waves = 7;
  return Array.from({ length: 85 }, (_, i): P2 => {
    const t = i / 84;
    const lift = HEM_LIFT_MM * (1 - 2 * t) ** 2;
    return [half * (1 - 2 * t), y - lift + 11 * Math.sin(waves * 2 * Math.PI * t)];
  });
}

function drawFolds(ink: Ink, skirt: LaidSkirt, waistY: number): void {
  const { flare } = skirt;
  const top = flare.fullness === "gathers" ? 14 : flare.lengthMm * 0.2;
  const half = halfWidthAt(skirt, flare.lengthMm);
  const narrow = halfWidthAt(skirt, 0);
  for (let i = 1; i < 7; i++) {
    const t = i / 7;
    const x = (1 - 2 * t) * 0.96;
    const end = flare.lengthMm - HEM_LIFT_MM * (1 - 2 * t) ** 2 - 6;
    const from = top + ((i * 37) % 60);
    const wide = (down: number) => narrow + (half - narrow) * (down / flare.lengthMm);
    ink.line(
      [
        [x * wide(from), waistY + from],
        [x * wide(end), waistY + end],
      ],
      "thin",
    );
  }
  if (flare.fullness !== "gathers") return;
  for (let i = 1; i < 24; i++) {
    const x = (1 - (2 * i) / 24) * narrow;
    const long = 30 + ((i * 29) % 46);
    ink.line(
      [
        [x, waistY + 6],
        [x * 1.03, waistY + long],
      ],
      "thin",
    );
  }
}

function drawDarts(ink: Ink, { flare }: LaidSkirt, waistY: number): void {
  const x = flare.waistMm / 8;
  const long = Math.min(flare.hipDepthMm * 0.62, flare.lengthMm * 0.5);
  for (const sign of [1, -1])
    ink.line(
      [
        [sign * x, waistY],
        [sign * x * 1.06, waistY + long],
      ],
      "dart",
    );
}

export function drawBand(ink: Ink, halfMm: number, waistY: number, heightMm: number): void {
  ink.shape(
    [
      [-halfMm, waistY - heightMm],
      [halfMm, waistY - heightMm],
      [halfMm, waistY],
      [-halfMm, waistY],
    ],
    "outline",
    CLOTH,
  );
  ink.line(
    [
      [-halfMm, waistY - 5],
      [halfMm, waistY - 5],
    ],
    "stitch",
  );
}
