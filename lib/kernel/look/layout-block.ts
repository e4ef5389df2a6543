import { FRAME, type SubjectFrame } from "./subject.ts";

/** What a cell of a layout tells of the subject in it. */
const SORTS = 3;

/** Middles of `cells` cells over the frame with bell curves half a cell wide: a small shift changes little. */
function bells(cells: number): Float32Array[] {
  return Array.from({ length: cells }, (_, cell) => {
    const middle = ((cell + 0.5) * FRAME) / cells;
    const width = (0.55 * FRAME) / cells;
    const curve = Float32Array.from({ length: FRAME }, (_, x) =>
      Math.exp(-(((x + 0.5 - middle) / width) ** 2) / 2),
    );
    const sum = curve.reduce((total, value) => total + value, 0);
    return curve.map((value) => value / sum);
  });
}

/** The mean of `value` around the middle of each of cells² cells, row by row. */
export function cellMeans(cells: number, value: (pixel: number) => number): Float32Array {
  const curves = bells(cells);
  const byRow = new Float32Array(FRAME * cells);
  for (let y = 0; y < FRAME; y++) {
    for (let x = 0; x < FRAME; x++) {
      const v = value(y * FRAME + x);
      if (v !== 0) for (let c = 0; c < cells; c++) byRow[y * cells + c]! += v * curves[c]![x]!;
    }
  }
  const means = new Float32Array(cells * cells);
  for (let r = 0; r < cells; r++) {
    for (let y = 0; y < FRAME; y++) {
      const weight = curves[r]![y]!;
      for (let c = 0; c < cells; c++) means[r * cells + c]! += weight * byRow[y * cells + c]!;
    }
  }
  return means;
}

/** Of lightness about which a cell is light or dark: middle grey. */
const MIDDLE_LIGHT = 0.6;
/** Weight of a, b against L: colours lie closer together than light and dark. */
const COLOUR_WEIGHT = 3;

/** Light and colour of the subject in cells² cells: 3 numbers each, weighed by how much of the cell shows it. */
export function colourLayout({ weight: shown, lab }: SubjectFrame, cells: number): Float32Array {
  const block = new Float32Array(SORTS * cells * cells);
  for (let k = 0; k < SORTS; k++) {
    const centre = k === 0 ? MIDDLE_LIGHT : 0;
    const weight = k === 0 ? 1 : COLOUR_WEIGHT;
    block.set(
      cellMeans(cells, (i) => weight * shown[i]! * (lab[3 * i + k]! - centre)),
      k * cells * cells,
    );
  }
  return block;
}

/** Where the subject is and where not, −½ to ½ in cells² cells. */
export const coverLayout = ({ cover }: SubjectFrame, cells: number): Float32Array =>
  cellMeans(cells, (i) => cover[i]!).map((value) => value - 0.5);
