import { cluster } from "../implicit/cluster.ts";
import { blend, cut, halfSpace, join, raised } from "../implicit/combine.ts";
import { ball, ellipsoid, limb, roundedBox } from "../implicit/primitives.ts";
import type { Shape } from "../implicit/shape.ts";
import type { Vec3 } from "../mesh.ts";
import { unit } from "./frame.ts";
import type { HeadLook } from "./head.ts";

export type HairStyle =
  | "bald"
  | "short"
  | "swept"
  | "spiky"
  | "bob"
  | "long"
  | "ponytail"
  | "bun"
  | "curly"
  | "afro";

/** Strands run from the crown's whorl down: waves of the angle around it. */
function strands(count: number, high: number): (x: number, y: number, z: number) => number {
  return (x, y, z) => {
    const angle = Math.atan2(x, -(y - 4));
    const swirl = angle * count + (z - 20) * 0.12;
    const wave = Math.sin(swirl) + 0.45 * Math.sin(swirl * 2.3 + 1.1);
    return high * (0.5 + wave / 2.9);
  };
}

/** Half widths of a cap of hair for a head's width. */
const capSize = (look: HeadLook): Vec3 =>
  look.shape === "oval" ? [16.6, 16.9, 17.8] : [17.8, 17.5, 17.9];

/** The opening of the face: an egg in front that the hair leaves free. */
const faceOpening = (high: number): Shape => ellipsoid([0, -14.6, 12.4 + high], [14.4, 15, 13.6]);

/** The cap that all styles but bald start from: over the skull, open at the face, ending at the nape. */
function cap(look: HeadLook, napeZ: number, opening = 0): Shape {
  const shell = ellipsoid([0, 1.1, 20.6], capSize(look));
  // The hairline falls from the temples to the nape behind the ears.
  const slant = unit([0, 0.34, 1]);
  const below = halfSpace([0, 16, napeZ], slant);
  return cut(cut(shell, [faceOpening(opening)], 1.2), [below], 1);
}

function shortHair(look: HeadLook): Shape {
  const quiff = blend(3, [
    ellipsoid([-7.6, -12.2, 29.8], [8.6, 5.2, 5.2]),
    ellipsoid([1.6, -13.4, 31], [8.4, 5, 5.2]),
    ellipsoid([9.6, -10.6, 30], [6.4, 5, 5]),
    ellipsoid([0, -5, 35.6], [11.6, 10, 4]),
  ]);
  return raised(blend(2.6, [cap(look, 7), quiff]), 0.8, (x, y, z) =>
    z > 24 ? 0.42 * (1 + Math.sin(x * 0.95 + 0.3 * y)) : 0,
  );
}

function sweptHair(look: HeadLook): Shape {
  const lock = (a: Vec3, b: Vec3, r: number) => limb(a, b, r, r * 0.62);
  const sweep = blend(2.2, [
    lock([9.6, -7.4, 35], [-10.6, -14.4, 28.6], 4.2),
    lock([9.6, -9.6, 33], [-3.4, -15.8, 28], 3.8),
    lock([9.8, -4, 35.6], [-13, -9.4, 30], 4.8),
    lock([9.6, -9.4, 32.6], [14.2, -8.6, 23], 3.4),
  ]);
  return raised(blend(2, [cap(look, 6), sweep]), 0.7, strands(15, 0.7));
}

function spikyHair(look: HeadLook): Shape {
  const tips: Vec3[] = [
    [0, -13, 36],
    [-8, -11, 35],
    [8, -11, 35],
    [-13, -4, 34],
    [13, -4, 34],
    [0, -4, 41],
    [-7, 2, 40],
    [7, 2, 40],
    [0, 9, 39],
    [-12, 7, 35],
    [12, 7, 35],
    [-7, 15, 33],
    [7, 15, 33],
  ];
  const spike = (tip: Vec3) => {
    const root: Vec3 = [tip[0] * 0.62, tip[1] * 0.62 + 0.4, 20 + (tip[2] - 20) * 0.66];
    return limb(root, tip, 4.6, 0.8);
  };
  return blend(1.6, [cap(look, 6), ...tips.map(spike)]);
}

/** Bangs across the forehead. */
function fringe(z: number): Shape {
  const lock = (x: number) =>
    limb([x * 0.6, -9, z + 9.5], [x, -15.6 + Math.abs(x) * 0.22, z + 0.2 * Math.abs(x)], 3.6, 1.9);
  return blend(1.4, [-10.4, -6.2, -2, 2.2, 6.4, 10.4].map(lock));
}

