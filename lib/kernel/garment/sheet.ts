import type { Mesh, Vec3 } from "../mesh.ts";

/** A piece of cloth as a grid of points: `columns + 1` along each of `rows + 1` lines. */
export interface Grid {
  rows: number;
  columns: number;
  /** xyz × (rows + 1) × (columns + 1); a row after the other. */
  points: Float64Array;
  /** Cloth coordinates, mm, × as many points: across and along the grain. */
  cloth: Float64Array;
  /** The last column is the first one again, as in a sleeve. */
  isTube?: boolean;
}

export function gridOf(
  rows: number,
  columns: number,
  at: (row: number, column: number) => { point: Vec3; cloth: readonly [number, number] },
  isTube = false,
): Grid {
  const count = (rows + 1) * (columns + 1);
  const points = new Float64Array(count * 3);
  const cloth = new Float64Array(count * 2);
  for (let i = 0; i <= rows; i++)
    for (let j = 0; j <= columns; j++) {
      const {
        point,
        cloth: [across, along],
      } = at(i, j);
      const v = i * (columns + 1) + j;
      points.set(point, v * 3);
      cloth[v * 2] = across;
      cloth[v * 2 + 1] = along;
    }
  return { rows, columns, points, cloth, isTube };
}

/** Unit normals of a grid, xyz × points; they point where columns × rows do, times `side`. */
export function gridNormals(grid: Grid, side: 1 | -1): Float64Array {
  const { rows, columns, points: p, isTube } = grid;
  const normals = new Float64Array(p.length);
  const line = columns + 1;
  for (let i = 0; i <= rows; i++)
    for (let j = 0; j <= columns; j++) {
      // A tube's joint has neighbours on both sides.
      const left = (i * line + (j > 0 ? j - 1 : isTube ? columns - 1 : 0)) * 3;
      const right = (i * line + (j < columns ? j + 1 : isTube ? 1 : columns)) * 3;
      const above = (Math.max(0, i - 1) * line + j) * 3;
      const below = (Math.min(rows, i + 1) * line + j) * 3;
      const ux = p[right]! - p[left]!;
      const uy = p[right + 1]! - p[left + 1]!;
      const uz = p[right + 2]! - p[left + 2]!;
      const vx = p[below]! - p[above]!;
      const vy = p[below + 1]! - p[above + 1]!;
      const vz = p[below + 2]! - p[above + 2]!;
      const x = uy * vz - uz * vy;
      const y = uz * vx - ux * vz;
      const z = ux * vy - uy * vx;
      const length = Math.sqrt(x * x + y * y + z * z);
      if (length <= 1e-12) continue;
      const at = (i * line + j) * 3;
      normals[at] = (side * x) / length;
      normals[at + 1] = (side * y) / length;
      normals[at + 2] = (side * z) / length;
    }
  mendNormals(grid, normals);
  return normals;
}

/** Points where the grid has no width take their neighbour's normal. */
function mendNormals({ columns }: Grid, normals: Float64Array): void {
  for (let at = 0; at < normals.length; at += 3) {
    if (normals[at] || normals[at + 1] || normals[at + 2]) continue;
    const row = (columns + 1) * 3;
    const from = [at - row, at + row, at - 3, at + 3].find(
      (other) =>
        other >= 0 &&
        other < normals.length &&
        (normals[other] || normals[other + 1] || normals[other + 2]),
    );
    if (from === undefined) normals[at + 2] = 1;
    else normals.copyWithin(at, from, from + 3);
  }
}

interface Builder {
  positions: number[];
  normals: number[];
  uvs: number[];
  indices: number[];
}

function addFace(
  b: Builder,
  grid: Grid,
  points: Float64Array,
  normals: Float64Array,
  sign: number,
  flip: boolean,
  perMm: number,
) {
  const { rows, columns, cloth } = grid;
  const first = b.positions.length / 3;
  for (let v = 0; v < points.length / 3; v++) {
    b.positions.push(points[v * 3]!, points[v * 3 + 1]!, points[v * 3 + 2]!);
    b.normals.push(sign * normals[v * 3]!, sign * normals[v * 3 + 1]!, sign * normals[v * 3 + 2]!);
    b.uvs.push(cloth[v * 2]! * perMm, cloth[v * 2 + 1]! * perMm);
  }
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const a = first + i * (columns + 1) + j;
      const c = a + columns + 1;
      if (flip) b.indices.push(a, a + 1, c + 1, a, c + 1, c);
      else b.indices.push(a, c + 1, a + 1, a, c, c + 1);
    }
}

