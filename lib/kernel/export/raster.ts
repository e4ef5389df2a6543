import { boxOf } from "../measure/extent.ts";
import type { Box, Mesh, Part } from "../mesh.ts";

/** Which way a drawing looks; its plane's axes follow first-angle drawings: front from −Y, side from +X, top from +Z. */
export type Elevation = "front" | "side" | "top";

/** Of each elevation: mesh axes that go right and up on the paper, and the one that comes nearer, with signs. */
const AXES: Record<Elevation, readonly [Axis, Axis, Axis]> = {
  front: [
    [0, 1],
    [2, 1],
    [1, -1],
  ],
  side: [
    [1, 1],
    [2, 1],
    [0, 1],
  ],
  top: [
    [0, 1],
    [1, 1],
    [2, 1],
  ],
};

type Axis = readonly [axis: 0 | 1 | 2, sign: 1 | -1];

/** What is nearest at each cell of a plane: the number of a part, or −1. */
export interface Raster {
  ids: Int32Array;
  width: number;
  height: number;
  /** Edge of a cell, mm. */
  cellMm: number;
  /** Place of the lower left cell's corner on the plane, mm. */
  left: number;
  bottom: number;
}

/** Cells along the longer side. */
const CELLS = 900;
/** Empty cells around the piece, so that every outline closes. */
const MARGIN = 2;

/** A piece's extent on an elevation's plane, mm. */
export function planeBox(box: Box, elevation: Elevation) {
  const [[right], [up]] = AXES[elevation];
  return { left: box.min[right], right: box.max[right], bottom: box.min[up], top: box.max[up] };
}

/** Parts seen along an axis, nearest in front; parts are numbered in their order. */
export function rasterOf(parts: readonly Part[], elevation: Elevation): Raster {
  const box = boxOf(parts.map(({ mesh }) => mesh));
  const plane = planeBox(box, elevation);
  const longest = Math.max(plane.right - plane.left, plane.top - plane.bottom, 1e-3);
  const cellMm = longest / CELLS;
  const cells = (length: number) => Math.ceil(length / cellMm) + 2 * MARGIN + 1;
  const width = cells(plane.right - plane.left);
  const height = cells(plane.top - plane.bottom);
  const raster: Raster = {
    ids: new Int32Array(width * height).fill(-1),
    width,
    height,
    cellMm,
    left: plane.left - MARGIN * cellMm,
    bottom: plane.bottom - MARGIN * cellMm,
  };
  const depths = new Float32Array(width * height).fill(-Infinity);
  for (const [id, { mesh }] of parts.entries()) draw(raster, depths, mesh, elevation, id);
  return raster;
}

function draw(
  raster: Raster,
  depths: Float32Array,
  { positions, indices }: Mesh,
  elevation: Elevation,
  id: number,
): void {
  const [[rightAxis, rightSign], [upAxis, upSign], [nearAxis, nearSign]] = AXES[elevation];
  const corner = new Float64Array(9);
  for (let i = 0; i < indices.length; i += 3) {
    for (let k = 0; k < 3; k++) {
      const at = indices[i + k]! * 3;
      corner[k * 3] = (positions[at + rightAxis]! * rightSign - raster.left) / raster.cellMm;
      corner[k * 3 + 1] = (positions[at + upAxis]! * upSign - raster.bottom) / raster.cellMm;
      corner[k * 3 + 2] = positions[at + nearAxis]! * nearSign;
    }
    fill(raster, depths, corner, id);
  }
}

/** Cells whose middles a triangle covers, where it is nearest. */
function fill(raster: Raster, depths: Float32Array, c: Float64Array, id: number): void {
  const { width, height, ids } = raster;
  const area = (c[3]! - c[0]!) * (c[7]! - c[1]!) - (c[6]! - c[0]!) * (c[4]! - c[1]!);
  if (area === 0) return;
  const from = (a: number, b: number, d: number) =>
    Math.max(0, Math.floor(Math.min(a, b, d) - 0.5));
  const to = (a: number, b: number, d: number, last: number) =>
    Math.min(last, Math.ceil(Math.max(a, b, d) - 0.5));
  const x1 = to(c[0]!, c[3]!, c[6]!, width - 1);
  const y1 = to(c[1]!, c[4]!, c[7]!, height - 1);
  for (let y = from(c[1]!, c[4]!, c[7]!); y <= y1; y++)
    for (let x = from(c[0]!, c[3]!, c[6]!); x <= x1; x++) {
      const px = x + 0.5 - c[0]!;
      const py = y + 0.5 - c[1]!;
      const u = (px * (c[7]! - c[1]!) - (c[6]! - c[0]!) * py) / area;
      const v = ((c[3]! - c[0]!) * py - px * (c[4]! - c[1]!)) / area;
      if (u < 0 || v < 0 || u + v > 1) continue;
      const depth = c[2]! * (1 - u - v) + c[5]! * u + c[8]! * v;
      const cell = y * width + x;
      if (depth <= depths[cell]!) continue;
      depths[cell] = depth;
      ids[cell] = id;
    }
}
