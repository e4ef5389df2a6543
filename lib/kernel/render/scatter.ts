import type { Place, Ray } from "./ray.ts";

/** Share of light a mirror of normal-incidence reflectance f0 sends back at a cosine (Schlick 1994). */
export function schlick(f0: number, cosine: number): number {
  const c = 1 - cosine;
  const c2 = c * c;
  return f0 + (1 - f0) * c2 * c2 * c;
}

/** Exact unpolarised Fresnel reflectance of a dielectric; `eta` is inner ÷ outer refractive index. */
export function fresnel(eta: number, cosIn: number): number {
  const sin2 = (1 - cosIn * cosIn) / (eta * eta);
  if (sin2 >= 1) return 1;
  const cosOut = Math.sqrt(1 - sin2);
  const across = (cosIn - eta * cosOut) / (cosIn + eta * cosOut);
  const along = (cosOut - eta * cosIn) / (cosOut + eta * cosIn);
  return (across * across + along * along) / 2;
}

const MIN_RISE = 0.01;

/** Lifts a direction off a facet it would pass through, and makes it a unit vector again. */
function keepAbove(ray: Ray, place: Place): void {
  const rise = ray.dx * place.gx + ray.dy * place.gy + ray.dz * place.gz;
  if (rise < MIN_RISE) {
    const lift = 2 * MIN_RISE - rise;
    ray.dx += lift * place.gx;
    ray.dy += lift * place.gy;
    ray.dz += lift * place.gz;
  }
  const scale = 1 / Math.sqrt(ray.dx * ray.dx + ray.dy * ray.dy + ray.dz * ray.dz);
  ray.dx *= scale;
  ray.dy *= scale;
  ray.dz *= scale;
}

/**
 * Turns a ray into its reflection off a GGX surface and returns the cosine at the microfacet. Half vectors are drawn
 * from the visible ones (Dupuy and Benyoub 2023) by u, v in 0 … 1. The masking of the outgoing ray is left out: that
 * puts back, roughly, what bounces twice between facets, and a white metal in a white room stays white.
 */
export function reflect(ray: Ray, place: Place, lobe: number, u: number, v: number): number {
  const { nx, ny, nz } = place;
  let hx = nx;
  let hy = ny;
  let hz = nz;
  if (lobe > 0) {
    const sign = nz >= 0 ? 1 : -1;
    const a = -1 / (sign + nz);
    const b = nx * ny * a;
    const tx = 1 + sign * nx * nx * a;
    const ty = sign * b;
    const tz = -sign * nx;
    const bx = b;
    const by = sign + ny * ny * a;
    const bz = -ny;
    let wx = -(ray.dx * tx + ray.dy * ty + ray.dz * tz) * lobe;
    let wy = -(ray.dx * bx + ray.dy * by + ray.dz * bz) * lobe;
    let wz = -(ray.dx * nx + ray.dy * ny + ray.dz * nz);
    let scale = 1 / Math.sqrt(wx * wx + wy * wy + wz * wz);
    wx *= scale;
    wy *= scale;
    wz *= scale;
    const z = (1 - v) * (1 + wz) - wz;
    const sine = Math.sqrt(Math.max(0, 1 - z * z));
    const mx = (Math.cos(2 * Math.PI * u) * sine + wx) * lobe;
    const my = (Math.sin(2 * Math.PI * u) * sine + wy) * lobe;
    const mz = z + wz;
    scale = 1 / Math.sqrt(mx * mx + my * my + mz * mz);
    hx = (mx * tx + my * bx + mz * nx) * scale;
    hy = (mx * ty + my * by + mz * ny) * scale;
    hz = (mx * tz + my * bz + mz * nz) * scale;
  }
  const cosine = Math.max(0, -(ray.dx * hx + ray.dy * hy + ray.dz * hz));
  ray.dx += 2 * cosine * hx;
  ray.dy += 2 * cosine * hy;
  ray.dz += 2 * cosine * hz;
  keepAbove(ray, place);
  return cosine;
}
