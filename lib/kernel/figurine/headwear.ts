import { blend, common, cut, halfSpace, join, posed, raised } from "../implicit/combine.ts";
import { ball, drum, ellipsoid, limb, roundedBox, torus, turned } from "../implicit/primitives.ts";
import type { Shape } from "../implicit/shape.ts";
import type { Vec3 } from "../mesh.ts";
import { EYE_AT } from "./face.ts";
import { FRONT, frameAlong, UP, unit } from "./frame.ts";
import { earX, faceShape, frontOf, type HeadLook } from "./head.ts";
import { type Colour, type FigurePart, headPart } from "./parts.ts";

export type HatStyle =
  | "none"
  | "cap"
  | "mortarboard"
  | "toque"
  | "top-hat"
  | "crown"
  | "beanie"
  | "helmet";
export type GlassesStyle = "none" | "round" | "square" | "sunglasses" | "mask";
export type BeardStyle = "none" | "moustache" | "goatee" | "full";

/** Where hair ends under each hat; null where the hat lies on top of the hair. */
export const HAIR_UNDER: Record<HatStyle, number | null> = {
  none: null,
  cap: 29,
  mortarboard: 29,
  toque: 30,
  "top-hat": 30,
  crown: null,
  beanie: 27,
  helmet: 33,
};

const below = (z: number): Shape => halfSpace([0, 0, z], UP);

/** A skull cap over the hair, cut off level at `z`. */
const dome = (z: number, radius = 18.9, high = 18.6): Shape =>
  cut(ellipsoid([0, 1, 20.6], [radius, radius - 0.2, high]), [below(z)], 0.8);

function baseballCap(colour: Colour, accent: Colour): FigurePart[] {
  const crown = dome(25.4, 19.2, 19.4);
  const brim = common(
    ellipsoid([0, -16, 26.4], [14.4, 17.6, 3.4]),
    cut(ellipsoid([0, -15, 22.6], [40, 40, 5.4]), [ellipsoid([0, -15, 20.4], [40, 40, 5.2])]),
    0.6,
  );
  return [
    headPart("cap", colour, crown, 1),
    headPart("brim", accent, brim, 0.8),
    headPart("cap-button", accent, ellipsoid([0, 1, 40], [1.8, 1.8, 1.2]), 0.6),
  ];
}

function mortarboard(colour: Colour, accent: Colour): FigurePart[] {
  const quarter = Math.SQRT1_2;
  const board = posed(roundedBox([0, 0, 0], [18.6, 18.6, 1.8], 0.7), {
    origin: [0, 0.6, 38.8],
    x: [quarter, quarter, 0],
    y: [-quarter, quarter, 0],
    z: UP,
  });
  const string: Vec3[] = [
    [0, 0.6, 40],
    [14, -5, 40],
    [21.4, -8.6, 37.4],
    [21.6, -8.8, 28],
  ];
  const tassel = join([
    ...string.slice(1).map((to, i) => limb(string[i]!, to, 0.85)),
    limb([21.6, -8.8, 28], [21.6, -8.8, 22], 1.2, 2),
    ball([21.6, -8.8, 28.4], 1.6),
    ellipsoid([0, 0.6, 40], [2, 2, 1.2]),
  ]);
  return [
    headPart("mortarboard", colour, blend(1, [dome(25.6, 18.8, 18.4), board]), 0.9),
    headPart("tassel", accent, tassel, 0.6),
  ];
}

function toque(colour: Colour): FigurePart[] {
  const band = turned([0, 1], [26.4, 37], 19, (z) => 18.3 - 0.04 * (z - 26));
  const puff = raised(
    ellipsoid([0, 1.2, 44.6], [22, 20.6, 10.6]),
    1.8,
    (x, y) => 0.9 * (1 + Math.sin(11 * Math.atan2(x, y - 1))),
  );
  return [headPart("toque", colour, blend(2.4, [band, puff]), 1)];
}

function topHat(colour: Colour, accent: Colour): FigurePart[] {
  const brim = drum([0, 1], 24, 28.6, 31, 1.1);
  const crown = turned([0, 1], [29, 51], 18.6, (z) => 17 + 0.0032 * (z - 38) ** 2);
  const ribbon = turned([0, 1], [31.4, 35.4], 19, () => 17.9);
  return [
    headPart("top-hat", colour, blend(1.6, [brim, crown]), 1),
    headPart("hat-ribbon", accent, ribbon, 0.8),
  ];
}

