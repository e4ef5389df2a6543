import type { Vec3 } from "../mesh.ts";
import type { Solid, SolidKernel } from "../solid/kernel.ts";
import { add, cross, dot, mix, scale, subtract, unit } from "./vector.ts";

const CAP_STEPS = 4;
const UP: Vec3 = [0, 0, 1];

/** A polygon about a circle: across its flats it measures the circle's diameter, so no wall comes out thinner than asked. */
function circle(centre: Vec3, u: Vec3, v: Vec3, inner: number, segments: number): Vec3[] {
  const radius = inner / Math.cos(Math.PI / segments);
  return Array.from({ length: segments }, (_, i) => {
    const angle = (2 * Math.PI * i) / segments;
    const across = add(scale(u, radius * Math.cos(angle)), scale(v, radius * Math.sin(angle)));
    return add(centre, across);
  });
}

function tangents(path: readonly Vec3[], closed: boolean): Vec3[] {
  const last = path.length - 1;
  return path.map((_, i) => {
    const before = closed ? path.at(i - 1)! : path[Math.max(0, i - 1)]!;
    const after = closed ? path[(i + 1) % path.length]! : path[Math.min(last, i + 1)]!;
    return unit(subtract(after, before));
  });
}

/** Radii and shifts along the path of a half sphere that closes a tube's end. */
const CAP = Array.from({ length: CAP_STEPS }, (_, step) => {
  const angle = ((step + 0.5) / CAP_STEPS) * (Math.PI / 2);
  return { radius: Math.sin(angle), shift: Math.cos(angle) };
});

/** A round bar along a path, mm, with one radius for each point and half spheres at its ends. */
export function bar(
  kernel: SolidKernel,
  path: readonly Vec3[],
  radii: readonly number[],
  segments: number,
): Solid {
  const along = tangents(path, false);
  const first = along[0]!;
  let u = unit(cross(first, Math.abs(first[2]) < 0.8 ? UP : [1, 0, 0]));
  const rings = path.map((point, i) => {
    const t = along[i]!;
    u = unit(subtract(u, scale(t, dot(u, t))));
    return { point, t, u, v: cross(t, u), radius: radii[i]! };
  });
  const cap = (ring: (typeof rings)[number], side: 1 | -1) =>
    CAP.map(({ radius, shift }) => {
      const centre = add(ring.point, scale(ring.t, side * shift * ring.radius));
      return circle(centre, ring.u, ring.v, radius * ring.radius, segments);
    });
  return kernel.loft([
    ...cap(rings[0]!, -1),
    ...rings.map((ring) => circle(ring.point, ring.u, ring.v, ring.radius, segments)),
    ...cap(rings.at(-1)!, 1).reverse(),
  ]);
}

/** A round wire bent into a closed path that does not stand upright anywhere. */
export function wireLoop(
  kernel: SolidKernel,
  path: readonly Vec3[],
  radiusMm: number,
  segments: number,
): Solid {
  const along = tangents(path, true);
  const rings = path.map((point, i) => {
    const u = unit(cross(along[i]!, UP));
    return circle(point, u, cross(along[i]!, u), radiusMm, segments);
  });
  return kernel.loft(rings, { closed: true });
}

/** A smooth curve through points (Catmull–Rom), `steps` to each span, ends included. */
export function smoothPath(points: readonly Vec3[], steps: number): Vec3[] {
  const last = points.length - 1;
  const path: Vec3[] = [];
  for (let i = 0; i < last; i++) {
    const before = points[Math.max(0, i - 1)]!;
    const from = points[i]!;
    const to = points[i + 1]!;
    const after = points[Math.min(last, i + 2)]!;
    for (let step = 0; step < steps; step++) {
      path.push(catmullRom(before, from, to, after, step / steps));
    }
  }
  return [...path, points[last]!];
}

function catmullRom(before: Vec3, from: Vec3, to: Vec3, after: Vec3, t: number): Vec3 {
  const leave = scale(subtract(to, before), 0.5);
  const arrive = scale(subtract(after, from), 0.5);
  const eased = t * t * (3 - 2 * t);
  const straight = mix(from, to, eased);
  const bend = add(scale(leave, t * (1 - t) * (1 - t)), scale(arrive, -t * t * (1 - t)));
  return add(straight, bend);
}
