import type { Mesh, Vec3 } from "../mesh.ts";
import type { Grid } from "./grid.ts";

/** A plate that is thick where the picture is dark. */
export interface LithophanePlate {
  /** Darkness 0 to 1 × pixels; a pixel's middle gets exactly its thickness. */
  darkness: Grid;
  /** Outer size with the border, mm. */
  widthMm: number;
  heightMm: number;
  borderMm: number;
  /** Thickness of white, of black and of the border, mm. */
  minMm: number;
  maxMm: number;
  rimMm: number;
  /** Bend of the plate about an upright axis, degrees; 0 is flat. */
  curveDeg: number;
}

/** Positions along an edge: border, pixels' middles, border. */
function stations(pixels: number, lengthMm: number, borderMm: number): Float64Array {
  const pitch = (lengthMm - 2 * borderMm) / pixels;
  const inner = Array.from({ length: pixels }, (_, i) => borderMm + (i + 0.5) * pitch);
  return borderMm > 0
    ? Float64Array.from([0, borderMm, ...inner, lengthMm - borderMm, lengthMm])
    : Float64Array.from([0, ...inner, lengthMm]);
}

/** Thickness at a station of the grid, mm. */
function thicknessAt(plate: LithophanePlate, column: number, row: number): number {
  const { darkness, borderMm, minMm, maxMm, rimMm } = plate;
  const skip = borderMm > 0 ? 2 : 1;
  const x = column - skip;
  const y = row - skip;
  const isInside = x >= 0 && y >= 0 && x < darkness.width && y < darkness.height;
  if (!isInside && borderMm > 0) return rimMm;
  const px = Math.max(0, Math.min(darkness.width - 1, x));
  const py = Math.max(0, Math.min(darkness.height - 1, y));
  return minMm + (maxMm - minMm) * darkness.values[py * darkness.width + px]!;
}

/** A point of the plate: `along` its width from the middle, `up` its height, `out` to the front from its back, mm. */
function pointOf(
  { widthMm, curveDeg }: LithophanePlate,
  along: number,
  up: number,
  out: number,
): Vec3 {
  if (curveDeg === 0) return [along, -out, up];
  const radius = widthMm / ((curveDeg * Math.PI) / 180);
  const angle = along / radius;
  return [(radius + out) * Math.sin(angle), radius - (radius + out) * Math.cos(angle), up];
}

/**
 * The plate as one closed mesh, upright, its back (an even surface) to +y, its picture to the front; the width is
 * measured along the back. Thickness at the middle of pixel p is min + (max − min) × darkness(p).
 */
export function lithophaneMesh(plate: LithophanePlate): Mesh {
  const { darkness, widthMm, heightMm, borderMm } = plate;
  const xs = stations(darkness.width, widthMm, borderMm);
  const ys = stations(darkness.height, heightMm, borderMm);
  const [columns, rows] = [xs.length, ys.length];
  const positions = new Float32Array(6 * columns * rows);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const along = xs[i]! - widthMm / 2;
      const up = heightMm - ys[j]!;
      const at = j * columns + i;
      positions.set(pointOf(plate, along, up, thicknessAt(plate, i, j)), 3 * at);
      positions.set(pointOf(plate, along, up, 0), 3 * (at + columns * rows));
    }
  }
  return { positions, indices: plateIndices(columns, rows) };
}

function plateIndices(columns: number, rows: number): Uint32Array {
  const back = columns * rows;
  const indices: number[] = [];
  const quad = (a: number, b: number, c: number, d: number) => indices.push(a, b, c, a, c, d);
  for (let j = 0; j + 1 < rows; j++) {
    for (let i = 0; i + 1 < columns; i++) {
      const a = j * columns + i;
      quad(a, a + columns, a + columns + 1, a + 1);
      quad(back + a, back + a + 1, back + a + columns + 1, back + a + columns);
    }
  }
  for (let i = 0; i + 1 < columns; i++) {
    const low = (rows - 1) * columns + i;
    quad(i + 1, back + i + 1, back + i, i);
    quad(low, back + low, back + low + 1, low + 1);
  }
  for (let j = 0; j + 1 < rows; j++) {
    const left = j * columns;
    const right = left + columns - 1;
    quad(left, back + left, back + left + columns, left + columns);
    quad(right + columns, back + right + columns, back + right, right);
  }
  return new Uint32Array(indices);
}
