import type { Mesh, Vec3 } from "../mesh.ts";

type P3 = [number, number, number];
const minus = (a: Vec3, b: Vec3): P3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const cross = (a: Vec3, b: Vec3): P3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const unit = (a: P3): P3 => {
  const length = Math.hypot(...a);
  return length > 1e-12 ? [a[0] / length, a[1] / length, a[2] / length] : [0, 0, 1];
};
const along = (p: Vec3, ...terms: readonly (readonly [Vec3, number])[]): P3 =>
  terms.reduce<P3>(
    (sum, [d, k]) => [sum[0] + d[0] * k, sum[1] + d[1] * k, sum[2] + d[2] * k],
    [p[0], p[1], p[2]],
  );

/** A place on cloth and which way is out of it. */
export interface OnCloth {
  at: Vec3;
  out: Vec3;
}

export interface RibbonOptions {
  widthMm: number;
  thicknessMm: number;
  /** Joins its end to its start. */
  isClosed?: boolean;
  /** Of the ribbon's middle over the cloth. */
  liftMm?: number;
}

/** Corners of a ribbon's cross-section (across, out), rounded a little. */
const PROFILE: readonly (readonly [number, number])[] = [
  [-0.5, -0.5],
  [-0.5, 0.1],
  [-0.38, 0.5],
  [0, 0.56],
  [0.38, 0.5],
  [0.5, 0.1],
  [0.5, -0.5],
];

/** A strip of cloth laid along places: bindings, plackets, belts. A closed solid. */
export function ribbonMesh(
  path: readonly OnCloth[],
  { widthMm, thicknessMm, isClosed = false, liftMm = 0 }: RibbonOptions,
): Mesh {
  const n = path.length;
  const k = PROFILE.length;
  const positions: number[] = [];
  const uvs: number[] = [];
  let way = 0;
  path.forEach(({ at, out }, i) => {
    const before = path[isClosed ? (i + n - 1) % n : Math.max(0, i - 1)]!.at;
    const after = path[isClosed ? (i + 1) % n : Math.min(n - 1, i + 1)]!.at;
    if (i > 0) way += Math.hypot(...minus(at, path[i - 1]!.at));
    const side = unit(cross(minus(after, before), out));
    for (const [a, o] of PROFILE) {
      positions.push(...along(at, [side, a * widthMm], [out, o * thicknessMm + liftMm]));
      uvs.push(a * widthMm, way);
    }
  });
  const indices: number[] = [];
  for (let i = 0; i < (isClosed ? n : n - 1); i++)
    for (let j = 0; j < k; j++) {
      const a = i * k + j;
      const b = i * k + ((j + 1) % k);
      const c = ((i + 1) % n) * k;
      indices.push(a, c + (j % k), c + ((j + 1) % k), a, c + ((j + 1) % k), b);
    }
  if (!isClosed)
    for (let j = 1; j + 1 < k; j++) {
      const e = (n - 1) * k;
      indices.push(0, j, j + 1, e, e + j + 1, e + j);
    }
  return {
    positions: new Float32Array(positions),
    uvs: new Float32Array(uvs),
    indices: new Uint32Array(indices),
  };
}

/** A sewn-through button with a rim and four holes' dip: a turned solid facing out of the cloth. */
export function buttonMesh({ at, out }: OnCloth, diameterMm: number): Mesh {
  const r = diameterMm / 2;
  const profile = [
    [r * 0.9, 0.2],
    [r, 0.9],
    [r, 2],
    [r * 0.9, 2.7],
    [r * 0.76, 2.6],
    [r * 0.66, 2],
    [r * 0.2, 1.9],
  ] as const;
  const n = 28;
  const u = unit(cross(out, Math.abs(out[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0]));
  const v = cross(out, u);
  const positions: number[] = [];
  for (const [radius, height] of profile)
    for (let j = 0; j < n; j++) {
      const angle = (2 * Math.PI * j) / n;
      positions.push(
        ...along(at, [u, radius * Math.cos(angle)], [v, radius * Math.sin(angle)], [out, height]),
      );
    }
  const indices: number[] = [];
  for (let i = 0; i + 1 < profile.length; i++)
    for (let j = 0; j < n; j++) {
      const a = i * n + j;
      const b = i * n + ((j + 1) % n);
      indices.push(a, b, b + n, a, b + n, a + n);
    }
  const bottom = positions.length / 3;
  positions.push(...along(at, [out, profile[0][1]]), ...along(at, [out, profile.at(-1)![1]]));
  const last = (profile.length - 1) * n;
  for (let j = 0; j < n; j++) {
    const next = (j + 1) % n;
    indices.push(bottom, next, j, bottom + 1, last + j, last + next);
  }
  return { positions: new Float32Array(positions), indices: new Uint32Array(indices) };
}

/** Turns a mesh whose faces look inwards inside out. */
export function facingOut(mesh: Mesh, volumeMm3: number): Mesh {
  if (volumeMm3 >= 0) return mesh;
  const indices = mesh.indices.slice();
  for (let i = 0; i < indices.length; i += 3)
    [indices[i + 1], indices[i + 2]] = [indices[i + 2]!, indices[i + 1]!];
  return { ...mesh, indices };
}
