import { mix, ramp } from "./curve.ts";
import type { SleeveShape } from "./design.ts";
import { type Grid, gridOf } from "./sheet.ts";
import type { Torso } from "./torso.ts";

type P3 = [number, number, number];

export interface SleeveOptions {
  shape: SleeveShape;
  isCap: boolean;
  /** From the shoulder's tip to the hem along the outside, mm. */
  lengthMm: number;
  upperArmMm: number;
  hemMm: number;
  /** How far the arm hangs out from straight down, radians. */
  lean: number;
  /** Cloth gathered into the cap, part more. */
  fullness: number;
}

const add = (a: P3, b: P3, k: number): P3 => [a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k];
const minus = (a: P3, b: P3): P3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const lengthOf = (a: P3) => Math.hypot(a[0], a[1], a[2]);

/**
 * Points of the wearer's left armhole: turn 0 is the shoulder's tip, π the underarm, the front lies between
 * (0 to π), the back beyond.
 */
export function armholePoint(torso: Torso, turn: number): P3 {
  const t = (1 + Math.cos(turn)) / 2;
  const z = mix(torso.underarmZ, torso.shoulder.tip.z, t);
  const isFront = turn <= Math.PI;
  const cut = torso.armhole(isFront ? "front" : "back", t);
  return torso.point({ angle: isFront ? cut : -cut, z });
}

/** The tube the sleeve runs into: rings square to the arm. */
function armTube(torso: Torso, { lean, upperArmMm, hemMm, lengthMm, shape }: SleeveOptions) {
  const down: P3 = [Math.sin(lean), 0, -Math.cos(lean)];
  const out: P3 = [Math.cos(lean), 0, Math.sin(lean)];
  const underarm = armholePoint(torso, Math.PI);
  const tip = armholePoint(torso, 0);
  const radius = upperArmMm / (2 * Math.PI);
  const capMm = (tip[0] - underarm[0]) * down[0] + (tip[2] - underarm[2]) * down[2];
  const middle = underarm[1] * 0.4 + tip[1] * 0.6;
  const below = lengthMm + capMm;
  const bend = (s: number) => -26 * ramp(150, 600, s) - 0.02 * s;
  return {
    down,
    belowMm: Math.max(12, below),
    at(turn: number, s: number): P3 {
      const t = Math.max(0, s / Math.max(1, below));
      const r =
        shape === "bell"
          ? mix(radius, hemMm / (2 * Math.PI), t ** 1.6)
          : mix(radius, hemMm / (2 * Math.PI), t);
      const axis = add([underarm[0], middle, underarm[2]], out, radius + (r - radius) * 0.4);
      const wide = Math.cos(turn) * r * 0.98;
      const deep = -Math.sin(turn) * r * 1.02;
      const p = add(add(axis, down, s), out, wide);
      return [p[0], p[1] + deep + bend(s), p[2]];
    },
  };
}

/** A cubic from a to b with given end directions (of their own length). */
function cubic(a: P3, ta: P3, b: P3, tb: P3, t: number): P3 {
  const s = 1 - t;
  const h = [s * s * (1 + 2 * t), s * s * t, t * t * (1 + 2 * s), -t * t * s] as const;
  return [0, 1, 2].map((k) => a[k]! * h[0] + ta[k]! * h[1] + b[k]! * h[2] + tb[k]! * h[3]) as P3;
}

/** Folds of gathered or hanging cloth around a sleeve. */
const around = (turn: number, count: number) =>
  Math.cos(count * (turn + 0.12 * Math.sin(2 * turn + 0.6))) *
  (0.75 + 0.25 * Math.sin(3 * turn + 1));

/** Direction in which the cap leaves the armhole, at the shoulder. */
const OFF_SHOULDER: P3 = [0.93, 0, -0.36];
/** What a cap sleeve as long as this covers of the cap, mm. */
const WHOLE_CAP_MM = 130;