function crown(colour: Colour, accent: Colour): FigurePart[] {
  const around = Array.from({ length: 7 }, (_, i) => (i / 7) * 2 * Math.PI - Math.PI / 2);
  const at = (a: number, r: number, z: number): Vec3 => [r * Math.cos(a), 1 + r * Math.sin(a), z];
  const ring = cut(
    turned([0, 1], [31, 37], 14, () => 13.6),
    [turned([0, 1], [33.5, 50], 12, () => 11.4)],
    0.5,
  );
  const tips = around.map((a) => limb(at(a, 12.4, 35), at(a, 13.4, 42), 2.7, 1.5));
  return [
    headPart("crown", colour, blend(1.4, [ring, ...tips]), 0.8),
    headPart("crown-pearls", accent, join(around.map((a) => ball(at(a, 13.5, 42.6), 1.9))), 0.6),
  ];
}

function beanie(colour: Colour, accent: Colour): FigurePart[] {
  const ribs = (x: number, y: number) => 0.3 * (1 + Math.sin(34 * Math.atan2(x, y - 1)));
  const knit = raised(dome(26, 18.8, 19.4), 0.7, ribs);
  const roll = raised(
    turned([0, 1], [23.6, 29.2], 21, () => 19),
    0.7,
    ribs,
  );
  return [
    headPart("beanie", colour, knit, 0.9),
    headPart("beanie-roll", accent, roll, 0.9),
    headPart(
      "pompom",
      accent,
      raised(
        ball([0, 1, 42.6], 4.4),
        0.8,
        (x, y, z) => 0.4 * (1 + Math.sin(2.4 * x) * Math.sin(2.4 * y) * Math.sin(2.4 * z)),
      ),
      0.7,
    ),
  ];
}

/** What hair may fill under a helmet. */
export const HELMET_ROOM: Shape = ellipsoid([0, 2, 18.6], [22.6, 21.6, 22.2]);

/** An astronaut's helmet: a shell around the head, open in front of the face. */
function helmet(colour: Colour, accent: Colour): FigurePart[] {
  const shell = ellipsoid([0, 2, 18.6], [23.4, 22.4, 23]);
  const opening = ellipsoid([0, -16, 16.4], [15.4, 20, 15.2]);
  const rim = common(
    ellipsoid([0, 2, 18.6], [24.2, 23.2, 23.8]),
    cut(ellipsoid([0, -16, 16.4], [17.6, 22.2, 17.4]), [ellipsoid([0, -16, 16.4], [15.2, 24, 15])]),
    0.6,
  );
  const lamp = (side: number): Shape => ellipsoid([side * 22.8, 0, 19], [2.4, 4.4, 4.4]);
  return [
    headPart("helmet", colour, cut(shell, [opening], 1), 1),
    headPart("helmet-rim", accent, rim, 0.7),
    headPart("helmet-lamps", accent, join([lamp(-1), lamp(1)]), 0.8),
  ];
}

/** Hat parts in the head's frame. */
export function hatParts(style: HatStyle, colour: Colour, accent: Colour): FigurePart[] {
  switch (style) {
    case "none":
      return [];
    case "cap":
      return baseballCap(colour, accent);
    case "mortarboard":
      return mortarboard(colour, accent);
    case "toque":
      return toque(colour);
    case "top-hat":
      return topHat(colour, accent);
    case "crown":
      return crown(colour, accent);
    case "beanie":
      return beanie(colour, accent);
    case "helmet":
      return helmet(colour, accent);
  }
}

/** Radius of the wire of a frame for glasses, in the head's frame. */
export const GLASSES_WIRE = 0.85;

/** One rim around an eye: a ring, or a rounded square. */
function rim(style: GlassesStyle, at: Vec3, side: number): Shape {
  const frame = frameAlong(at, [side * 0.2, -1, 0.04], UP);
  if (style === "round") return posed(torus([0, 0, 0], 4.9, GLASSES_WIRE), frame);
  const outer = roundedBox([0, 0, 0], [4.5, 5.4, GLASSES_WIRE], 0.6);
  return posed(cut(outer, [roundedBox([0, 0, 0], [3.1, 4, 4], 1.2)], 0.4), frame);
}

