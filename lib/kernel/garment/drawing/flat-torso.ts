import type { Laid } from "../laid.ts";
import { curve, type P2 } from "../pattern/outline.ts";
import type { Pattern } from "../pattern/pattern.ts";
import { armholeCurve, type Block, necklineCurve } from "../pattern/torso-pieces.ts";
import { type Ink, mirror } from "./ink.ts";

export type Side = "front" | "back";

const CLOTH = "#f6f5f2";
const STITCH_IN_MM = 20;

/** Half of the finished side: from the underarm down to the waist, and to the hem. */
function sideLine({ underarm, waistMm, waistY, hem }: Block): P2[] {
  const waist: P2 = [waistMm, waistY];
  const toWaist = curve(
    underarm,
    [underarm[0] - 2, underarm[1] + 60],
    [waistMm, waistY - 60],
    waist,
    16,
  );
  if (!hem) return toWaist;
  const toHip = curve(
    waist,
    [waistMm, waistY + 50],
    [hem.hipMm, hem.hipY - 60],
    [hem.hipMm, hem.hipY],
    16,
  );
  return [
    ...toWaist,
    ...toHip.slice(1),
    ...(hem.y > hem.hipY + 1 ? [[hem.halfMm, hem.y] as P2] : []),
  ];
}

/** Corners of a sleeve laid flat beside the body: shoulder, hem out, hem in, underarm. */
function sleeveShape(
  block: Block,
  { sleeve }: Pattern,
): { outer: P2[]; hem: [P2, P2]; inner: P2[] } | null {
  if (!sleeve) return null;
  const { tip, underarm } = block;
  if (sleeve.isCap) {
    const out: P2 = [tip[0] + sleeve.lengthMm * 0.75, tip[1] + sleeve.lengthMm * 0.66];
    return {
      outer: curve(tip, [tip[0] + 30, tip[1] + 8], [out[0] - 8, out[1] - 30], out, 12),
      hem: [out, out],
      inner: curve(
        out,
        [out[0] - 30, out[1] + 14],
        [underarm[0] + 8, underarm[1] - 30],
        underarm,
        10,
      ),
    };
  }
  const lean = 0.66 - 0.3 * Math.min(1, sleeve.lengthMm / 600);
  const down: P2 = [Math.sin(lean), Math.cos(lean)];
  const end: P2 = [tip[0] + down[0] * sleeve.lengthMm, tip[1] + down[1] * sleeve.lengthMm];
  const hemIn: P2 = [
    end[0] - Math.cos(lean) * (sleeve.hemMm / 2),
    end[1] + Math.sin(lean) * (sleeve.hemMm / 2),
  ];
  const puff = sleeve.fullness > 0 ? 62 : 0;
  const away = (along: number, out: number): P2 => [
    tip[0] + down[0] * along + Math.cos(lean) * out,
    tip[1] + down[1] * along - Math.sin(lean) * out,
  ];
  const outer = curve(
    tip,
    away(sleeve.lengthMm * 0.2, puff * 1.2),
    away(sleeve.lengthMm * 0.85, puff * 1.1),
    end,
    20,
  );
  const bag: P2 = [
    (hemIn[0] + underarm[0]) / 2 + puff * 0.1,
    (hemIn[1] + underarm[1]) / 2 + puff * 0.55,
  ];
  return {
    outer,
    hem: [end, hemIn],
    inner: puff > 0 ? curve(hemIn, bag, bag, underarm, 10) : [hemIn, underarm],
  };
}

