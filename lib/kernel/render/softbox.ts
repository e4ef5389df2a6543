import type { Vec3 } from "../mesh.ts";
import { type Light, type Rgb, smoothstep } from "./colour.ts";

/** A rectangle of light (or a black card) far away, as a photographer sets it around the table. */
export interface Softbox {
  /** Where its middle is seen from the piece; need not be a unit vector. */
  direction: Vec3;
  /** Half width and half height, tangents of the angles they are seen under. */
  width: number;
  height: number;
  colour: Rgb;
  /** Width of the soft edge as a part of the half size; 0.12 where not given. */
  edge?: number;
  /** A card that covers what lies behind it instead of adding light. */
  isCard?: boolean;
}

interface PlacedSoftbox extends Softbox {
  towards: Vec3;
  right: Vec3;
  up: Vec3;
}

const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const unit = ([x, y, z]: Vec3): Vec3 => {
  const length = Math.sqrt(x * x + y * y + z * z);
  return [x / length, y / length, z / length];
};
const dot = (a: Vec3, b: Vec3) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

function place(box: Softbox): PlacedSoftbox {
  const towards = unit(box.direction);
  const right = unit(cross(towards, Math.abs(towards[2]) > 0.95 ? [0, 1, 0] : [0, 0, 1]));
  return { ...box, towards, right, up: cross(right, towards) };
}

/** How much of a direction a softbox covers, 0 to 1, and its brightness there: brightest in the middle. */
function coverage(box: PlacedSoftbox, direction: Vec3): { cover: number; brightness: number } {
  const ahead = dot(direction, box.towards);
  if (ahead <= 0.02) return { cover: 0, brightness: 0 };
  const a = Math.abs(dot(direction, box.right) / ahead) / box.width;
  const b = Math.abs(dot(direction, box.up) / ahead) / box.height;
  const edge = box.edge ?? 0.12;
  const inside = (x: number) => 1 - smoothstep(1 - edge, 1 + edge, x);
  return { cover: inside(a) * inside(b), brightness: 1 - 0.25 * (a * a + b * b) };
}

/** A function that says how much light comes from a direction: a dome from `low` to `high`, and softboxes in order. */
export function studioRadiance(low: Rgb, high: Rgb, boxes: readonly Softbox[]) {
  const placed = boxes.map(place);
  return (direction: Vec3, out: Light): void => {
    const t = smoothstep(-0.3, 1, direction[2]);
    out.r = low[0] + (high[0] - low[0]) * t;
    out.g = low[1] + (high[1] - low[1]) * t;
    out.b = low[2] + (high[2] - low[2]) * t;
    for (const box of placed) {
      const { cover, brightness } = coverage(box, direction);
      if (cover <= 0) continue;
      const kept = box.isCard ? 1 - cover : 1;
      const added = box.isCard ? cover : cover * brightness;
      out.r = out.r * kept + box.colour[0] * added;
      out.g = out.g * kept + box.colour[1] * added;
      out.b = out.b * kept + box.colour[2] * added;
    }
  };
}
