import { mix } from "./curve.ts";
import { angleAt } from "./section.ts";
import { type Grid, gridOf } from "./sheet.ts";
import { lifted, onTorso } from "./surface.ts";
import { neckEdge, type Place, type Torso } from "./torso.ts";
import type { OnCloth } from "./trim.ts";

type P3 = [number, number, number];

/**
 * Around the neck opening: 0 is the middle of the front, going over the wearer's left shoulder to the middle of
 * the back (½) and on. Wider and deeper by the given mm.
 */
export function aroundNeck(torso: Torso, widerMm = 0, deeperMm = 0): (turn: number) => Place {
  const front = neckEdge(torso, "front", widerMm, deeperMm);
  const back = neckEdge(torso, "back", widerMm, deeperMm);
  const FRONT = 0.27;
  return (turn) => {
    if (turn <= FRONT) return front(0.5 * (1 - turn / FRONT));
    if (turn >= 1 - FRONT) return front(0.5 + (0.5 * (1 - turn)) / FRONT);
    const t = (turn - FRONT) / (1 - 2 * FRONT);
    const { angle, z } = back(t);
    return { angle: -angle, z };
  };
}

/** The neck opening as a closed path on the cloth. */
export function neckPath(torso: Torso, count: number): OnCloth[] {
  const at = aroundNeck(torso);
  return Array.from({ length: count }, (_, i) => onTorso(torso, keptOff(at(i / count))));
}

/** On the shoulder's ridge front and back meet: a hair to one side has a direction. */
const keptOff = ({ angle, z }: Place): Place => ({
  angle: Math.abs(angle) < 0.02 ? 0.02 : angle > Math.PI - 0.02 ? Math.PI - 0.02 : angle,
  z,
});

/** A neck ring above the opening, mm over the shoulder's neck point. */
function neckRing(torso: Torso, turn: number, overMm: number, outMm: number): P3 {
  const { form } = torso;
  const base = torso.point(aroundNeck(torso)(turn));
  const z = form.levels.shoulderNeckMm + overMm;
  const { halfWidthMm, halfDepthMm, middleMm } = form.at(z);
  const angle = Math.atan2(-(base[1] - middleMm) / halfDepthMm, base[0] / halfWidthMm);
  const leanMm = turn < 0.25 || turn > 0.75 ? -10 * Math.cos(2 * Math.PI * turn) : 0;
  return [
    (halfWidthMm + outMm) * Math.cos(angle),
    middleMm - (halfDepthMm + outMm) * Math.sin(angle),
    z + leanMm,
  ];
}

const between = (a: P3, b: P3, t: number): P3 => [
  mix(a[0], b[0], t),
  mix(a[1], b[1], t),
  mix(a[2], b[2], t),
];

/** A turtleneck: up along the neck and folded back down over itself. */
export function turtleneckGrid(torso: Torso, perDm: number): Grid {
  const columns = Math.max(40, Math.round(4 * perDm));
  const at = aroundNeck(torso);
  return gridOf(
    12,
    columns,
    (row, column) => {
      const turn = (column % columns) / columns;
      const base = lifted(onTorso(torso, keptOff(at(turn))), 0.4);
      const point =
        row <= 6
          ? between(base, neckRing(torso, turn, 52, 7), (row / 6) ** 0.8)
          : between(
              neckRing(torso, turn, 52, 7),
              neckRing(torso, turn, 6, 13),
              ((row - 6) / 6) ** 1.1,
            );
      const rounded = row === 6 ? 3 : row === 7 ? 3 : 0;
      return { point: [point[0], point[1], point[2] + rounded], cloth: [column * 9, row * 9] };
    },
    true,
  );
}

export interface CollarOptions {
  standMm: number;
  /** How far the fall reaches over the shoulder; 0 for a stand alone. */
  fallMm: number;
  /** Where it ends at the front, turns from the middle. */
  from: number;
}

/** A collar open at the front: a stand, and a fall folded over it. */
export function collarGrid(
  torso: Torso,
  { standMm, fallMm, from }: CollarOptions,
  perDm: number,
): Grid {
  const columns = Math.max(40, Math.round(5 * perDm));
  const at = aroundNeck(torso);
  const outer = aroundNeck(torso, fallMm * 0.62, fallMm * 0.8);
  const up = 5;
  const down = fallMm > 0 ? 8 : 0;
  return gridOf(up + down, columns, (row, column) => {
    const turn = from + ((1 - 2 * from) * column) / columns;
    const base = lifted(onTorso(torso, keptOff(at(turn))), 1);
    const back = Math.sin(Math.PI * turn) ** 2;
    const crest = neckRing(torso, turn, standMm * (0.35 + 0.65 * back) - 2, 9);
    const top: P3 = back < 0.3 ? between(base, crest, 0.35 + back * 2) : crest;
    const along = (row / up) ** 0.9;
    if (row <= up) return { point: between(base, top, along), cloth: [column * 8, row * 6] };
    const t = (row - up) / down;
    const edge = lifted(onTorso(torso, keptOff(outer(turn))), 5);
    const arch = 7 * Math.sin(Math.PI * t);
    const point = between(top, edge, t);
    return {
      point: [point[0] * (1 + arch / 160), point[1], point[2] + arch],
      cloth: [column * 8, row * 7],
    };
  });
}

/** A lapel: the front's edge turned back on the chest, widest at the notch. */
export function lapelGrid(torso: Torso, isLeft: boolean, perDm: number): Grid {
  const edge = neckEdge(torso, "front");
  const rows = Math.max(16, Math.round(2.4 * perDm));
  const columns = 8;
  const WIDEST_MM = 92;
  return gridOf(rows, columns, (row, column) => {
    const s = row / rows;
    const t = 0.5 * (1 - s * 0.8);
    const place = edge(isLeft ? t : 1 - t);
    const section = torso.sectionAt(place.z);
    const from = section.halfWidthMm * Math.abs(Math.cos(place.angle)) ** (2 / section.power);
    const wide = 4 + WIDEST_MM * Math.sin((Math.PI / 2) * Math.min(1, s * 1.06)) ** 1.2;
    const reach = from - 3 + (wide * column) / columns;
    const z = place.z + 16 * s * (column / columns);
    const turn = angleAt(torso.sectionAt(z), Math.min(reach, section.halfWidthMm * 0.97));
    const roll = 5 * Math.sin(Math.PI * Math.min(1, column / columns + 0.12)) + 1.5;
    const point = lifted(
      onTorso(torso, { angle: isLeft ? turn : Math.PI - turn, z }),
      2.5 + roll * (0.4 + 0.6 * s),
    );
    return { point, cloth: [column * 10, row * 10] };
  });
}
