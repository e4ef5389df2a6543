import type { Light } from "./colour.ts";
import type { Geometry } from "./geometry.ts";
import type { Place, Ray } from "./ray.ts";
import { fresnel } from "./scatter.ts";
import type { Surface } from "./surface.ts";

/** What lies around a stone, for the rays that leave it. */
export interface Surroundings {
  geometry: Geometry;
  epsilonMm: number;
  /** Mean light, for what is left after the last bounce. */
  ambient: Light;
  /** How many times light may turn inside a stone that the eye looks at. */
  bounces: number;
  /** Light that comes to a point from a direction; `isBright`: it matters enough to ask what stands there. */
  seen(ray: Ray, isBright: boolean, out: Light): void;
}

/** Published intervals are between 431 and 687 nm; a little more than nature, as the eye moves and a picture does not. */
const FIRE = 1.35;
const MIN_DISPERSION = 0.022;
const BRIGHT = 0.15;
const NEGLIGIBLE = 0.02;
/** A single ray counts at most this much: one stray sample must not leave a speck. */
const BRIGHTEST = 5;

const exit: Ray = { ox: 0, oy: 0, oz: 0, dx: 0, dy: 0, dz: 0 };
const seenLight: Light = { r: 0, g: 0, b: 0 };
const inner: Ray = { ox: 0, oy: 0, oz: 0, dx: 0, dy: 0, dz: 0 };

/** In mirror images of a stone light turns at most so often. */
const MIRRORED_BOUNCES = 3;

/**
 * Adds to `out` the light that comes out of a stone towards the viewer of `ray`, which meets it at `place`, and
 * returns the part of light the facet reflects. One path is followed inside the hull, planes alone; at each facet
 * what leaves is gathered. `colour` (0 red … 1 violet) is the part of the spectrum this sample stands for.
 */
export function gatherStone(
  around: Surroundings,
  part: number,
  surface: Surface,
  ray: Ray,
  place: Place,
  colour: number,
  depth: number,
  out: Light,
): number {
  const splits = surface.dispersion > MIN_DISPERSION;
  const index = surface.refractiveIndex + (splits ? FIRE * surface.dispersion * (colour - 0.5) : 0);
  const cosIn = Math.min(1, -(ray.dx * place.gx + ray.dy * place.gy + ray.dz * place.gz));
  if (cosIn <= 0) return 0;
  const reflected = fresnel(index, cosIn);
  enter(ray, place, index, cosIn, around.epsilonMm);
  out.r = 0;
  out.g = 0;
  out.b = 0;
  const bounces = depth === 0 ? around.bounces : MIRRORED_BOUNCES;
  followInside(around, part, surface, index, 1 - reflected, bounces, out);
  if (splits) weighSpectrum(colour, out);
  return reflected;
}

/** Sets `inner` to the refracted ray, just inside the facet. */
function enter(ray: Ray, place: Place, index: number, cosIn: number, epsilonMm: number): void {
  const cosOut = Math.sqrt(Math.max(0, 1 - (1 - cosIn * cosIn) / (index * index)));
  const bend = cosIn / index - cosOut;
  inner.ox = place.x - place.gx * epsilonMm;
  inner.oy = place.y - place.gy * epsilonMm;
  inner.oz = place.z - place.gz * epsilonMm;
  inner.dx = ray.dx / index + bend * place.gx;
  inner.dy = ray.dy / index + bend * place.gy;
  inner.dz = ray.dz / index + bend * place.gz;
}

/** Quadratic Bernstein weights: each channel's mean over the spectrum is exactly one. */
function weighSpectrum(colour: number, out: Light): void {
  out.r *= 3 * (1 - colour) * (1 - colour);
  out.g *= 6 * colour * (1 - colour);
  out.b *= 3 * colour * colour;
}

function followInside(
  around: Surroundings,
  part: number,
  surface: Surface,
  index: number,
  entered: number,
  bounces: number,
  out: Light,
): void {
  const { planes, planesFrom } = around.geometry;
  const from = planesFrom[part]!;
  const to = planesFrom[part + 1]!;
  let left = entered;
  let lengthMm = 0;
  for (let bounce = 0; bounce < bounces && left > NEGLIGIBLE; bounce++) {
    let nearest = 1e9;
    let facet = -1;
    for (let p = from; p < to; p += 4) {
      const approach =
        planes[p]! * inner.dx + planes[p + 1]! * inner.dy + planes[p + 2]! * inner.dz;
      if (approach <= 1e-6) continue;
      const gap =
        planes[p + 3]! -
        planes[p]! * inner.ox -
        planes[p + 1]! * inner.oy -
        planes[p + 2]! * inner.oz;
      if (gap < nearest * approach) {
        nearest = gap / approach;
        facet = p;
      }
    }
    if (facet < 0) break;
    if (nearest < 0) nearest = 0;
    lengthMm += nearest;
    const gone = leave(around, facet, index, nearest, left, surface, lengthMm, out);
    left -= gone;
  }
  addAbsorbed(surface, lengthMm, left, around.ambient, out);
}

/** Moves `inner` to a facet, gathers what leaves there, turns the rest back inside; returns the part that left. */
function leave(
  around: Surroundings,
  facet: number,
  index: number,
  distanceMm: number,
  left: number,
  surface: Surface,
  lengthMm: number,
  out: Light,
): number {
  const { planes } = around.geometry;
  const fx = planes[facet]!;
  const fy = planes[facet + 1]!;
  const fz = planes[facet + 2]!;
  inner.ox += inner.dx * distanceMm;
  inner.oy += inner.dy * distanceMm;
  inner.oz += inner.dz * distanceMm;
  const cosine = inner.dx * fx + inner.dy * fy + inner.dz * fz;
  const gone = left * (1 - fresnel(1 / index, cosine));
  if (gone > NEGLIGIBLE) {
    const bend = Math.sqrt(Math.max(0, 1 - index * index * (1 - cosine * cosine))) - index * cosine;
    exit.ox = inner.ox + fx * around.epsilonMm;
    exit.oy = inner.oy + fy * around.epsilonMm;
    exit.oz = inner.oz + fz * around.epsilonMm;
    exit.dx = index * inner.dx + bend * fx;
    exit.dy = index * inner.dy + bend * fy;
    exit.dz = index * inner.dz + bend * fz;
    around.seen(exit, gone > BRIGHT, seenLight);
    addAbsorbed(surface, lengthMm, gone, seenLight, out);
  }
  const inset = around.epsilonMm / 2;
  inner.ox -= fx * inset;
  inner.oy -= fy * inset;
  inner.oz -= fz * inset;
  inner.dx -= 2 * cosine * fx;
  inner.dy -= 2 * cosine * fy;
  inner.dz -= 2 * cosine * fz;
  return gone > NEGLIGIBLE ? gone : 0;
}

function addAbsorbed(s: Surface, lengthMm: number, part: number, light: Light, out: Light): void {
  out.r += part * Math.exp(-s.absorbR * lengthMm) * Math.min(light.r, BRIGHTEST);
  out.g += part * Math.exp(-s.absorbG * lengthMm) * Math.min(light.g, BRIGHTEST);
  out.b += part * Math.exp(-s.absorbB * lengthMm) * Math.min(light.b, BRIGHTEST);
}