/** Glasses in the head's frame: rims before the eyes, a bridge, and sides to the ears. */
export function glassesParts(style: GlassesStyle, look: HeadLook, colour: Colour): FigurePart[] {
  if (style === "none") return [];
  const face = faceShape(look);
  if (style === "mask") return [headPart("mask", colour, mask(face), 0.6)];
  const y = (frontOf(face, EYE_AT[0], EYE_AT[1]) ?? -14) - 0.7;
  const eye = (side: number): Vec3 => [side * (EYE_AT[0] + 0.1), y, EYE_AT[1] - 0.2];
  const sides = [-1, 1].map((side) =>
    limb([side * 11.4, y + 1.2, EYE_AT[1] + 0.6], [side * (earX(look) + 1), 1, 17.4], GLASSES_WIRE),
  );
  const bridge = limb(
    [-1.9, y - 0.6, EYE_AT[1] + 0.6],
    [1.9, y - 0.6, EYE_AT[1] + 0.6],
    GLASSES_WIRE,
  );
  const frames = join([rim(style, eye(-1), -1), rim(style, eye(1), 1), bridge, ...sides]);
  if (style !== "sunglasses") return [headPart("glasses", colour, frames, 0.45)];
  const lens = (side: number) =>
    posed(drum([0, 0], 4.6, -1.2, 0.7, 0.3), frameAlong(eye(side), [side * 0.2, -1, 0.04], UP));
  return [
    headPart("glasses", colour, frames, 0.45),
    headPart("lenses", "#1b1d22", join([lens(-1), lens(1)]), 0.5),
  ];
}

/** A hero's mask over the eyes: a skin on the face with two holes. */
function mask(face: Shape): Shape {
  const skin: Shape = {
    distance: (x, y, z) => face.distance(x, y, z) - 0.75,
    box: { min: [-16.6, -18, 9], max: [16.6, 4, 25] },
  };
  const region = ellipsoid([0, -12, 17.4], [15.6, 16, 5.6]);
  const holes = [-1, 1].map((side) =>
    ellipsoid([side * EYE_AT[0], -16, EYE_AT[1]], [3.5, 12, 3.8]),
  );
  return cut(common(skin, region, 0.5), holes, 0.4);
}

/** Beards in the head's frame. */
export function beardParts(style: BeardStyle, look: HeadLook, colour: Colour): FigurePart[] {
  if (style === "none") return [];
  const face = faceShape(look);
  const front = (x: number, z: number) => (frontOf(face, x, z) ?? -12) + 0.3;
  const whisker = (side: number) =>
    limb([side * 0.9, front(0.9, 11), 11], [side * 4.4, front(4.4, 9.4), 9.2], 1.35, 0.55);
  const moustache = blend(0.8, [whisker(-1), whisker(1)]);
  if (style === "moustache") return [headPart("beard", colour, moustache, 0.6)];
  const chin = ellipsoid([0, front(0, 2.6) + 1, 1.9], [4.4, 3, 3.4]);
  if (style === "goatee") return [headPart("beard", colour, blend(1.2, [moustache, chin]), 0.6)];
  return [headPart("beard", colour, blend(1, [fullBeard(face), moustache]), 0.7)];
}

/** Hair around the jaw from ear to ear, free at the mouth. */
function fullBeard(face: Shape): Shape {
  const grownJaw: Shape = {
    distance: (x, y, z) =>
      face.distance(x, y, z) -
      1.3 -
      0.9 * Math.max(0, 1 - Math.abs(x) / 9) * Math.max(0, Math.min(1, (9 - z) / 8)),
    box: { min: [-16.6, -18, -4], max: [16.6, 4, 16] },
  };
  // The upper edge rises from the mouth's corners to the ears.
  const cheeks = halfSpace([0, -14, 9.4], unit([0, 0.4, -1]));
  const mouth = ellipsoid([0, -16, 8.1], [4.7, 8, 2.5]);
  const shell = cut(cut(grownJaw, [cheeks], 1), [mouth], 0.7);
  return raised(
    cut(shell, [halfSpace([0, 3.4, 0], FRONT)], 0.8),
    0.5,
    (x, y, z) => 0.25 * (1 + Math.sin(2.2 * x + 0.8 * z) * Math.sin(1.4 * z + y)),
  );
}
