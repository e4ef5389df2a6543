import { Splitter, triangleBoxes } from "./bvh-split.ts";

/**
 * A flat bounding volume hierarchy over triangles, for casting rays at a mesh.
 * All of it lies in typed arrays on one shared buffer each, so worker threads read it without a copy.
 */
export interface Bvh {
  /** Eight words × nodes: min x, y, z, link, max x, y, z, count. */
  bounds: Float32Array;
  /** The same words as integers. `count` 0: children are `link` and `link + 1`; else triangles `link` … */
  links: Int32Array;
  /** First corner and its two edges, nine floats × triangles in leaf order. */
  corners: Float32Array;
  /** The mesh's triangle index × triangles in leaf order. */
  order: Uint32Array;
}

/** Filled by `intersect`: distance along the ray, the mesh's triangle, barycentric u (2nd corner) and v (3rd). */
export interface Hit {
  t: number;
  triangle: number;
  u: number;
  v: number;
}

const NODE_WORDS = 8;
const LEAF_TRIANGLES = 3;
const stack = new Int32Array(96);
/** Where the ray enters each node of the stack. */
const entries = new Float64Array(96);

/** Memory that threads can share where the platform allows it (a page without isolation does not). */
function sharedBytes(bytes: number): ArrayBufferLike {
  return typeof SharedArrayBuffer === "undefined"
    ? new ArrayBuffer(bytes)
    : new SharedArrayBuffer(bytes);
}

function cornersInOrder(positions: Float32Array, indices: Uint32Array, order: Uint32Array) {
  const corners = new Float32Array(sharedBytes(order.length * 36));
  for (let i = 0; i < order.length; i++) {
    const t = order[i]! * 3;
    const a = indices[t]! * 3;
    const b = indices[t + 1]! * 3;
    const c = indices[t + 2]! * 3;
    for (let k = 0; k < 3; k++) {
      corners[9 * i + k] = positions[a + k]!;
      corners[9 * i + 3 + k] = positions[b + k]! - positions[a + k]!;
      corners[9 * i + 6 + k] = positions[c + k]! - positions[a + k]!;
    }
  }
  return corners;
}

/**
 * The hierarchy of a mesh, built by the surface area heuristic (60,000 triangles in about 0.1 s).
 * `positions` are xyz × vertices, `indices` three × triangles; neither is kept.
 */
export function buildBvh(positions: Float32Array, indices: Uint32Array): Bvh {
  const count = indices.length / 3;
  const splitter = new Splitter(triangleBoxes(positions, indices));
  const buffer = sharedBytes(2 * (count + 1) * NODE_WORDS * 4);
  const bounds = new Float32Array(buffer);
  const links = new Int32Array(buffer);
  // Node 1 stays empty: two children then lie in one line of the processor's cache.
  let nodes = 2;
  const pending = [{ node: 0, start: 0, end: count, depth: 0 }];
  for (let item = pending.pop(); item; item = pending.pop()) {
    const { node, start, end, depth } = item;
    splitter.measure(start, end);
    const at = node * NODE_WORDS;
    bounds.set(splitter.box.subarray(0, 3), at);
    bounds.set(splitter.box.subarray(3, 6), at + 4);
    const isLeaf = end - start <= LEAF_TRIANGLES;
    links[at + 3] = isLeaf ? start : nodes;
    links[at + 7] = isLeaf ? end - start : 0;
    if (isLeaf) continue;
    const middle = splitter.split(start, end, depth);
    pending.push({ node: nodes, start, end: middle, depth: depth + 1 });
    pending.push({ node: nodes + 1, start: middle, end, depth: depth + 1 });
    nodes += 2;
  }
  const order = new Uint32Array(sharedBytes(count * 4));
  order.set(splitter.order);
  return {
    bounds: bounds.subarray(0, nodes * NODE_WORDS),
    links: links.subarray(0, nodes * NODE_WORDS),
    corners: cornersInOrder(positions, indices, order),
    order,
  };
}

/** Where a ray enters a node's box, or Infinity when it misses it within tMin … tMax. `x`, `y`, `z` are 4 where it runs down the axis. */
function entry(
  bounds: Float32Array,
  at: number,
  ox: number,
  oy: number,
  oz: number,
  ix: number,
  iy: number,
  iz: number,
  x: number,
  y: number,
  z: number,
  tMin: number,
  tMax: number,
): number {
  // Comparisons are twice as fast here as Math.min and Math.max, which must think of NaN and −0.
  let near = (bounds[at + x]! - ox) * ix;
  let far = (bounds[at + 4 - x]! - ox) * ix;
  const nearY = (bounds[at + 1 + y]! - oy) * iy;
  const farY = (bounds[at + 5 - y]! - oy) * iy;
  if (nearY > near) near = nearY;
  if (farY < far) far = farY;
  const nearZ = (bounds[at + 2 + z]! - oz) * iz;
  const farZ = (bounds[at + 6 - z]! - oz) * iz;
  if (nearZ > near) near = nearZ;
  if (farZ < far) far = farZ;
  return far >= near && far > tMin && near < tMax ? near : Infinity;
}

