import { girthOf } from "./section.ts";
import { type Grid, gridOf } from "./sheet.ts";
import { type Place, type Torso, topEdge } from "./torso.ts";

/** Which part of a side a panel covers, 0 (wearer's left) to 1 (right). */
export interface PanelRange {
  side: "front" | "back";
  from: number;
  to: number;
}

export interface Fineness {
  /** Rows a decimetre of height, columns a decimetre of girth. */
  perDm: number;
}

/** Panels end this far in angle short of a seam, so that two solids do not share an edge. */
const SEAM_GAP = 4e-4;

/** A grid place in the panel's own angle, 0 to π, as the section's angle. */
function turned({ angle, z }: Place, side: "front" | "back"): Place {
  const inside = Math.min(Math.PI - SEAM_GAP, Math.max(SEAM_GAP, angle));
  return { angle: side === "front" ? inside : -inside, z };
}

/**
 * A side of the torso from its upper edge to the waist as places: columns run from the wearer's left to the
 * right, rows from the upper edge down. The shoulder, the armholes and the neckline are borders of the grid.
 */
export function sidePlaces(torso: Torso, side: "front" | "back") {
  const top = topEdge(torso, side);
  const { underarmZ, waistZ, shoulder } = torso;
  const tipZ = shoulder.tip.z;
  const inset = (z: number) =>
    z <= underarmZ ? 0 : torso.armhole(side, (z - underarmZ) / (tipZ - underarmZ));
  return (u: number, v: number): Place => {
    const edge = top(u);
    const sideZ = waistZ + (tipZ - waistZ) * v;
    const cut = inset(sideZ);
    // What the armhole leaves of the side is shared by all columns, however deep it cuts.
    const share = 1 - (2 * cut) / Math.PI;
    const angle = cut + share * ((1 - v) * Math.PI * u + v * edge.angle);
    return { angle, z: sideZ + v * (edge.z - tipZ) };
  };
}

/** Length down the cloth from the waist's height (0) upwards, on the fullest line of the side, mm. */
function lengthUp(torso: Torso, side: "front" | "back"): (z: number) => number {
  const angle = side === "front" ? Math.PI * 0.3 : -Math.PI * 0.3;
  const top = torso.form.levels.neckTopMm;
  const steps = 60;
  const lengths = [0];
  let last = torso.point({ angle, z: torso.waistZ });
  for (let i = 1; i <= steps; i++) {
    const next = torso.point({ angle, z: torso.waistZ + ((top - torso.waistZ) * i) / steps });
    lengths.push(lengths[i - 1]! + Math.hypot(next[1] - last[1], next[2] - last[2]));
    last = next;
  }
  return (z) => {
    const at = Math.max(
      0,
      Math.min(steps - 1e-9, ((z - torso.waistZ) / (top - torso.waistZ)) * steps),
    );
    const i = Math.floor(at);
    return lengths[i]! + (lengths[i + 1]! - lengths[i]!) * (at - i);
  };
}

/** The cloth from neck and shoulder to the waist, and on to the hem where the torso has one. */
export function torsoGrid(torso: Torso, { side, from, to }: PanelRange, { perDm }: Fineness): Grid {
  const { hang, waistZ } = torso;
  const places = sidePlaces(torso, side);
  const up = lengthUp(torso, side);
  const belowMm = hang ? waistZ - hang.hemZ : 0;
  const aboveRows = Math.max(12, Math.round(((torso.shoulder.tip.z - waistZ) / 100) * perDm));
  const belowRows = hang ? Math.max(2, Math.round((belowMm / 100) * perDm)) : 0;
  const half = girthOf(torso.sectionAt(torso.form.levels.bustMm)) / 2;
  const columns = Math.max(8, Math.round((half / 100) * perDm * (to - from)));
  const rings = Array.from({ length: belowRows }, (_, k) =>
    hang!.ring((lengthOf(torso) * (k + 1)) / belowRows),
  );
  const left = from > 0 ? from + SEAM_GAP : from;
  const right = to < 1 ? to - SEAM_GAP : to;
  const grid = gridOf(aboveRows + belowRows, columns, (row, column) => {
    const u = left + ((right - left) * column) / columns;
    if (row <= aboveRows) {
      const place = places(u, 1 - row / aboveRows);
      return { point: torso.point(turned(place, side)), cloth: [0, -up(place.z)] };
    }
    const ring = rings[row - aboveRows - 1]!;
    const { angle } = turned({ angle: Math.PI * u, z: 0 }, side);
    return { point: hang!.point(ring, angle), cloth: [0, ring.fromTopMm] };
  });
  return withClothAcross(grid, from, to);
}

const lengthOf = (torso: Torso) => torso.hang?.lengthMm ?? 0;

/** Sets each point's place across the cloth: its way along the row from the side's middle, mm. */
export function withClothAcross(grid: Grid, from: number, to: number): Grid {
  const { rows, columns, points, cloth } = grid;
  const middle = ((0.5 - from) / (to - from)) * columns;
  for (let i = 0; i <= rows; i++) {
    const at = (j: number) => (i * (columns + 1) + j) * 3;
    const way = [0];
    for (let j = 1; j <= columns; j++) {
      const step = Math.hypot(
        points[at(j)]! - points[at(j - 1)]!,
        points[at(j) + 1]! - points[at(j - 1) + 1]!,
      );
      way.push(way[j - 1]! + step);
    }
    const m = Math.max(0, Math.min(columns, middle));
    const low = Math.min(columns - 1, Math.floor(m));
    const zero = way[low]! + (way[low + 1]! - way[low]!) * (m - low);
    for (let j = 0; j <= columns; j++) cloth[(i * (columns + 1) + j) * 2] = way[j]! - zero;
  }
  return grid;
}
