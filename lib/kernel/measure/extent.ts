import type { Box, Mesh, Vec3 } from "../mesh.ts";

/** The axis-aligned box of meshes; a point at the origin when they are empty. */
export function boxOf(meshes: readonly Mesh[]): Box {
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (const { positions } of meshes) {
    for (let i = 0; i < positions.length; i += 3) {
      for (let k = 0; k < 3; k++) {
        const value = positions[i + k]!;
        if (value < min[k]!) min[k] = value;
        if (value > max[k]!) max[k] = value;
      }
    }
  }
  return min[0] > max[0] ? { min: [0, 0, 0], max: [0, 0, 0] } : { min, max };
}

/** Size along x, y, z. */
export function sizeOf({ min, max }: Box): Vec3 {
  return [max[0] - min[0], max[1] - min[1], max[2] - min[2]];
}

export function centreOf({ min, max }: Box): Vec3 {
  return [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2];
}

/** Each triangle's share of the volume (mm³, the signed tetrahedron to `origin`) and its area (mm²). */
export function eachTriangle(
  { positions: p, indices }: Mesh,
  origin: Vec3,
  visit: (triangle: number, volumeMm3: number, areaMm2: number) => void,
): void {
  for (let i = 0; i < indices.length; i += 3) {
    const a = indices[i]! * 3;
    const b = indices[i + 1]! * 3;
    const c = indices[i + 2]! * 3;
    const ux = p[b]! - p[a]!;
    const uy = p[b + 1]! - p[a + 1]!;
    const uz = p[b + 2]! - p[a + 2]!;
    const vx = p[c]! - p[a]!;
    const vy = p[c + 1]! - p[a + 1]!;
    const vz = p[c + 2]! - p[a + 2]!;
    const x = uy * vz - uz * vy;
    const y = uz * vx - ux * vz;
    const z = ux * vy - uy * vx;
    const height =
      x * (p[a]! - origin[0]) + y * (p[a + 1]! - origin[1]) + z * (p[a + 2]! - origin[2]);
    visit(i / 3, height / 6, Math.sqrt(x * x + y * y + z * z) / 2);
  }
}

/**
 * Volume inside a closed mesh, mm³, by the divergence theorem; negative when it is inside out. Of meshes that close
 * only together the volumes add up to theirs where all have one `origin`.
 */
export function volumeOf(mesh: Mesh, origin: Vec3 = centreOf(boxOf([mesh]))): number {
  let sum = 0;
  eachTriangle(mesh, origin, (_, volume) => {
    sum += volume;
  });
  return sum;
}

export function areaOf(mesh: Mesh): number {
  let sum = 0;
  eachTriangle(mesh, [0, 0, 0], (_, _volume, area) => {
    sum += area;
  });
  return sum;
}
