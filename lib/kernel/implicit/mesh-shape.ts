import type { Mesh } from "../mesh.ts";
import { EDGE_CORNERS, SHEET_COUNT, SHEETS } from "./cell-cases.ts";
import { BLOCK_CELLS, type Samples, sampleShape } from "./sample.ts";
import type { Distance, Shape } from "./shape.ts";

/** Newton steps that pull a vertex onto the surface, each at most this many cells long. */
const STEPS = 2;
const LONGEST_STEP = 0.45;
/** Good enough, cells. */
const CLOSE = 0.004;

/** Growing lists of a mesh. */
class MeshLists {
  readonly positions: number[] = [];
  readonly indices: number[] = [];

  quad(a: number, b: number, c: number, d: number): void {
    // The shorter diagonal makes the rounder triangles.
    if (this.distanceSquare(a, c) <= this.distanceSquare(b, d)) {
      this.indices.push(a, b, c, a, c, d);
    } else {
      this.indices.push(a, b, d, b, c, d);
    }
  }

  private distanceSquare(a: number, b: number): number {
    const p = this.positions;
    const dx = p[3 * a]! - p[3 * b]!;
    const dy = p[3 * a + 1]! - p[3 * b + 1]!;
    const dz = p[3 * a + 2]! - p[3 * b + 2]!;
    return dx * dx + dy * dy + dz * dz;
  }
}

/** Which corners of the cell at `at` lie inside, as bits. */
function codeOf(values: Float32Array, at: number, rowStep: number, layerStep: number): number {
  let code = 0;
  for (let c = 0; c < 8; c++) {
    const sample = at + (c & 1) + (c & 2 ? rowStep : 0) + (c & 4 ? layerStep : 0);
    if (values[sample]! < 0) code |= 1 << c;
  }
  return code;
}

/** Pulls the vertex at `at` along the gradient onto the surface. */
function settle(positions: number[], at: number, distance: Distance, cellMm: number): void {
  const h = cellMm * 0.05;
  const longest = cellMm * LONGEST_STEP;
  for (let step = 0; step < STEPS; step++) {
    const x = positions[at]!;
    const y = positions[at + 1]!;
    const z = positions[at + 2]!;
    const here = distance(x, y, z);
    if (Math.abs(here) < CLOSE * cellMm) return;
    const gx = (distance(x + h, y, z) - here) / h;
    const gy = (distance(x, y + h, z) - here) / h;
    const gz = (distance(x, y, z + h) - here) / h;
    const square = Math.max(0.04, gx * gx + gy * gy + gz * gz);
    const scale = -here / square;
    const length = Math.abs(scale) * Math.sqrt(square);
    const by = length > longest ? (scale * longest) / length : scale;
    positions[at] = x + gx * by;
    positions[at + 1] = y + gy * by;
    positions[at + 2] = z + gz * by;
  }
}

/** Walks the cells near a surface; vertices are numbered by cell and sheet. */
class Surfacer {
  readonly lists = new MeshLists();
  /** First vertex and code of each cell that the surface crosses. */
  private readonly firstOf: Int32Array;
  private readonly codeOf: Uint8Array;
  private readonly steps: readonly [number, number, number];
  private readonly samples: Samples;
  private readonly distance: Distance;

  constructor(samples: Samples, distance: Distance) {
    this.samples = samples;
    this.distance = distance;
    const [nx, ny] = samples.size;
    this.steps = [1, nx, nx * ny];
    this.firstOf = new Int32Array(samples.values.length).fill(-1);
    this.codeOf = new Uint8Array(samples.values.length);
  }

  private eachCell(visit: (at: number, i: number, j: number, k: number) => void): void {
    const { blocks } = this.samples;
    const [, row, layer] = this.steps;
    for (let b = 0; b < blocks.length; b += 3)
      for (let k = blocks[b + 2]!; k < blocks[b + 2]! + BLOCK_CELLS; k++)
        for (let j = blocks[b + 1]!; j < blocks[b + 1]! + BLOCK_CELLS; j++)
          for (let i = blocks[b]!; i < blocks[b]! + BLOCK_CELLS; i++)
            visit(k * layer + j * row + i, i, j, k);
  }

