import { type Hit, intersect, occluded } from "../bvh.ts";
import { black, type Light } from "./colour.ts";
import { floorShadeAt } from "./floor-shade.ts";
import type { Geometry } from "./geometry.ts";
import { glossShare, MatteLight, mirrorsEdges } from "./matte-light.ts";
import { PLAIN, paintAt } from "./paint.ts";
import { copyRay, newPlace, newRay, type Ray } from "./ray.ts";
import type { Sampler } from "./sampler.ts";
import { reflect, schlick } from "./scatter.ts";
import type { Shot } from "./shot.ts";
import { levelFor, lookUp, type Sky } from "./sky.ts";
import { gatherStone, type Surroundings } from "./stone-light.ts";
import { METAL, STONE, type Surface } from "./surface.ts";

const DEEPEST = 3;
/** Turns of light inside a stone that the eye looks at. */
const STONE_BOUNCES = { draft: 6, final: 10 } as const;
const FAR_MM = 1e9;
/** A path that carries less, all channels together, ends. */
const NEGLIGIBLE = 0.06;
const DIFFUSE_LEVEL = 5;
/** A metal's lobe is drawn this much narrower than it is, and the sky looked up blurred instead: far less grain. */
const DRAWN_PART = 0.45;
/** The lobe's far tail is left out: one sample in it is a white speck. */
const KEPT_TAIL = 0.94;
/** Parts of a lobe one sample stands for in that blur. */
const LOBE_PARTS = 3;
/** What fibres at the silhouette send back, whatever the cloth's colour. */
const FIBRE_LIGHT = 0.75;
/** One sample counts at most this much after a bounce: a stray one must not leave a speck. */
const BRIGHTEST = 10;

/** Follows rays through one shot. Not shared between threads; everything it holds is scratch. */
export class Tracer implements Surroundings {
  readonly geometry: Geometry;
  readonly epsilonMm: number;
  readonly ambient: Light;
  readonly bounces: number;
  readonly ray: Ray = newRay();
  /** What the last `follow` found. */
  readonly light: Light = black();
  private readonly shot: Shot;
  private readonly sampler: Sampler;
  private readonly hit: Hit = { t: 0, triangle: 0, u: 0, v: 0 };
  private readonly place = newPlace();
  private readonly part: Light = black();
  private readonly colour: Light = black();
  /** Part of the light at the end of the path that reaches the eye. */
  private readonly through: Light = black();
  /** What the path sees if it goes off into the distance, and how blurred. */
  private sky: Sky;
  private level = 0;
  private readonly bounce: Ray = newRay();
  private readonly bouncePlace = newPlace();
  private readonly turnCos: number;
  private readonly turnSin: number;
  private readonly diffuseLevel: number;
  private readonly matte: MatteLight;

  constructor(shot: Shot, sampler: Sampler) {
    this.shot = shot;
    this.sampler = sampler;
    this.matte = new MatteLight(shot);
    this.geometry = shot.geometry;
    this.epsilonMm = shot.epsilonMm;
    this.sky = shot.lighting.room;
    this.ambient = shot.lighting.ambient;
    this.bounces = STONE_BOUNCES[shot.quality];
    this.turnCos = Math.cos(shot.camera.lightTurn);
    this.turnSin = Math.sin(shot.camera.lightTurn);
    this.diffuseLevel = Math.min(DIFFUSE_LEVEL, shot.lighting.room.levels.length - 1);
  }

  /** True when `ray` meets the piece. */
  meets(ray: Ray): boolean {
    const { epsilonMm, hit } = this;
    const { bvh } = this.geometry;
    return intersect(bvh, ray.ox, ray.oy, ray.oz, ray.dx, ray.dy, ray.dz, epsilonMm, FAR_MM, hit);
  }

  /** True when anything of the piece lies on `ray`: asked where it does not matter what. */
  private isCovered(ray: Ray): boolean {
    const { bvh } = this.geometry;
    return occluded(bvh, ray.ox, ray.oy, ray.oz, ray.dx, ray.dy, ray.dz, this.epsilonMm, FAR_MM);
  }

  /** Sets `light` to what comes back along `ray`, which `meets` has just found to meet the piece. */
  follow(depthAtStart: number): void {
    const { light, through, ray, place } = this;
    light.r = light.g = light.b = 0;
    through.r = through.g = through.b = 1;
    for (let depth = depthAtStart; ; depth++) {
      const part = this.geometry.partOf[this.hit.triangle]!;
      const surface = this.geometry.surfaces[part]!;
      this.arrive(ray, place, surface.sort === STONE);
      this.sky = this.shot.lighting.room;
      this.level = 0;
      if (surface.sort === METAL) this.offMetal(surface, depth === depthAtStart);
      else if (surface.sort === STONE) this.offStone(surface, part, depth);
      else {
        this.offMatte(surface, part, depth === depthAtStart);
        return;
      }
      this.leave(ray, place);
      const isLast = depth >= DEEPEST || through.r + through.g + through.b < NEGLIGIBLE;
      if (isLast || !this.meets(ray)) break;
    }
    this.away(ray, this.sky, this.level, this.part);
    this.add(this.part, depthAtStart === 0 ? 2 * BRIGHTEST : BRIGHTEST);
  }

