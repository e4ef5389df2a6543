import type { Crop } from "./crop.ts";
import { FRAME, type SubjectFrame } from "./subject.ts";

/** How many cells a crop is parted into. */
export interface Cells {
  columns: number;
  rows: number;
}

/** Width of a cell's bell curve as a part of the cell: neighbours overlap, so a small shift changes little. */
const BELL = 0.55;

/** A bell curve over the frame for each of `cells` cells between two places, each adding up to 1. */
function bells(start: number, end: number, cells: number): Float32Array[] {
  const size = ((end - start) * FRAME) / cells;
  return Array.from({ length: cells }, (_, cell) => {
    const middle = start * FRAME + (cell + 0.5) * size;
    const curve = Float32Array.from({ length: FRAME }, (_, x) =>
      Math.exp(-(((x + 0.5 - middle) / (BELL * size)) ** 2) / 2),
    );
    const sum = curve.reduce((total, value) => total + value, 0);
    return curve.map((value) => value / Math.max(1e-9, sum));
  });
}

/** The mean of `value` around the middle of each cell of a crop, row by row. */
export function cellMeans(
  crop: Crop,
  { columns, rows }: Cells,
  value: (pixel: number) => number,
): Float32Array {
  const across = bells(crop.left, crop.right, columns);
  const down = bells(crop.top, crop.bottom, rows);
  const byRow = new Float32Array(FRAME * columns);
  for (let i = 0; i < FRAME * FRAME; i++) {
    const v = value(i);
    if (v === 0) continue;
    const [x, y] = [i % FRAME, Math.floor(i / FRAME)];
    for (let c = 0; c < columns; c++) byRow[y * columns + c]! += v * across[c]![x]!;
  }
  const means = new Float32Array(columns * rows);
  for (let r = 0; r < rows; r++) {
    for (let y = 0; y < FRAME; y++) {
      const weight = down[r]![y]!;
      for (let c = 0; c < columns; c++) means[r * columns + c]! += weight * byRow[y * columns + c]!;
    }
  }
  return means;
}

/** Of lightness about which a cell is light or dark: middle grey. */
const MIDDLE_LIGHT = 0.6;
/** Weight of a, b against L: colours lie closer together than light and dark. */
const COLOUR_WEIGHT = 3;

/** Light and colour of the subject in the cells of a crop, 3 numbers each, weighed by how much of the cell shows it. */
export function colourLayout(
  { weight: shown, lab }: SubjectFrame,
  crop: Crop,
  cells: Cells,
): Float32Array {
  const size = cells.columns * cells.rows;
  const block = new Float32Array(3 * size);
  for (let k = 0; k < 3; k++) {
    const centre = k === 0 ? MIDDLE_LIGHT : 0;
    const weight = k === 0 ? 1 : COLOUR_WEIGHT;
    block.set(
      cellMeans(crop, cells, (i) => weight * shown[i]! * (lab[3 * i + k]! - centre)),
      k * size,
    );
  }
  return block;
}

/** Where in a crop the subject is and where not, −½ to ½ a cell. */
export const coverLayout = ({ cover }: SubjectFrame, crop: Crop, cells: Cells): Float32Array =>
  cellMeans(crop, cells, (i) => cover[i]!).map((value) => value - 0.5);

/** How much light varies in the cells of a crop: its standard deviation about the cell's mean. */
export function lightSpread({ weight, lab }: SubjectFrame, crop: Crop, cells: Cells): Float32Array {
  const shown = cellMeans(crop, cells, (i) => weight[i]!);
  const sums = cellMeans(crop, cells, (i) => weight[i]! * lab[3 * i]!);
  const squares = cellMeans(crop, cells, (i) => weight[i]! * lab[3 * i]! ** 2);
  return squares.map((square, cell) => {
    const part = shown[cell]!;
    if (part < 1e-3) return 0;
    return part * Math.sqrt(Math.max(0, square / part - (sums[cell]! / part) ** 2));
  });
}