/** The border of a grid in order, each point once; of a tube, its two ends. */
function borders({ rows, columns, isTube }: Grid): number[][] {
  const at = (i: number, j: number) => i * (columns + 1) + j;
  const line = (count: number, of: (k: number) => number) =>
    Array.from({ length: count }, (_, k) => of(k));
  const top = line(columns + 1, (j) => at(0, j));
  const bottom = line(columns + 1, (j) => at(rows, columns - j));
  if (isTube) return [top, bottom];
  const right = line(rows - 1, (i) => at(i + 1, columns));
  const left = line(rows - 1, (i) => at(rows - 1 - i, 0));
  const loop = [...top, ...right, ...bottom, ...left];
  return [[...loop, loop[0]!]];
}

function addRim(
  b: Builder,
  grid: Grid,
  outer: Float64Array,
  inner: Float64Array,
  border: number[],
  flip: boolean,
  perMm: number,
) {
  const { cloth } = grid;
  const first = b.positions.length / 3;
  const middle = border.map((_, k) => {
    const a = border[Math.max(0, k - 1)]! * 3;
    const c = border[Math.min(border.length - 1, k + 1)]! * 3;
    const o = border[k]! * 3;
    const t = [0, 1, 2].map((m) => outer[c + m]! - outer[a + m]!);
    const d = [0, 1, 2].map((m) => inner[o + m]! - outer[o + m]!);
    const n = [
      t[1]! * d[2]! - t[2]! * d[1]!,
      t[2]! * d[0]! - t[0]! * d[2]!,
      t[0]! * d[1]! - t[1]! * d[0]!,
    ];
    const length = Math.hypot(n[0]!, n[1]!, n[2]!) || 1;
    const sign = flip ? -1 : 1;
    return length > 1e-12 ? n.map((value) => (sign * value) / length) : [0, 0, 1];
  });
  border.forEach((v, k) => {
    for (const points of [outer, inner]) {
      b.positions.push(points[v * 3]!, points[v * 3 + 1]!, points[v * 3 + 2]!);
      const n = middle[k]!;
      const isUnit = Math.abs(Math.hypot(n[0]!, n[1]!, n[2]!) - 1) < 1e-3;
      b.normals.push(...(isUnit ? (n as [number, number, number]) : ([0, 0, 1] as const)));
      b.uvs.push(cloth[v * 2]! * perMm, cloth[v * 2 + 1]! * perMm);
    }
  });
  for (let k = 0; k + 1 < border.length; k++) {
    const a = first + 2 * k;
    const quad = flip ? [a, a + 1, a + 3, a, a + 3, a + 2] : [a, a + 3, a + 1, a, a + 2, a + 3];
    b.indices.push(...quad);
  }
}

export interface SheetOptions {
  /** Of the cloth, mm; the grid is its outer face. */
  thicknessMm: number;
  /** 1 where columns × rows (right by down) points outwards, −1 where it points inwards. */
  side: 1 | -1;
  /** Picture widths per mm of cloth. */
  perMm: number;
}

/** A closed solid of a grid of cloth with real thickness: outer face, inner face and rims. */
export function sheetMesh(grid: Grid, { thicknessMm, side, perMm }: SheetOptions): Mesh {
  const normals = gridNormals(grid, side);
  const inner = grid.points.map((value, i) => value - normals[i]! * thicknessMm);
  const b: Builder = { positions: [], normals: [], uvs: [], indices: [] };
  addFace(b, grid, grid.points, normals, 1, side === 1, perMm);
  addFace(b, grid, inner, normals, -1, side !== 1, perMm);
  for (const border of borders(grid))
    addRim(b, grid, grid.points, inner, border, side === 1, perMm);
  return {
    positions: new Float32Array(b.positions),
    normals: new Float32Array(b.normals),
    uvs: new Float32Array(b.uvs),
    indices: new Uint32Array(b.indices),
  };
}
