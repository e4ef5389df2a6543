import type { Cut } from "../../shared/stones.ts";
import { cornersOf, curveOf, type OutlinePoint } from "./outline.ts";

/** Turns on a curved girdle at which prongs hold a stone, degrees; 90 is a tip, and the stone's upper end. */
const TURNS: Record<Exclude<Cut, "princess" | "emerald">, Record<4 | 6, readonly number[]>> = {
  round: { 4: [45, 135, 225, 315], 6: [30, 90, 150, 210, 270, 330] },
  oval: { 4: [47, 133, 227, 313], 6: [0, 52, 128, 180, 232, 308] },
  cushion: { 4: [45, 135, 225, 315], 6: [0, 45, 135, 180, 225, 315] },
  pear: { 4: [90, 195, 270, 345], 6: [25, 90, 155, 212, 270, 328] },
  marquise: { 4: [0, 90, 180, 270], 6: [32, 90, 148, 212, 270, 328] },
};

function onCorners(cut: "princess" | "emerald", a: number, b: number): OutlinePoint[] {
  const corners = cornersOf(cut, a, b);
  const half = Math.SQRT1_2;
  return [0, 1, 2, 3].map((quarter) => {
    const sx = quarter === 0 || quarter === 3 ? 1 : -1;
    const sy = quarter < 2 ? 1 : -1;
    const inQuarter = corners.filter(([x, y]) => x * sx > 0 && y * sy > 0);
    const x = inQuarter.reduce((sum, corner) => sum + corner[0], 0) / inQuarter.length;
    const y = inQuarter.reduce((sum, corner) => sum + corner[1], 0) / inQuarter.length;
    return { x, y, nx: sx * half, ny: sy * half };
  });
}

function onSides(a: number): OutlinePoint[] {
  return [1, -1].map((side) => ({ x: side * a, y: 0, nx: side, ny: 0 }));
}

/** Girdle points a tip's two sides share point straight out, not along either side. */
function onCurve(cut: Exclude<Cut, "princess" | "emerald">, a: number, b: number, turnDeg: number) {
  const point = curveOf(cut, a, b)!((turnDeg * Math.PI) / 180);
  const hasTip = cut === "pear" || cut === "marquise";
  return hasTip && Math.abs(point.x) < 1e-6 ? { ...point, nx: 0, ny: Math.sign(point.y) } : point;
}

/** Where prongs touch the girdle of a stone and which way they stand off, mm; tips and corners are always held. */
export function prongAnchors(
  cut: Cut,
  lengthMm: number,
  widthMm: number,
  count: 4 | 6,
): OutlinePoint[] {
  const b = Math.max(lengthMm, widthMm) / 2;
  const a = Math.min(lengthMm, widthMm) / 2;
  const upright =
    cut === "princess" || cut === "emerald"
      ? [...onCorners(cut, a, b), ...(count === 6 ? onSides(a) : [])]
      : TURNS[cut][count].map((turnDeg) => onCurve(cut, a, b, turnDeg));
  if (lengthMm >= widthMm) return upright;
  return upright.map(({ x, y, nx, ny }) => ({ x: -y, y: x, nx: -ny, ny: nx }));
}