/** Möller–Trumbore against the leaf-order triangle `i`; fills `hit` and returns true when nearer than tMax. */
function hitTriangle(
  corners: Float32Array,
  i: number,
  ox: number,
  oy: number,
  oz: number,
  dx: number,
  dy: number,
  dz: number,
  tMin: number,
  tMax: number,
  hit: Hit,
): boolean {
  const q = i * 9;
  const ax = corners[q + 3]!;
  const ay = corners[q + 4]!;
  const az = corners[q + 5]!;
  const bx = corners[q + 6]!;
  const by = corners[q + 7]!;
  const bz = corners[q + 8]!;
  const px = dy * bz - dz * by;
  const py = dz * bx - dx * bz;
  const pz = dx * by - dy * bx;
  const determinant = ax * px + ay * py + az * pz;
  if (determinant === 0) return false;
  const inverse = 1 / determinant;
  const tx = ox - corners[q]!;
  const ty = oy - corners[q + 1]!;
  const tz = oz - corners[q + 2]!;
  const u = (tx * px + ty * py + tz * pz) * inverse;
  if (u < 0 || u > 1) return false;
  const qx = ty * az - tz * ay;
  const qy = tz * ax - tx * az;
  const qz = tx * ay - ty * ax;
  const v = (dx * qx + dy * qy + dz * qz) * inverse;
  if (v < 0 || u + v > 1) return false;
  const t = (bx * qx + by * qy + bz * qz) * inverse;
  if (!(t > tMin && t < tMax)) return false;
  hit.t = t;
  hit.triangle = i;
  hit.u = u;
  hit.v = v;
  return true;
}

/** Walks the tree nearest child first; `any` stops at the first hit. */
function traverse(
  bvh: Bvh,
  ox: number,
  oy: number,
  oz: number,
  dx: number,
  dy: number,
  dz: number,
  tMin: number,
  tMax: number,
  hit: Hit,
  any: boolean,
): boolean {
  const { bounds, links, corners } = bvh;
  if (bvh.order.length === 0) return false;
  const ix = dx === 0 ? 1e30 : 1 / dx;
  const iy = dy === 0 ? 1e30 : 1 / dy;
  const iz = dz === 0 ? 1e30 : 1 / dz;
  const x = ix < 0 ? 4 : 0;
  const y = iy < 0 ? 4 : 0;
  const z = iz < 0 ? 4 : 0;
  let depth = 0;
  let node = 0;
  let found = false;
  for (;;) {
    const at = node * NODE_WORDS;
    const count = links[at + 7]!;
    const link = links[at + 3]!;
    if (count > 0) {
      for (let i = link; i < link + count; i++) {
        if (!hitTriangle(corners, i, ox, oy, oz, dx, dy, dz, tMin, tMax, hit)) continue;
        if (any) return true;
        found = true;
        tMax = hit.t;
      }
    } else {
      const child = link * NODE_WORDS;
      const left = entry(bounds, child, ox, oy, oz, ix, iy, iz, x, y, z, tMin, tMax);
      const next = child + NODE_WORDS;
      const right = entry(bounds, next, ox, oy, oz, ix, iy, iz, x, y, z, tMin, tMax);
      const isLeftNearer = left <= right;
      const later = isLeftNearer ? right : left;
      if (later !== Infinity) {
        stack[depth] = isLeftNearer ? link + 1 : link;
        entries[depth++] = later;
      }
      if ((isLeftNearer ? left : right) !== Infinity) {
        node = isLeftNearer ? link : link + 1;
        continue;
      }
    }
    // What begins behind a hit found meanwhile is passed over.
    do {
      if (depth === 0) return found;
      node = stack[--depth]!;
    } while (entries[depth]! >= tMax);
  }
}

/**
 * The nearest triangle a ray meets between tMin and tMax (exclusive, in lengths of the direction).
 * Fills `hit` and returns true, or leaves it unspecified and returns false. Allocates nothing.
 */
export function intersect(
  bvh: Bvh,
  ox: number,
  oy: number,
  oz: number,
  dx: number,
  dy: number,
  dz: number,
  tMin: number,
  tMax: number,
  hit: Hit,
): boolean {
  if (!traverse(bvh, ox, oy, oz, dx, dy, dz, tMin, tMax, hit, false)) return false;
  hit.triangle = bvh.order[hit.triangle]!;
  return true;
}

const anyHit: Hit = { t: 0, triangle: 0, u: 0, v: 0 };

/** True when anything lies between tMin and tMax on the ray. Allocates nothing. */
export function occluded(
  bvh: Bvh,
  ox: number,
  oy: number,
  oz: number,
  dx: number,
  dy: number,
  dz: number,
  tMin: number,
  tMax: number,
): boolean {
  return traverse(bvh, ox, oy, oz, dx, dy, dz, tMin, tMax, anyHit, true);
}
