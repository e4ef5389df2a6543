import type { Laid } from "../laid.ts";
import type { Legs } from "../legs.ts";
import { curve, type P2 } from "../pattern/outline.ts";
import { drawBand } from "./flat-skirt.ts";
import type { Side } from "./flat-torso.ts";
import { type Ink, mirror } from "./ink.ts";

const CLOTH = "#f6f5f2";

/** Where a leg's middle line hangs, from the body's middle. */
export const legAxis = (legs: Legs) =>
  Math.max(legs.hipMm / 8 + 6, legs.legGirthAt(legs.inseamMm) / 4 + 8);

/** Right half of trousers: waist, side, hem, inseam, crotch. y from the waistband's upper edge. */
export function legOutline(legs: Legs): { side: P2[]; hem: [P2, P2]; inseam: P2[] } {
  const axis = legAxis(legs);
  const quarter = (down: number) => legs.legGirthAt(down) / 4;
  const hipY = legs.riseMm * 0.68;
  const hemY = legs.riseMm + legs.inseamMm;
  const hasKnee = legs.inseamMm > legs.kneeMm + 20;
  const kneeY = legs.riseMm + legs.kneeMm;
  const out: P2 = [axis + quarter(legs.inseamMm), hemY];
  const within: P2 = [axis - quarter(legs.inseamMm), hemY];
  const hip: P2 = [legs.hipMm / 4, hipY];
  const kneeOut: P2 = [axis + quarter(legs.kneeMm), kneeY];
  const kneeIn: P2 = [axis - quarter(legs.kneeMm), kneeY];
  const toHip = curve(
    [legs.waistMm / 4, 0],
    [legs.waistMm / 4 + 4, hipY * 0.4],
    [hip[0], hipY * 0.7],
    hip,
    12,
  );
  const crotch: P2 = [0, legs.riseMm];
  return {
    side: [
      ...toHip,
      ...(hasKnee
        ? curve(hip, [hip[0] + 2, hipY + 120], [kneeOut[0], kneeY - 160], kneeOut, 12).slice(1)
        : []),
      out,
    ],
    hem: [out, within],
    inseam: hasKnee
      ? [within, ...curve(kneeIn, [kneeIn[0], kneeY - 150], [10, legs.riseMm + 60], crotch, 12)]
      : [within, crotch],
  };
}

export function drawLegs(ink: Ink, { legs, design }: Laid, side: Side): void {
  if (!legs) return;
  const { side: outer, hem, inseam } = legOutline(legs);
  const half = [...outer, hem[1], ...inseam.slice(1)];
  const up = 20;
  for (const turn of [(points: readonly P2[]) => [...points], mirror]) {
    ink.shape(turn([[0, 0], ...half]), "outline", CLOTH);
    ink.line(turn(hem.map(([x, y]): P2 => [x, y - up])), "stitch");
    ink.line(
      turn([
        [legAxis(legs), legs.riseMm * 0.75],
        [legAxis(legs), legs.riseMm + legs.inseamMm],
      ]),
      "fold",
    );
    drawPocket(ink, turn, legs, design.trousers!.pockets, side);
    if (side === "back")
      ink.line(
        turn([
          [legs.waistMm / 8, design.trousers!.waistbandMm],
          [legs.waistMm / 8, design.trousers!.waistbandMm + 95],
        ]),
        "dart",
      );
  }
  ink.line(
    [
      [0, 0],
      [0, legs.riseMm],
    ],
    "seam",
  );
  if (side === "front" && design.trousers!.closure === "zip-front") {
    ink.line(
      curve(
        [34, design.trousers!.waistbandMm],
        [36, legs.riseMm * 0.4],
        [30, legs.riseMm * 0.6],
        [2, legs.riseMm * 0.68],
        14,
      ),
      "stitch",
    );
  }
  drawBand(ink, legs.waistMm / 4, design.trousers!.waistbandMm, design.trousers!.waistbandMm);
  if (side === "front") ink.circle([0, design.trousers!.waistbandMm / 2], 8, "seam");
}

function drawPocket(
  ink: Ink,
  turn: (points: readonly P2[]) => P2[],
  legs: Legs,
  pockets: string,
  side: Side,
): void {
  if (pockets === "seam" && side === "front") {
    ink.line(
      turn([
        [legs.waistMm / 4 - 46, 44],
        [legs.hipMm / 4 - 3, legs.riseMm * 0.68],
      ]),
      "seam",
    );
    ink.line(
      turn([
        [legs.waistMm / 4 - 54, 46],
        [legs.hipMm / 4 - 12, legs.riseMm * 0.68],
      ]),
      "stitch",
    );
  }
  if (pockets === "patch" && side === "back") {
    const x = legs.waistMm / 8 - 62;
    const y = legs.riseMm * 0.36;
    ink.shape(
      turn([
        [x, y],
        [x + 150, y],
        [x + 150, y + 140],
        [x + 75, y + 165],
        [x, y + 140],
      ]),
      "seam",
      CLOTH,
    );
  }
}