function drawSleeves(ink: Ink, block: Block, pattern: Pattern): void {
  const shape = sleeveShape(block, pattern);
  if (!shape) return;
  const { outer, hem, inner } = shape;
  const armhole = armholeCurve(block);
  const outline = [...outer, hem[1], ...inner.slice(1), ...[...armhole].reverse().slice(1, -1)];
  for (const turn of [(points: readonly P2[]) => [...points], mirror]) {
    ink.shape(turn(outline), "outline", CLOTH);
    if (hem[0] === hem[1]) continue;
    const length = Math.hypot(hem[0][0] - outer[0]![0], hem[0][1] - outer[0]![1]);
    const up: P2 = [(outer[0]![0] - hem[0][0]) / length, (outer[0]![1] - hem[0][1]) / length];
    ink.line(
      turn(hem.map(([x, y]): P2 => [x + up[0] * STITCH_IN_MM, y + up[1] * STITCH_IN_MM])),
      "stitch",
    );
    if (pattern.sleeve!.fullness > 0) gathers(ink, turn, outer[0]!, hem, up);
  }
}

function gathers(
  ink: Ink,
  turn: (points: readonly P2[]) => P2[],
  tip: P2,
  hem: [P2, P2],
  up: P2,
): void {
  for (let i = 1; i < 8; i++) {
    const t = i / 8;
    const at: P2 = [
      hem[0][0] + (hem[1][0] - hem[0][0]) * t,
      hem[0][1] + (hem[1][1] - hem[0][1]) * t,
    ];
    const reach = 26 + 22 * ((i * 7) % 3);
    ink.line(
      turn([
        [at[0] + up[0] * 26, at[1] + up[1] * 26],
        [at[0] + up[0] * (26 + reach), at[1] + up[1] * (26 + reach)],
      ]),
      "thin",
    );
    ink.line(
      turn([
        [tip[0] - 4 + 5 * i, tip[1] + 8 + 13 * i],
        [tip[0] + 18 + 8 * i, tip[1] + 6 + 13 * i],
      ]),
      "thin",
    );
  }
}

function drawDarts(ink: Ink, { side, dartMm, waistMm, waistY, underarm, hem }: Block): void {
  if (dartMm === 0) return;
  const x = Math.min(waistMm * 0.55, 92);
  const tip: P2 = [x, underarm[1] + (side === "front" ? 56 : 24)];
  const low: P2 = hem ? [x, Math.min(hem.y - 20, waistY + 130)] : [x, waistY];
  for (const turn of [(points: readonly P2[]) => [...points], mirror])
    ink.line(turn([tip, [x, waistY], low]), "dart");
}

/** The front or back of the upper part, its middle at x = 0, y from the shoulder's neck point. */
export function drawTorso(ink: Ink, laid: Laid, pattern: Pattern, side: Side): void {
  const block = side === "front" ? pattern.front : pattern.back;
  if (!block) return;
  const { collar, neckline } = laid.design.torso!;
  if (side === "front") drawInside(ink, pattern);
  drawSleeves(ink, block, pattern);
  const neck = necklineCurve(block);
  const right = [
    ...[...neck].reverse(),
    block.tip,
    ...armholeCurve(block).slice(1),
    ...sideLine(block).slice(1),
  ];
  const low = right.at(-1)!;
  ink.shape([...right, [0, low[1]], ...mirror([...right].reverse())], "outline", CLOTH);
  const hasCollar = collar !== "none" || neckline === "turtleneck";
  if (!hasCollar) {
    const inner = neck.map(
      ([x, y]): P2 => [
        x * (1 + 9 / Math.max(40, neck[0]![0])),
        y + 9 * (1 - x / Math.max(1, neck[0]![0])),
      ],
    );
    ink.line([...mirror(inner), ...[...inner].reverse()], "stitch");
  }
  if (block.hem)
    ink.line(
      [
        [-low[0] + 2, low[1] - STITCH_IN_MM],
        [low[0] - 2, low[1] - STITCH_IN_MM],
      ],
      "stitch",
    );
  drawDarts(ink, block);
}

/** The inside of the back neck, seen over the front neckline. */
function drawInside(ink: Ink, { front, back }: Pattern): void {
  if (!front || !back) return;
  const behind = necklineCurve(back);
  const ahead = necklineCurve(front);
  ink.shape(
    [...mirror(behind), ...[...behind].reverse(), ...ahead, ...mirror([...ahead].reverse())],
    "seam",
    "#e4e2dc",
  );
}
