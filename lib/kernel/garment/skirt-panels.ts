import { type Flare, flareGirth } from "./flare.ts";
import type { Hang } from "./hang.ts";
import { type Grid, gridOf } from "./sheet.ts";

/** A panel of a skirt between two angles of its section, radians. */
export interface SkirtPanel {
  name: string;
  from: number;
  to: number;
}

const SEAM_GAP = 4e-4;

/** One panel with its true place on the flat cloth: a sector's points lie where they were cut. */
export function skirtGrid(
  hang: Hang,
  flare: Flare,
  { from, to }: SkirtPanel,
  perDm: number,
  columnsAround: number,
): Grid {
  const rows = Math.max(10, Math.round((flare.lengthMm / 100) * perDm));
  const columns = Math.max(6, Math.round((columnsAround * (to - from)) / (2 * Math.PI)));
  const rings = Array.from({ length: rows + 1 }, (_, i) => hang.ring((flare.lengthMm * i) / rows));
  const grid = gridOf(rows, columns, (row, column) => {
    const t = column / columns;
    const angle = from + SEAM_GAP + (to - from - 2 * SEAM_GAP) * t;
    return { point: hang.point(rings[row]!, angle), cloth: [0, 0] };
  });
  const share = (to - from) / (2 * Math.PI);
  for (let i = 0; i <= rows; i++) layFlat(grid, i, rings[i]!.fromTopMm, flare, share);
  return grid;
}

/** Sets a row's cloth coordinates from the way along it. */
function layFlat(grid: Grid, row: number, fromTopMm: number, flare: Flare, share: number): void {
  const { columns, points, cloth } = grid;
  const first = row * (columns + 1);
  const way = [0];
  for (let j = 1; j <= columns; j++) {
    const a = (first + j - 1) * 3;
    const b = a + 3;
    way.push(
      way[j - 1]! +
        Math.hypot(
          points[b]! - points[a]!,
          points[b + 1]! - points[a + 1]!,
          points[b + 2]! - points[a + 2]!,
        ),
    );
  }
  const length = way[columns]! || 1;
  const flat = flareGirth(flare, fromTopMm) * share;
  for (let j = 0; j <= columns; j++) {
    const across = (way[j]! / length - 0.5) * flat;
    const [x, y] = unrolled(across, fromTopMm, flare);
    cloth[(first + j) * 2] = x;
    cloth[(first + j) * 2 + 1] = y;
  }
}

/** A way around and down the skirt as a place on the flat panel, mm. */
function unrolled(
  acrossMm: number,
  fromTopMm: number,
  { angle, topArcMm }: Flare,
): [number, number] {
  if (angle < 1e-6) return [acrossMm, fromTopMm];
  const inner = topArcMm / angle;
  const radius = inner + fromTopMm;
  const turn = acrossMm / radius;
  return [radius * Math.sin(turn), radius * Math.cos(turn) - inner];
}
