import type { Laid } from "../laid.ts";
import { curve, type P2 } from "../pattern/outline.ts";
import type { Pattern } from "../pattern/pattern.ts";
import { necklineCurve } from "../pattern/torso-pieces.ts";
import type { Side } from "./flat-torso.ts";
import { type Ink, mirror, mirroredLoop } from "./ink.ts";

const CLOTH = "#f6f5f2";
const INSIDE = "#e4e2dc";

/** The collar as it lies on the neck. */
export function drawCollar(ink: Ink, laid: Laid, pattern: Pattern, side: Side): void {
  const { collar, neckline } = laid.design.torso!;
  const block = pattern[side];
  if (!block) return;
  const edge = necklineCurve(block);
  const [x, y] = block.neck;
  if (collar === "shirt" || (collar === "lapel" && side === "back")) {
    drawShirtCollar(ink, edge, x, y, side);
  } else if (collar === "stand") drawBand(ink, edge, x, y, 40, side);
  else if (collar === "lapel") drawLapels(ink, edge, x, y);
  else if (neckline === "turtleneck") drawBand(ink, edge, x, y, 78, side);
}

/** A stand around the neck, as high as `upMm`. */
function drawBand(
  ink: Ink,
  edge: readonly P2[],
  x: number,
  y: number,
  upMm: number,
  side: Side,
): void {
  const top: P2 = [x - 10, y - upMm];
  const half: P2[] = [
    [0, top[1] + 8],
    ...curve([0, top[1] + 8], [x * 0.5, top[1] + 8], [x * 0.8, top[1] + 4], top, 8),
    ...edge,
  ];
  ink.shape(mirroredLoop(half), "outline", CLOTH);
  if (upMm > 60)
    ink.line(
      [
        [-x + 6, y - upMm * 0.12],
        [x - 6, y - upMm * 0.12],
      ],
      "seam",
    );
  else if (side === "front")
    ink.line(
      [
        [0, top[1] + 8],
        [0, edge.at(-1)![1]],
      ],
      "seam",
    );
}

function drawShirtCollar(ink: Ink, edge: readonly P2[], x: number, y: number, side: Side): void {
  const low = edge.at(-1)!;
  if (side === "back") {
    const half: P2[] = [
      [0, y - 42],
      ...curve([0, y - 42], [x * 0.6, y - 42], [x * 0.95, y - 34], [x + 4, y - 8], 8),
      [x + 34, y + 26],
      ...curve([x + 34, y + 26], [x * 0.7, y + 44], [x * 0.4, y + 46], [0, y + 46], 8),
    ];
    ink.shape(mirroredLoop(half), "outline", CLOTH);
    return;
  }
  ink.shape(
    mirroredLoop([
      [0, y - 30],
      ...curve([0, y - 30], [x * 0.6, y - 34], [x * 0.9, y - 34], [x, y - 6], 8),
      ...edge,
    ]),
    "seam",
    INSIDE,
  );
  const point: P2 = [Math.min(x * 0.95, 66), low[1] + 46];
  const half: P2[] = [
    [2, low[1] + 2],
    ...curve([2, low[1] + 2], [x * 0.5, low[1] - 30], [x * 0.92, y + 20], [x, y - 34], 10),
    ...curve([x, y - 34], [x + 22, y - 14], [x + 40, y + 10], [x + 38, y + 22], 8),
    point,
  ];
  for (const turn of [(points: readonly P2[]) => [...points], mirror])
    ink.shape(turn(half), "outline", CLOTH);
}

function drawLapels(ink: Ink, edge: readonly P2[], x: number, y: number): void {
  const low = edge.at(-1)!;
  const deep = low[1] - y;
  const notch: P2 = [x + 34, y + deep * 0.26];
  const lapel: P2[] = [
    low,
    ...curve(
      low,
      [x * 0.5, low[1] - deep * 0.3],
      [x + 74, y + deep * 0.5],
      [x + 80, y + deep * 0.34],
      12,
    ),
    notch,
    [x * 0.84, y + deep * 0.2],
  ];
  const collar: P2[] = [
    [x * 0.84, y + deep * 0.2],
    notch,
    [x + 62, y + deep * 0.14],
    ...curve([x + 62, y + deep * 0.14], [x + 48, y - 6], [x + 20, y - 32], [x - 4, y - 38], 8),
  ];
  for (const turn of [(points: readonly P2[]) => [...points], mirror]) {
    ink.shape(turn(collar), "outline", CLOTH);
    ink.shape(turn(lapel), "outline", CLOTH);
  }
}