  private add(source: Light, most: number): void {
    const { light, through } = this;
    light.r += through.r * Math.min(most, source.r);
    light.g += through.g * Math.min(most, source.g);
    light.b += through.b * Math.min(most, source.b);
  }

  private dim(r: number, g: number, b: number): void {
    this.through.r *= r;
    this.through.g *= g;
    this.through.b *= b;
  }

  private offMetal(surface: Surface, isFirst: boolean): void {
    const { ray, place, sampler } = this;
    const u = isFirst ? sampler.even(2) : sampler.next();
    const v = isFirst ? sampler.even(3) : sampler.next();
    const cosine = reflect(ray, place, surface.lobe * DRAWN_PART, u, v * KEPT_TAIL);
    this.dim(schlick(surface.r, cosine), schlick(surface.g, cosine), schlick(surface.b, cosine));
    this.level = levelFor(this.sky, (4 * Math.PI * surface.lobe * surface.lobe) / LOBE_PARTS);
  }

  private offStone(surface: Surface, part: number, depth: number): void {
    const { ray, place, sampler } = this;
    const back = gatherStone(this, part, surface, ray, place, sampler.even(4), depth, this.part);
    this.add(this.part, FAR_MM);
    reflect(ray, place, 0, 0, 0);
    this.dim(back, back, back);
    this.sky = this.shot.lighting.sparkle;
  }

  /** Ends the path: what a matte surface gets is known but for what stands in the light. */
  private offMatte(surface: Surface, part: number, isFirst: boolean): void {
    const { ray, place, sampler, matte, part: light } = this;
    const cosine = Math.max(0, -(ray.dx * place.nx + ray.dy * place.ny + ray.dz * place.nz));
    const share = glossShare(surface, cosine);
    this.colourAt(surface, part, cosine);
    const { colour, bounce } = this;
    copyRay(ray, bounce);
    this.leave(ray, place);
    const u = isFirst ? sampler.even(2) : sampler.next();
    const v = isFirst ? sampler.even(3) : sampler.next();
    const isLit = !matte.aim(ray, place, u, v) || !this.isCovered(ray);
    matte.shade(place, isLit, light);
    light.r *= colour.r * (1 - share);
    light.g *= colour.g * (1 - share);
    light.b *= colour.b * (1 - share);
    this.add(light, FAR_MM);
    if (share > 0) this.addGloss(surface, share, isLit);
  }

  private addGloss(surface: Surface, share: number, isLit: boolean): void {
    const { bounce, place, part } = this;
    reflect(bounce, place, 0, 0, 0);
    this.leave(bounce, place);
    const isFree = mirrorsEdges(surface) ? !this.isCovered(bounce) : isLit;
    this.matte.gloss(bounce, surface, isFree, part);
    part.r *= share;
    part.g *= share;
    part.b *= share;
    this.add(part, BRIGHTEST);
  }

  /** Moves a ray's origin just off the surface. */
  private leave(ray: Ray, place: typeof this.place): void {
    ray.ox = place.x + place.gx * this.epsilonMm;
    ray.oy = place.y + place.gy * this.epsilonMm;
    ray.oz = place.z + place.gz * this.epsilonMm;
  }

  /** Sets `colour` to a matte surface's at the last hit, with the light of a cloth's fibres. */
  private colourAt(surface: Surface, part: number, cosine: number): void {
    const { colour, hit } = this;
    const { byPart, values } = this.geometry.paints;
    const paint = byPart[part]!;
    if (paint.sort === PLAIN) {
      colour.r = surface.r;
      colour.g = surface.g;
      colour.b = surface.b;
    } else paintAt(paint, values, hit.triangle, hit.u, hit.v, colour);
    const fibres = surface.sheen * (1 - cosine) ** 4;
    colour.r += (FIBRE_LIGHT - colour.r) * fibres;
    colour.g += (FIBRE_LIGHT - colour.g) * fibres;
    colour.b += (FIBRE_LIGHT - colour.b) * fibres;
  }

