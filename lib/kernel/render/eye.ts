import { black, type Light, smoothstep } from "./colour.ts";
import { floorShadeAt } from "./floor-shade.ts";
import { newPlace } from "./ray.ts";
import { Sampler } from "./sampler.ts";
import { reflect, schlick } from "./scatter.ts";
import type { Backdrop, Shot } from "./shot.ts";
import { Tracer } from "./tracer.ts";

/** How widely the floor blurs what it mirrors. */
const FLOOR_LOBE = 0.03;
/** Where the shadow on a transparent ground begins to fade, as a part of the way from the middle to the frame. */
const SHADOW_ENDS = 0.45;
/** Reach of a pixel's filter, px: a tent this wide on each side. */
const FILTER_PX = 1;

/** What a sample touched: nothing, the piece's image in the floor, or the piece itself. */
export type Touched = 0 | 1 | 2;

const tent = (x: number) => (x < 0.5 ? Math.sqrt(2 * x) - 1 : 1 - Math.sqrt(2 - 2 * x));

/** Looks through single points of a shot's picture. Not shared between threads. */
export class Eye {
  /** Premultiplied light of the last sample, and how much of the background it hides. */
  readonly light: Light = black();
  alpha = 1;
  private readonly shot: Shot;
  private readonly sampler = new Sampler();
  private readonly tracer: Tracer;
  private readonly floor = newPlace();
  private readonly base: Light = black();

  constructor(shot: Shot) {
    this.shot = shot;
    this.tracer = new Tracer(shot, this.sampler);
  }

  startPixel(x: number, y: number): void {
    this.sampler.startPixel(x, y, this.shot.seed);
  }

  /** Sets `light` and `alpha` to the `n`-th sample of a pixel. */
  look(x: number, y: number, n: number): Touched {
    const { shot, sampler, tracer, light } = this;
    sampler.startSample(n);
    const px = x + 0.5 + FILTER_PX * tent(sampler.even(0));
    const py = y + 0.5 + FILTER_PX * tent(sampler.even(1));
    const sx = (px / shot.widthPx) * 2 - 1;
    const sy = 1 - (py / shot.heightPx) * 2;
    this.aim(sx * shot.camera.halfWidth, sy * shot.camera.halfHeight);
    this.alpha = 1;
    if (tracer.meets(tracer.ray)) {
      tracer.follow(0);
      copyLight(tracer.light, light);
      return 2;
    }
    const { backdrop } = shot;
    if (backdrop) return this.lookPast(backdrop, sx, sy);
    tracer.away(tracer.ray, shot.lighting.room, 0, light);
    return 0;
  }

  /** Sets the tracer's ray through a place of the picture plane. */
  private aim(across: number, upright: number): void {
    const { eye, forward, right, up } = this.shot.camera;
    const { ray } = this.tracer;
    ray.ox = eye[0];
    ray.oy = eye[1];
    ray.oz = eye[2];
    ray.dx = forward[0] + right[0] * across + up[0] * upright;
    ray.dy = forward[1] + right[1] * across + up[1] * upright;
    ray.dz = forward[2] + right[2] * across + up[2] * upright;
    const scale = 1 / Math.sqrt(ray.dx ** 2 + ray.dy ** 2 + ray.dz ** 2);
    ray.dx *= scale;
    ray.dy *= scale;
    ray.dz *= scale;
  }

  /** The backdrop with the floor's shadow and mirror image; floor and wall are one sweep of paper. */
  private lookPast(backdrop: Backdrop, sx: number, sy: number): Touched {
    const { light, base, tracer } = this;
    const away = Math.sqrt(sx * sx * 0.8 + (sy + 0.08) * (sy + 0.08));
    const t = smoothstep(0.1, 1.5, away);
    base.r = backdrop.middle[0] + (backdrop.edge[0] - backdrop.middle[0]) * t;
    base.g = backdrop.middle[1] + (backdrop.edge[1] - backdrop.middle[1]) * t;
    base.b = backdrop.middle[2] + (backdrop.edge[2] - backdrop.middle[2]) * t;
    copyLight(base, light);
    const { ray } = tracer;
    if (ray.dz > -1e-4 || ray.oz <= this.shot.floorZ) {
      this.alpha = backdrop.isTransparent ? 0 : 1;
      return 0;
    }
    const far = (this.shot.floorZ - ray.oz) / ray.dz;
    this.shadeFloor(backdrop, ray.ox + ray.dx * far, ray.oy + ray.dy * far);
    // A shadow that the frame cuts would show the frame on whatever the picture is laid on; its pool is round.
    if (backdrop.isTransparent)
      this.alpha *= 1 - smoothstep(SHADOW_ENDS, 1, Math.sqrt(Math.sqrt(sx ** 4 + sy ** 4)));
    return backdrop.gloss > 0 ? this.mirrorFloor(backdrop) : 0;
  }

  private shadeFloor(backdrop: Backdrop, x: number, y: number): void {
    const { light, floor, shot } = this;
    floor.x = x;
    floor.y = y;
    floor.z = shot.floorZ;
    const arrives = floorShadeAt(shot, x, y);
    const leak = backdrop.shadowLeak * (1 - arrives);
    this.alpha = backdrop.isTransparent ? 1 - arrives - leak : 1;
    light.r *= arrives + leak * 1.3 * shot.geometry.tint[0];
    light.g *= arrives + leak * 1.3 * shot.geometry.tint[1];
    light.b *= arrives + leak * 1.3 * shot.geometry.tint[2];
  }

  private mirrorFloor(backdrop: Backdrop): Touched {
    const { light, floor, tracer, sampler, shot } = this;
    const { ray } = tracer;
    const x = (floor.x - shot.floorCentre[0]) / shot.floorReachMm;
    const y = (floor.y - shot.floorCentre[1]) / shot.floorReachMm;
    if (x * x + y * y > 1) return 0;
    const cosine = reflect(ray, floor, FLOOR_LOBE, sampler.even(2), sampler.even(3));
    ray.ox = floor.x;
    ray.oy = floor.y;
    ray.oz = floor.z + shot.epsilonMm;
    if (!tracer.meets(ray)) return 0;
    tracer.follow(2);
    const share = schlick(backdrop.gloss, cosine);
    light.r += (Math.min(1.6, tracer.light.r) - light.r) * share;
    light.g += (Math.min(1.6, tracer.light.g) - light.g) * share;
    light.b += (Math.min(1.6, tracer.light.b) - light.b) * share;
    return 1;
  }
}

function copyLight(from: Light, to: Light): void {
  to.r = from.r;
  to.g = from.g;
  to.b = from.b;
}
