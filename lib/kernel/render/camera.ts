import type { Vec3 } from "../mesh.ts";
import type { Geometry } from "./geometry.ts";
import { lowDiscrepancy, mix } from "./sampler.ts";
import type { Shape } from "./shape.ts";

export type View = "hero" | "front" | "side" | "back" | "top" | "detail" | "head";

/** A pinhole camera, sharp everywhere: pictures of a catalogue show the whole piece. */
export interface Camera {
  eye: Vec3;
  forward: Vec3;
  right: Vec3;
  up: Vec3;
  /** Half width and half height of the picture one unit ahead. */
  halfWidth: number;
  halfHeight: number;
  /** Turn of the lights around Z from where they stand for `hero`, radians: they go round with the camera. */
  lightTurn: number;
}

interface Stand {
  aroundDeg: number;
  aboveDeg: number;
  /** Part of the picture's height or width the piece takes. */
  fill: number;
}

/** Where each view looks from: degrees around Z from the front (−Y), and above the table. */
const STANDS: Record<View, Stand> = {
  hero: { aroundDeg: 32, aboveDeg: 29, fill: 0.82 },
  front: { aroundDeg: 0, aboveDeg: 9, fill: 0.78 },
  side: { aroundDeg: 90, aboveDeg: 12, fill: 0.78 },
  back: { aroundDeg: 180, aboveDeg: 9, fill: 0.78 },
  top: { aroundDeg: 12, aboveDeg: 68, fill: 0.78 },
  detail: { aroundDeg: 26, aboveDeg: 38, fill: 0.5 },
  head: { aroundDeg: 14, aboveDeg: 6, fill: 0.94 },
};

/** Where `hero` looks from at what is no small round piece: into the face of a plate, at the eyes of a figure. */
const HERO_BY_SHAPE: Record<Shape, Partial<Stand>> = {
  compact: {},
  tall: { aroundDeg: 24, aboveDeg: 11, fill: 0.86 },
  plate: { aroundDeg: 20, aboveDeg: 12, fill: 0.78 },
  flat: { aroundDeg: 24, aboveDeg: 44, fill: 0.8 },
};

const RIGHT_ANGLE = Math.PI / 2;
const FIELD_OF_VIEW_DEG = 24;

const radians = (deg: number) => (deg * Math.PI) / 180;

/** Small changes a seed makes, each from −1 to 1; seed 0 makes none. */
function variation(seed: number): (dimension: number) => number {
  if (seed === 0) return () => 0;
  const start = mix(seed, 71) % 4096;
  return (dimension) => lowDiscrepancy(start, dimension) * 2 - 1;
}

/**
 * A camera that frames the piece (or its detail) in a picture of the given aspect (width ÷ height). With `turnDeg` it
 * goes round the piece at one height and distance.
 */
export function placeCamera(
  geometry: Geometry,
  view: View,
  seed: number,
  aspect: number,
  turnDeg?: number,
): Camera {
  const stand = { ...STANDS[view], ...(view === "hero" && HERO_BY_SHAPE[geometry.shape]) };
  const vary = variation(seed);
  const around = radians(stand.aroundDeg + vary(0) * 7 - (turnDeg ?? 0));
  const above = radians(stand.aboveDeg + vary(1) * 4);
  const axes = axesOf(around, above);
  const tangent = Math.tan(radians(FIELD_OF_VIEW_DEG) / 2);
  const room = stand.fill * tangent;
  const frame = () => {
    if (view === "detail") return frameDetail(geometry, room);
    if (view === "head") return frameHead(geometry, room);
    return turnDeg === undefined
      ? frameAll(geometry.outline, axes, room)
      : frameTurning(geometry, above, room);
  };
  const { centre, distance } = frame();
  return {
    ...axes,
    halfWidth: tangent * Math.max(1, aspect),
    halfHeight: tangent * Math.max(1, 1 / aspect),
    eye: along(centre, axes.forward, -distance),
    lightTurn: around - radians(STANDS.hero.aroundDeg) + vary(2) * 0.3,
  };
}

interface Axes {
  forward: Vec3;
  right: Vec3;
  up: Vec3;
}

function axesOf(around: number, above: number): Axes {
  const flat = Math.cos(Math.min(above, RIGHT_ANGLE - 0.01));
  const rise = Math.sin(above);
  const forward: Vec3 = [-Math.sin(around) * flat, Math.cos(around) * flat, -rise];
  const right: Vec3 = [Math.cos(around), Math.sin(around), 0];
  const up: Vec3 = [-Math.sin(around) * rise, Math.cos(around) * rise, flat];
  return { forward, right, up };
}

const along = (from: Vec3, direction: Vec3, length: number): Vec3 => [
  from[0] + direction[0] * length,
  from[1] + direction[1] * length,
  from[2] + direction[2] * length,
];

/** Middle and distance at which the detail fills `tangent` of the picture. */
const frameDetail = ({ detail }: Geometry, tangent: number) => ({
  centre: detail.at,
  distance: detail.radiusMm / tangent,
});

/** Share of a figure's height that its head and shoulders take. */
const HEAD_SHARE = 0.44;

/** Middle and distance at which the upper part of a standing piece fills `tangent` of the picture. */
function frameHead({ box: { min, max } }: Geometry, tangent: number) {
  const high = (max[2] - min[2]) * HEAD_SHARE;
  const centre: Vec3 = [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, max[2] - high / 2];
  return { centre, distance: high / 2 / tangent };
}

/** Middle and distance at which the piece stays within the picture while it turns around its own axis. */
function frameTurning({ outline, box }: Geometry, above: number, tangent: number) {
  const centre = [0, 1, 2].map((k) => (box.min[k]! + box.max[k]!) / 2) as unknown as Vec3;
  let radius = 0;
  let upright = 0;
  for (let i = 0; i < outline.length; i += 3) {
    const r = Math.hypot(outline[i]! - centre[0], outline[i + 1]! - centre[1]);
    const height = Math.abs(outline[i + 2]! - centre[2]);
    radius = Math.max(radius, r);
    upright = Math.max(upright, height * Math.cos(above) + r * Math.sin(above));
  }
  return { centre, distance: Math.max(radius, upright) / tangent + radius * 0.6 };
}

/** Middle and distance at which all points lie within ±`tangent` of the picture's middle, both ways. */
function frameAll(points: Float32Array, { forward, right, up }: Axes, tangent: number) {
  const extent = (axis: Vec3) => {
    let low = Infinity;
    let high = -Infinity;
    for (let i = 0; i < points.length; i += 3) {
      const at = points[i]! * axis[0] + points[i + 1]! * axis[1] + points[i + 2]! * axis[2];
      if (at < low) low = at;
      if (at > high) high = at;
    }
    return { middle: (low + high) / 2, half: (high - low) / 2 };
  };
  const across = extent(right);
  const upright = extent(up);
  const deep = extent(forward);
  const centre = along(
    along(along([0, 0, 0], right, across.middle), up, upright.middle),
    forward,
    deep.middle,
  );
  const distance = Math.max(across.half, upright.half) / tangent + deep.half * 0.6;
  return { centre, distance };
}