/** The line of one column of a sleeve: from the armhole over the cap and down the arm. */
function columnLine(
  torso: Torso,
  tube: ReturnType<typeof armTube>,
  options: SleeveOptions,
  turn: number,
) {
  const top = (1 + Math.cos(turn)) / 2;
  const from = armholePoint(torso, turn);
  const full = tube.at(turn, 0);
  const share = options.isCap
    ? Math.min(1, Math.max(0.05, (options.lengthMm / WHOLE_CAP_MM) * top ** 1.2))
    : 1;
  const end = add(from, minus(full, from), share);
  const reach = lengthOf(minus(end, from));
  const start = OFF_SHOULDER.map((value, k) => mix(tube.down[k]!, value, top)) as P3;
  const leave = add([0, 0, 0], start, reach * mix(1, 1.25, top));
  const arrive = add([0, 0, 0], tube.down, reach);
  return { top, reach, cap: (t: number) => cubic(from, leave, end, arrive, t) };
}

/** The wearer's left sleeve: columns go round from the underarm, rows from the armhole down. */
export function sleeveGrid(torso: Torso, options: SleeveOptions, perDm: number): Grid {
  const tube = armTube(torso, options);
  const capRows = Math.max(10, Math.round(1.4 * perDm));
  const armRows = options.isCap ? 0 : Math.max(3, Math.round((tube.belowMm / 100) * perDm * 0.8));
  const columns = Math.max(36, Math.round(5 * perDm));
  const rows = capRows + armRows;
  const turns = Array.from(
    { length: columns + 1 },
    (_, j) => (Math.PI + (2 * Math.PI * (j % columns)) / columns) % (2 * Math.PI),
  );
  const lines = turns.map((turn) => columnLine(torso, tube, options, turn));
  const grid = gridOf(
    rows,
    columns,
    (row, column) => {
      const turn = turns[column]!;
      const line = lines[column]!;
      const t = Math.min(1, row / capRows);
      const s = row > capRows ? (tube.belowMm * (row - capRows)) / armRows : 0;
      const base = s > 0 ? tube.at(turn, s) : line.cap(t);
      const push = { turn, along: row / rows, top: line.top, s, below: tube.belowMm };
      return {
        point: pushed(base, options, push),
        cloth: [0, t * line.reach + s + (1 - line.top) * 60],
      };
    },
    true,
  );
  return clothAround(grid);
}

interface Push {
  turn: number;
  along: number;
  /** 1 on the outside of the arm, 0 on the inside. */
  top: number;
  s: number;
  below: number;
}

/** Moves a point away from the arm's axis: puffs, folds and wrinkles. */
function pushed(point: P3, { shape, fullness }: SleeveOptions, p: Push): P3 {
  const out: P3 = [Math.cos(p.turn) * 0.9, -Math.sin(p.turn), 0.25 * Math.cos(p.turn)];
  return add(point, out, swell(shape, fullness, p) * ramp(0, 0.12, p.along));
}

function swell(shape: SleeveShape, fullness: number, p: Push): number {
  const fold = around(p.turn, shape === "puff" ? 17 : 6);
  if (shape === "puff") {
    const full = Math.sin(Math.PI * Math.min(1, 0.04 + p.along * 0.98)) ** 0.7;
    return (26 + fullness * 28) * full * (0.25 + 0.75 * p.top) + 3.2 * fold * (1 - 0.5 * full);
  }
  if (shape === "bell") return 9 * fold * ramp(0.35, 1, p.along);
  if (p.below < 80) return 0;
  const elbow = Math.exp(-(((p.s - 230) / 90) ** 2)) * ramp(200, 330, p.below);
  return (
    1.6 * fold * ramp(0.1, 0.5, p.along) + 2.6 * elbow * Math.sin(p.s / 13 + 2.2 * Math.sin(p.turn))
  );
}

/** Sets the place across the cloth: the way around from the top line, mm. */
function clothAround(grid: Grid): Grid {
  const { rows, columns, points, cloth } = grid;
  for (let i = 0; i <= rows; i++) {
    const at = (j: number) => (i * (columns + 1) + j) * 3;
    const way = [0];
    for (let j = 1; j <= columns; j++)
      way.push(
        way[j - 1]! +
          Math.hypot(
            points[at(j)]! - points[at(j - 1)]!,
            points[at(j) + 1]! - points[at(j - 1) + 1]!,
            points[at(j) + 2]! - points[at(j - 1) + 2]!,
          ),
      );
    const half = way[columns]! / 2;
    for (let j = 0; j <= columns; j++) cloth[(i * (columns + 1) + j) * 2] = way[j]! - half;
  }
  return grid;
}
