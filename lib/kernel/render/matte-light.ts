import type { Light } from "./colour.ts";
import { floorShadeAt, matteLightOf } from "./floor-shade.ts";
import type { FormLight } from "./form-light.ts";
import { LIGHT_DIRECTIONS } from "./light-directions.ts";
import type { Place, Ray } from "./ray.ts";
import { schlick } from "./scatter.ts";
import type { Shot } from "./shot.ts";
import { levelFor, lookUp } from "./sky.ts";
import type { Surface } from "./surface.ts";

/** Directions of the light among which one is drawn by its cosine; more follow the form's own light more closely. */
const CANDIDATES = 12;
const STRIDE = Math.floor(LIGHT_DIRECTIONS / CANDIDATES);
/** Part of what a covered place would get that its surroundings, lit as it is, throw back. */
const THROWN_BACK = 0.3;
/** Height in sizes of the piece at which a surface sees the floor beside the shadow as much as in it. */
const SHADOW_REACH = 0.35;
/** Lobes wider than this mirror nothing whose edge one would see. */
const SHARP_LOBE = 0.22;

/** Draws light for matte surfaces of one shot. Not shared between threads. */
export class MatteLight {
  private readonly shot: Shot;
  private readonly form: FormLight;
  private readonly cos: number;
  private readonly sin: number;
  private readonly weights = new Float64Array(CANDIDATES);

  constructor(shot: Shot) {
    this.shot = shot;
    this.form = matteLightOf(shot);
    this.cos = Math.cos(shot.camera.lightTurn);
    this.sin = Math.sin(shot.camera.lightTurn);
  }

  /** Sets the direction of `ray` to one from which light comes to `place`; false where its facet alone would hide it. */
  aim(ray: Ray, place: Place, u: number, v: number): boolean {
    const { directions } = this.form;
    const { weights, cos, sin } = this;
    // The surface is turned into the frame of the lights, and the choice back.
    const nx = place.nx * cos + place.ny * sin;
    const ny = place.ny * cos - place.nx * sin;
    const start = Math.floor(u * STRIDE);
    let total = 0;
    for (let c = 0; c < CANDIDATES; c++) {
      const at = (start + c * STRIDE) * 3;
      const cosine =
        nx * directions[at]! + ny * directions[at + 1]! + place.nz * directions[at + 2]!;
      total += Math.max(0, cosine);
      weights[c] = total;
    }
    if (total <= 0) return false;
    let chosen = 0;
    while (chosen < CANDIDATES - 1 && weights[chosen]! < v * total) chosen++;
    const at = (start + chosen * STRIDE) * 3;
    ray.dx = directions[at]! * cos - directions[at + 1]! * sin;
    ray.dy = directions[at]! * sin + directions[at + 1]! * cos;
    ray.dz = directions[at + 2]!;
    return ray.dx * place.gx + ray.dy * place.gy + ray.dz * place.gz > 0;
  }

  /** Sets `out` to the light a white matte surface sends back from a place to which light comes, or does not. */
  shade(place: Place, isLit: boolean, out: Light): void {
    const { backdrop } = this.shot;
    const nx = place.nx * this.cos + place.ny * this.sin;
    const ny = place.ny * this.cos - place.nx * this.sin;
    lookUp(this.form.irradiance, 0, nx, ny, place.nz, out);
    const part = isLit ? 1 : THROWN_BACK;
    const floor = backdrop ? this.fromFloor(place, backdrop.floorGlow) : 0;
    out.r = out.r * part + floor;
    out.g = out.g * part + floor;
    out.b = out.b * part + floor;
  }

  private fromFloor(place: Place, glow: number): number {
    const { floorZ, floorReachMm } = this.shot;
    const high = Math.min(1, (place.z - floorZ) / (SHADOW_REACH * floorReachMm));
    const arrives = floorShadeAt(this.shot, place.x, place.y);
    return (glow * (1 - place.nz) * (arrives + (1 - arrives) * high)) / 2;
  }

  /** Sets `out` to what the gloss of a surface shows along a mirrored ray that meets nothing, or something. */
  gloss(ray: Ray, surface: Surface, isFree: boolean, out: Light): void {
    const { backdrop } = this.shot;
    const { sky } = this.form;
    const level = levelFor(sky, 4 * Math.PI * surface.lobe * surface.lobe);
    const sx = ray.dx * this.cos + ray.dy * this.sin;
    const sy = ray.dy * this.cos - ray.dx * this.sin;
    lookUp(sky, isFree ? level : sky.levels.length - 1, sx, sy, ray.dz, out);
    const below = backdrop && ray.dz < 0 ? Math.min(1, -ray.dz * 4) : 0;
    const part = isFree ? 1 : THROWN_BACK;
    const glow = below * (backdrop?.floorGlow ?? 0);
    out.r = part * (out.r * (1 - below) + glow);
    out.g = part * (out.g * (1 - below) + glow);
    out.b = part * (out.b * (1 - below) + glow);
  }
}

/** True where the edge of what a surface mirrors is seen. */
export const mirrorsEdges = ({ lobe }: Surface) => lobe < SHARP_LOBE;

/** Share of light that a surface's gloss sends back at a cosine; less where it is rough, whose facets shade each other. */
export function glossShare({ refractiveIndex: n, lobe }: Surface, cosine: number): number {
  const f0 = ((n - 1) / (n + 1)) ** 2;
  if (f0 === 0) return 0;
  return f0 + (schlick(f0, cosine) - f0) * (1 - Math.sqrt(lobe)) ** 2;
}