  /** Sets `place` to where the last hit lies on `ray`; both normals then face the viewer (of stones: outwards). */
  private arrive(ray: Ray, place: typeof this.place, isStone: boolean): void {
    const { t, triangle, u, v } = this.hit;
    const { cornerNormals: n, faceNormals: f } = this.geometry;
    const c = triangle * 9;
    const w = 1 - u - v;
    place.x = ray.ox + ray.dx * t;
    place.y = ray.oy + ray.dy * t;
    place.z = ray.oz + ray.dz * t;
    place.gx = f[triangle * 3]!;
    place.gy = f[triangle * 3 + 1]!;
    place.gz = f[triangle * 3 + 2]!;
    place.nx = n[c]! * w + n[c + 3]! * u + n[c + 6]! * v;
    place.ny = n[c + 1]! * w + n[c + 4]! * u + n[c + 7]! * v;
    place.nz = n[c + 2]! * w + n[c + 5]! * u + n[c + 8]! * v;
    if (isStone) return;
    if (ray.dx * place.gx + ray.dy * place.gy + ray.dz * place.gz > 0) {
      place.gx = -place.gx;
      place.gy = -place.gy;
      place.gz = -place.gz;
    }
    if (place.nx * place.gx + place.ny * place.gy + place.nz * place.gz < 0) {
      place.nx = -place.nx;
      place.ny = -place.ny;
      place.nz = -place.nz;
    }
    faceViewer(ray, place);
  }

  /** Light along a ray that met nothing: the floor, or a sky. */
  away(ray: Ray, sky: Sky, level: number, out: Light): void {
    const { backdrop, floorZ, floorCentre, floorReachMm } = this.shot;
    if (backdrop && ray.dz < -1e-4 && ray.oz > floorZ) {
      const t = (floorZ - ray.oz) / ray.dz;
      const x = ray.ox + ray.dx * t;
      const y = ray.oy + ray.dy * t;
      const dx = (x - floorCentre[0]) / floorReachMm;
      const dy = (y - floorCentre[1]) / floorReachMm;
      const lit = backdrop.floorGlow / (1 + 0.5 * (dx * dx + dy * dy));
      const arrives = floorShadeAt(this.shot, x, y);
      const glow = lit * (backdrop.shadowLeak + (1 - backdrop.shadowLeak) * arrives);
      out.r = glow;
      out.g = glow;
      out.b = glow;
      return;
    }
    const sx = ray.dx * this.turnCos + ray.dy * this.turnSin;
    const sy = ray.dy * this.turnCos - ray.dx * this.turnSin;
    lookUp(sky, level, sx, sy, ray.dz, out);
  }

  /** What a ray that leaves a stone sees; see Surroundings. */
  seen(ray: Ray, isBright: boolean, out: Light): void {
    const { sparkle, room } = this.shot.lighting;
    if (!isBright || !this.meets(ray)) {
      this.away(ray, sparkle, 0, out);
      this.shadeByViewer(ray, out);
      return;
    }
    const surface = this.geometry.surfaces[this.geometry.partOf[this.hit.triangle]!]!;
    if (surface.sort === STONE) {
      this.away(ray, sparkle, 0, out);
      return;
    }
    const { bounce, bouncePlace } = this;
    copyRay(ray, bounce);
    this.arrive(bounce, bouncePlace, false);
    reflect(bounce, bouncePlace, 0, 0, 0);
    bounce.ox = bouncePlace.x;
    bounce.oy = bouncePlace.y;
    bounce.oz = bouncePlace.z;
    this.away(bounce, room, surface.sort === METAL ? 2 : this.diffuseLevel, out);
    out.r *= surface.r;
    out.g *= surface.g;
    out.b *= surface.b;
  }

  /** The viewer's head and lens stand in the light: what a stone sends straight back is dark, and gives it contrast. */
  private shadeByViewer(ray: Ray, out: Light): void {
    const { forward } = this.shot.camera;
    if (!this.shot.backdrop) return;
    const towards = -(ray.dx * forward[0] + ray.dy * forward[1] + ray.dz * forward[2]);
    if (towards < 0.86) return;
    const dark = Math.min(1, (towards - 0.86) / 0.09) * 0.92;
    out.r *= 1 - dark;
    out.g *= 1 - dark;
    out.b *= 1 - dark;
  }
}

/** Smooth normals of coarse meshes can face away from the viewer at the silhouette: bend them back. */
function faceViewer(ray: Ray, place: { nx: number; ny: number; nz: number }): void {
  const facing = ray.dx * place.nx + ray.dy * place.ny + ray.dz * place.nz;
  const bend = facing > -0.02 ? facing + 0.02 : 0;
  place.nx -= bend * ray.dx;
  place.ny -= bend * ray.dy;
  place.nz -= bend * ray.dz;
  const scale = 1 / Math.sqrt(place.nx ** 2 + place.ny ** 2 + place.nz ** 2);
  place.nx *= scale;
  place.ny *= scale;
  place.nz *= scale;
}