  /** A vertex in every sheet of every crossed cell: the mean of where its edges cross, settled. */
  placeVertices(): void {
    const { values, origin, cellMm } = this.samples;
    const [, row, layer] = this.steps;
    const { positions } = this.lists;
    this.eachCell((at, i, j, k) => {
      const code = codeOf(values, at, row, layer);
      const sheets = SHEET_COUNT[code]!;
      if (sheets === 0) return;
      this.firstOf[at] = positions.length / 3;
      this.codeOf[at] = code;
      for (let sheet = 0; sheet < sheets; sheet++) {
        const [x, y, z] = this.meanCrossing(at, code, sheet);
        positions.push(
          origin[0] + (i + x) * cellMm,
          origin[1] + (j + y) * cellMm,
          origin[2] + (k + z) * cellMm,
        );
        settle(positions, positions.length - 3, this.distance, cellMm);
      }
    });
  }

  private meanCrossing(at: number, code: number, sheet: number): [number, number, number] {
    const { values } = this.samples;
    const [, row, layer] = this.steps;
    const sum: [number, number, number] = [0, 0, 0];
    let count = 0;
    for (let e = 0; e < 12; e++) {
      if (SHEETS[code * 12 + e] !== sheet) continue;
      const [low, high] = EDGE_CORNERS[e]!;
      const offset = (c: number) => (c & 1) + (c & 2 ? row : 0) + (c & 4 ? layer : 0);
      const a = values[at + offset(low)]!;
      const b = values[at + offset(high)]!;
      const t = a / (a - b);
      const axis = e >> 2;
      for (let n = 0; n < 3; n++) sum[n]! += (low >> n) & 1;
      sum[axis]! += t;
      count++;
    }
    return [sum[0] / count, sum[1] / count, sum[2] / count];
  }

  /** A quad across every grid edge that the surface crosses, wound outwards. */
  joinVertices(): void {
    const { values } = this.samples;
    this.eachCell((at) => {
      if (this.firstOf[at]! < 0) return;
      for (let axis = 0; axis < 3; axis++) {
        const isInside = values[at]! < 0;
        if (isInside === values[at + this.steps[axis]!]! < 0) continue;
        this.quadAround(at, axis, isInside);
      }
    });
  }

  /** The quad of the four cells around the lowest edge of a cell along `axis`. */
  private quadAround(at: number, axis: number, isInside: boolean): void {
    const u = this.steps[(axis + 1) % 3]!;
    const v = this.steps[(axis + 2) % 3]!;
    const a = this.vertexAt(at, at, axis);
    const b = this.vertexAt(at - u, at, axis);
    const c = this.vertexAt(at - u - v, at, axis);
    const d = this.vertexAt(at - v, at, axis);
    if (isInside) this.lists.quad(a, b, c, d);
    else this.lists.quad(d, c, b, a);
  }

  /** The vertex of a cell in the sheet that crosses the edge along `axis` from sample `edgeAt`. */
  private vertexAt(cell: number, edgeAt: number, axis: number): number {
    const [u, v] = axis === 0 ? [1, 2] : axis === 1 ? [0, 2] : [0, 1];
    const apart = edgeAt - cell;
    const [, row, layer] = this.steps;
    const isHigh = [
      apart % row !== 0,
      Math.floor(apart / row) % (layer / row) !== 0,
      apart >= layer,
    ];
    const edge = 4 * axis + (isHigh[u!] ? 1 : 0) + (isHigh[v!] ? 2 : 0);
    return this.firstOf[cell]! + SHEETS[this.codeOf[cell]! * 12 + edge]!;
  }
}

/**
 * The surface of a shape as a closed mesh, wound outwards: dual contouring with one vertex per sheet of
 * each cell, so that it is manifold. Detail below a cell is rounded off or lost. Time follows the area,
 * about 1 µs and eight distances a cell. Empty where the shape has no inside.
 */
export function meshShape(shape: Shape, cellMm: number): Mesh {
  const surfacer = new Surfacer(sampleShape(shape, cellMm), shape.distance);
  surfacer.placeVertices();
  surfacer.joinVertices();
  return {
    positions: new Float32Array(surfacer.lists.positions),
    indices: new Uint32Array(surfacer.lists.indices),
  };
}