/** Hair falling around the head down to `endZ`, open in front between the cheeks. */
function curtain(look: HeadLook, endZ: number, flare: number): Shape {
  const [rx, ry] = capSize(look);
  const middle = (20.6 + endZ) / 2;
  const fall = blend(6, [
    ellipsoid([0, 1.4, 20.6], [rx, ry, 17.9]),
    roundedBox([0, 4.6, middle - 1], [rx - 1 + flare, 11.6 + flare * 0.4, 20.6 - middle + 2.4], 9),
  ]);
  const front = blend(3, [
    ellipsoid([0, -15, 11.4], [13.4, 15.6, 14.4]),
    roundedBox([0, -16, -6], [12.2, 17.5, 18], 4),
  ]);
  return cut(fall, [front], 2);
}

function bobHair(look: HeadLook): Shape {
  const body = blend(2, [curtain(look, 1.5, 1.2), fringe(22.5)]);
  return raised(body, 0.7, strands(13, 0.7));
}

function longHair(look: HeadLook): Shape {
  const locks = join(
    [-1, 1].flatMap((side) => [
      limb([side * 3, -9, 35], [side * 13.4, -11.4, 25], 4.4, 3.2),
      limb([side * 13.8, -10.4, 25], [side * 15.6, -7.2, 6], 3.2, 3.4),
      limb([side * 15.6, -7.2, 6], [side * 14.6, -8, -8], 3.4, 1.6),
    ]),
  );
  const body = blend(2.6, [curtain(look, -13, 0.4), locks]);
  return raised(body, 0.8, strands(14, 0.8));
}

function tiedCap(look: HeadLook): Shape {
  const parting = blend(2.4, [
    limb([2, -10.6, 33.4], [-13.6, -10.2, 23.6], 4, 2.6),
    limb([2, -10.6, 33.4], [13.8, -9.8, 23.6], 4, 2.6),
  ]);
  return raised(blend(2.2, [cap(look, 6.5, -0.4), parting]), 0.6, strands(19, 0.6));
}

function ponytail(look: HeadLook): Shape {
  const tail = blend(3, [
    limb([0, 15.6, 30], [0, 22.4, 29], 3, 5.4),
    limb([0, 22.4, 29], [0, 26, 17], 5.4, 5.6),
    limb([0, 26, 17], [1.2, 23.6, 2], 5.6, 1.6),
  ]);
  return join([
    tiedCap(look),
    raised(tail, 0.7, (x, _y, z) => 0.35 * (1 + Math.sin(x * 2 + z * 0.25))),
  ]);
}

function bunHair(look: HeadLook): Shape {
  const bun = raised(
    ball([0, 5.6, 40.4], 7),
    0.7,
    (x, y, z) => 0.35 * (1 + Math.sin(3.4 * Math.atan2(x, y - 5.6) + (z - 40) * 1.1)),
  );
  return join([tiedCap(look), bun]);
}

/** Points spread evenly over a ball, by the golden angle. */
function spread(count: number): Vec3[] {
  return Array.from({ length: count }, (_, i): Vec3 => {
    const z = 1 - (2 * (i + 0.5)) / count;
    const around = i * 2.399963;
    const r = Math.sqrt(1 - z * z);
    return [r * Math.cos(around), r * Math.sin(around), z];
  });
}

/** Curls over the cap where the face and the nape are free. */
function curls(look: HeadLook, count: number, size: number, lift: number): Shape[] {
  const [rx, ry, rz] = capSize(look);
  return spread(count)
    .map(([x, y, z]): Vec3 => [x * (rx + lift), 1.1 + y * (ry + lift), 20.6 + z * (rz + lift)])
    .filter(([x, y, z]) => z > 11 - 0.3 * y && (y > -7 || z > 26) && Math.abs(x) < 30)
    .map((at, i) => ball(at, size * (0.86 + 0.28 * ((i * 0.618) % 1))));
}

const curlyHair = (look: HeadLook): Shape =>
  cluster(0.9, [cap(look, 7), ...curls(look, 150, 3.2, 0.2)]);

const afroHair = (look: HeadLook): Shape =>
  cluster(0.8, [cap(look, 7), ...curls(look, 190, 4, 3.6)]);

const STYLES: Record<Exclude<HairStyle, "bald">, (look: HeadLook) => Shape> = {
  short: shortHair,
  swept: sweptHair,
  spiky: spikyHair,
  bob: bobHair,
  long: longHair,
  ponytail,
  bun: bunHair,
  curly: curlyHair,
  afro: afroHair,
};

/** Hair in the head's frame; null for a bald head. Under a hat it ends at `underZ`. */
export function hairShape(style: HairStyle, look: HeadLook, underZ: number | null): Shape | null {
  if (style === "bald") return null;
  const hair = STYLES[style](look);
  return underZ === null ? hair : cut(hair, [halfSpace([0, 0, underZ], [0, 0, -1])], 1);
}
