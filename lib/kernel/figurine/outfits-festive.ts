import { blend, cut, grown, join } from "../implicit/combine.ts";
import { ball, ellipsoid, limb, roundedBox, torus } from "../implicit/primitives.ts";
import type { Shape } from "../implicit/shape.ts";
import type { Vec3 } from "../mesh.ts";
import { armShape, legShape, openEnd, trouserShape, trunk } from "./body.ts";
import {
  above,
  band,
  bareArms,
  bareLegs,
  bareParts,
  below,
  boots,
  button,
  collar,
  cuff,
  fingerDetail,
  patch,
  shoes,
  skirt,
  topShape,
  trousers,
} from "./clothes.ts";
import { mixColours, shade } from "./face.ts";
import { frontOf } from "./head.ts";
import type { Outfit } from "./outfit.ts";
import { curve, flipped, lens, oval, star } from "./outlines.ts";
import { bodyPart, layer } from "./parts.ts";
import { cape } from "./props.ts";
import type { Skeleton } from "./skeleton.ts";

type Corners = [number, number][];

/** A suit in one piece with trunks, belt, boots, gloves, an emblem and a cape. */
export const superhero: Outfit = (s, c) => {
  const high = s.shoulderZ - s.crotchZ;
  const muscle: Shape[] = [-1, 1].map((side) =>
    ellipsoid(
      [side * s.chest.wide * 0.42, -s.chest.deep * 0.5, s.crotchZ + high * 0.74],
      [s.chest.wide * 0.5, s.chest.deep * 0.56, high * 0.16],
    ),
  );
  const torso = blend(2, [
    topShape(s, { extra: 0.3, sleeves: 0.9, hemZ: s.crotchZ - 1 }),
    ...muscle,
  ]);
  const hips = grown(trouserShape(s, 0.3), 0.45);
  const trunks = cut(hips, [above(s.crotchZ + high * 0.3), below(s.crotchZ - 2.2)], 0.8);
  const beltZ = s.crotchZ + high * 0.32;
  const gloves = s.arms.map((arm) => armShape(s, { ...arm, root: arm.joint }, 0.75, 1));
  const gloved = gloves.map((glove, i) => {
    const arm = s.arms[i]!;
    return cut(glove, [ball(arm.joint, s.armRadius * 1.9)], 0.5);
  });
  const flares = s.arms.map((arm) => cuff(arm, 0.42, s.armRadius + 1, 0.95));
  const emblemAt: [number, number] = [0, s.crotchZ + high * 0.7];
  const size = s.chest.wide * 0.5;
  const shield = lens(
    curve(
      [-size, emblemAt[1] + size * 0.55],
      [0, emblemAt[1] + size * 1.05],
      [size, emblemAt[1] + size * 0.55],
    ),
    curve(
      [-size, emblemAt[1] + size * 0.55],
      [0, emblemAt[1] - size * 2.5],
      [size, emblemAt[1] + size * 0.55],
    ),
  );
  return layer({
    parts: [
      ...bareParts(s, c.skin, c.accent),
      bodyPart("suit", c.top, torso),
      bodyPart("tights", c.top, trouserShape(s, 0.3)),
      bodyPart("trunks", c.accent, trunks),
      bodyPart("belt", "#f2c230", band(torso, beltZ - 1.5, beltZ + 1.5, 0.8), 0.8),
      bodyPart("buckle", "#fbe08a", button(grown(torso, 0.6), 0, beltZ, 2.1), 0.6),
      bodyPart("gloves", c.accent, join([...gloved, ...flares]), 0.8),
      ...boots(s, c.shoes, shade(c.shoes, -0.3), 0.66),
      ...cape(s, c.bottom, {
        endZ: Math.max(s.seatZ > 0 ? s.seatZ + 1 : 4.6, 4.6),
        wide: s.chest.wide * 1.5,
        flow: s.seatZ > 0 ? 4 : 6.5,
      }),
    ],
    patches: [
      patch("emblem", "#f2c230", shield, torso, 0.5),
      patch(
        "emblem-star",
        c.accent,
        star([0, emblemAt[1] + size * 0.06], size * 0.58, size * 0.25),
        torso,
        0.8,
      ),
    ],
    details: [fingerDetail(s), { what: "The cape", size: 3, at: [0, s.chest.deep, s.waistZ] }],
  });
};

/** How low a gown's hem hangs: to the ground, or over the seat of one who sits. */
const gownEnd = (s: Skeleton, standing: number) => (s.seatZ > 0 ? s.crotchZ - 1 : standing);

/** A gown with wide sleeves, a stole, and a shirt collar. */
export const graduate: Outfit = (s, c) => {
  const high = s.shoulderZ - s.crotchZ;
  const bodice = topShape(s, { extra: 1.1, sleeves: "none", hemZ: s.crotchZ });
  const robe = skirt({
    topZ: s.shoulderZ - high * 0.3,
    endZ: gownEnd(s, s.soleZ + 3.2),
    top: [s.chest.wide * 0.98, s.chest.deep + 0.8],
    end: [s.hips.wide * 1.42, s.hips.deep * 1.5],
    folds: 13,
    foldDepth: 0.95,
    bow: 0.9,
  });
  const sleeves = s.arms.map((arm) =>
    openEnd(
      blend(2.4, [
        armShape(s, { ...arm, end: arm.joint, joint: arm.root }, 1.5),
        limb(arm.joint, arm.end, s.armRadius + 1.6, s.armRadius + 3),
      ]),
      arm,
      0.84,
    ),
  );
  const gown = blend(3, [bodice, robe, ...sleeves]);
  const w = s.chest.wide;
  const robeEnd = gownEnd(s, s.soleZ + 3.2);
  const stole = [
    [w * 0.16, s.shoulderZ - high * 0.36],
    [w * 0.22, Math.max(robeEnd + 2, s.crotchZ - high * 0.02)],
    [w * 0.6, Math.max(robeEnd + 1, s.crotchZ - high * 0.06)],
    [w * 0.66, s.shoulderZ - high * 0.34],
    [s.neckRadius * 1.5, s.shoulderZ + 1.4],
    [s.neckRadius * 0.75, s.shoulderZ + 1],
  ] as Corners;
  const trim = mixColours(c.accent, "#ffffff", 0.55);
  const hemZ = Math.max(robeEnd + 2, s.crotchZ - high * 0.02) + 2.2;
  const edge = [
    [w * 0.222, hemZ],
    [w * 0.597, hemZ - 0.3],
    [w * 0.6, hemZ + 1],
    [w * 0.219, hemZ + 1.3],
  ] as Corners;
  const shirt = [
    [0, s.shoulderZ - high * 0.3],
    [s.neckRadius * 0.9, s.shoulderZ + 1],
    [-s.neckRadius * 0.9, s.shoulderZ + 1],
  ] as Corners;
  return layer({
    parts: [
      ...bareParts(s, c.skin),
      ...bareArms(s, "#f6f4ef"),
      bodyPart("gown", c.top, gown),
      bodyPart("collar", "#f6f4ef", collar(s, 0.95), 0.7),
      bodyPart("trousers", c.bottom, trouserShape(s, 0.1)),
      ...shoes(s, c.shoes, shade(c.shoes, -0.4)),
    ],
    patches: [
      patch("shirt", "#f6f4ef", shirt, gown, 0.15),
      patch("left-stole", c.accent, stole, gown, 0.7),
      patch("right-stole", c.accent, flipped(stole), gown, 0.7),
      patch("left-trim", trim, edge, gown, 0.95),
      patch("right-trim", trim, flipped(edge), gown, 0.95),
    ],
    details: [fingerDetail(s)],
  });
};

/** A wedding gown: a fitted bodice, lace at the neck, a wide skirt with folds, and a sash. */
export const bride: Outfit = (s, c) => {
  const high = s.shoulderZ - s.crotchZ;
  const waistZ = s.crotchZ + high * 0.38;
  const bodice = cut(
    grown(trunk(s), 0.5),
    [above(s.shoulderZ - high * 0.2), below(waistZ - 3)],
    0.8,
  );
  const w = s.chest.wide;
  const end = gownEnd(s, 0);
  const gown = skirt({
    topZ: waistZ + 1,
    endZ: end,
    top: [w * 0.96, s.chest.deep * 0.98],
    end: s.seatZ > 0 ? [w * 1.5, s.chest.deep * 1.9] : [w * 1.95, w * 1.75],
    folds: 15,
    foldDepth: 1.2,
    bow: 0.72,
  });
  const hem = band(gown, end, end + 2.2, 0.45);
  const laceZ = s.shoulderZ - high * 0.2;
  const pearls = Array.from({ length: 17 }, (_, i): Vec3 => {
    const x = ((i - 8) / 8) * w * 0.72;
    return [x, frontOf(bodice, x, laceZ - 1.4) ?? -s.chest.deep * 0.8, laceZ - 1.1];
  });
  const straps = s.arms.map(({ side }) =>
    limb(
      [side * w * 0.56, -s.chest.deep * 0.78, laceZ - 1],
      [side * w * 0.5, 0.6, s.shoulderZ - 0.4],
      0.95,
    ),
  );
  const necklace = torus([0, -0.2, s.shoulderZ - 0.4], s.neckRadius * 1.3, 0.8);
  return layer({
    parts: [
      ...bareParts(s, c.skin),
      ...bareArms(s, c.skin),
      ...(s.seatZ > 0 ? bareLegs(s, c.skin) : []),
      bodyPart("shoulders", c.skin, trunk(s)),
      bodyPart("bodice", c.top, blend(1.2, [bodice, ...straps])),
      bodyPart("skirt", c.top, gown),
      bodyPart("hem", c.bottom, hem, 0.8),
      bodyPart("sash", c.accent, band(bodice, waistZ - 1.2, waistZ + 1.3, 0.65), 0.8),
      bodyPart("lace", "#ffffff", join(pearls.map((at) => ball(at, 0.95))), 0.5),
      bodyPart("necklace", "#f3efe6", necklace, 0.5),
      ...shoes(s, c.shoes, shade(c.shoes, -0.2)),
    ],
    details: [
      fingerDetail(s),
      { what: "The necklace", size: 1.6, at: [0, -s.neckRadius, s.shoulderZ] },
    ],
  });
};

/** A dinner jacket with satin lapels, a waistcoat, a bow tie and a flower. */
export const groom: Outfit = (s, c) => {
  const high = s.shoulderZ - s.crotchZ;
  const hemZ = s.crotchZ + high * 0.02;
  const jacket = topShape(s, { extra: 0.9, sleeves: 0.92, hemZ });
  const shirtCuffs = s.arms.map((arm) =>
    openEnd(armShape(s, { ...arm, root: arm.joint }, 0.35, 1), arm, 0.99),
  );
  const o = s.neckRadius;
  const closing = s.crotchZ + high * 0.42;
  const shirt = [
    [0, closing],
    [o * 0.98, s.shoulderZ + 1],
    [-o * 0.98, s.shoulderZ + 1],
  ] as Corners;
  const waistcoat = [
    [0, closing - 1],
    [o * 0.72, s.shoulderZ - high * 0.26],
    [o * 0.3, s.shoulderZ - high * 0.4],
    [0, s.shoulderZ - high * 0.32],
    [-o * 0.3, s.shoulderZ - high * 0.4],
    [-o * 0.72, s.shoulderZ - high * 0.26],
  ] as Corners;
  const vest = [
    waistcoat[0]!,
    waistcoat[1]!,
    [0, s.shoulderZ - high * 0.36],
    waistcoat[5]!,
  ] as Corners;
  const lapel = [
    [0.3, closing],
    [o * 1.75, s.shoulderZ - high * 0.24],
    [o * 1.98, s.shoulderZ - high * 0.14],
    [o * 1.55, s.shoulderZ - high * 0.12],
    [o * 1.45, s.shoulderZ + 0.4],
    [o * 0.98, s.shoulderZ + 1],
  ] as Corners;
  const satin = shade(c.top, -0.35);
  const bowZ = s.shoulderZ - 1.6;
  const bowY = (frontOf(jacket, 0, bowZ) ?? -s.chest.deep) - 0.5;
  const wing = (side: number) => ellipsoid([side * 2.3, bowY, bowZ], [2.3, 1, 1.6]);
  const bow = blend(0.4, [wing(-1), wing(1), ball([0, bowY - 0.2, bowZ], 1)]);
  const px = s.chest.wide * 0.56;
  const flowerZ = s.shoulderZ - high * 0.22;
  const buttons = [0.34, 0.22].map((t) => button(jacket, 0, s.crotchZ + high * t, 0.9));
  const kerchief = [
    [px - 2, flowerZ - 3.4],
    [px + 2, flowerZ - 3.4],
    [px + 1.7, flowerZ - 1.6],
    [px + 0.6, flowerZ - 2.4],
    [px - 0.4, flowerZ - 1.4],
    [px - 1.6, flowerZ - 2.2],
  ] as Corners;
  return layer({
    parts: [
      ...bareParts(s, c.skin),
      bodyPart("jacket", c.top, jacket),
      bodyPart("shirt-cuffs", "#fbfaf6", join(shirtCuffs), 0.8),
      bodyPart("shirt-collar", "#fbfaf6", collar(s, 1.1, -0.2), 0.7),
      bodyPart("bow-tie", c.accent, bow, 0.55),
      bodyPart(
        "flower",
        mixColours(c.accent, "#ffffff", 0.72),
        blend(0.4, petals(px, (frontOf(jacket, px, flowerZ) ?? -6) - 0.3, flowerZ + 0.6)),
        0.5,
      ),
      bodyPart("buttons", satin, join(buttons), 0.5),
      ...trousers(s, c.bottom),
      ...shoes(s, c.shoes, shade(c.shoes, -0.4)),
    ],
    patches: [
      patch("shirt", "#fbfaf6", shirt, jacket, 0.16),
      patch("waistcoat", mixColours(c.accent, c.top, 0.3), vest, jacket, 0.4),
      patch("left-lapel", satin, lapel, jacket, 0.85),
      patch("right-lapel", satin, flipped(lapel), jacket, 0.85),
      patch("kerchief", "#fbfaf6", kerchief, jacket, 0.5),
    ],
    details: [fingerDetail(s)],
  });
};

const petals = (x: number, y: number, z: number): Shape[] => [
  ball([x, y - 0.3, z], 0.8),
  ...[0, 1, 2, 3, 4].map((i) => {
    const a = (i / 5) * 2 * Math.PI + 0.3;
    return ball([x + 1.05 * Math.cos(a), y, z + 1.05 * Math.sin(a)], 0.85);
  }),
];

/** A padded suit with rings at the joints, a control panel, a backpack, gloves and boots. */
export const astronaut: Outfit = (s, c) => {
  const high = s.shoulderZ - s.crotchZ;
  const suit = topShape(s, { extra: 1.5, sleeves: 0.95, hemZ: s.crotchZ - 1, sleeveExtra: 1.3 });
  const legs = trouserShape(s, 1.1);
  const rings = [
    ...s.arms.flatMap((arm) => [
      cuff(arm, 0.9, s.armRadius + 1.7, 1),
      cuff(arm, 0.04, s.armRadius + 1.8, 0.9),
    ]),
    ...s.legs.flatMap((leg) => [
      cuff(leg, 0.06, s.legRadius + 1.5, 0.95),
      cuff(leg, 0.7, s.legRadius + 1.4, 0.95),
    ]),
  ];
  const z = s.crotchZ + high * 0.64;
  const y = (frontOf(suit, 0, z) ?? -s.chest.deep) + 0.4;
  const w = s.chest.wide;
  const panel = roundedBox([0, y, z], [w * 0.52, 1.7, high * 0.14], 0.6);
  const lights = (x: number, up: number, size: number) =>
    ellipsoid([x, y - 1.8, z + up], [size, 0.7, size]);
  const pack = roundedBox(
    [0, s.chest.deep + 2.6, s.crotchZ + high * 0.6],
    [w * 0.82, 3.8, high * 0.36],
    2,
  );
  const ring = torus([0, 0.2, s.shoulderZ + 0.9], s.neckRadius * 1.75, 1.6);
  const waist = s.crotchZ + high * 0.26;
  return layer({
    parts: [
      ...bareParts(s, c.skin, c.accent),
      bodyPart("suit", c.top, blend(3, [suit, legs])),
      bodyPart("rings", c.accent, join(rings), 0.8),
      bodyPart("neck-ring", "#aab3bd", ring, 0.8),
      bodyPart("belt", c.bottom, band(suit, waist - 1.3, waist + 1.3, 0.6), 0.8),
      bodyPart("backpack", c.bottom, pack),
      bodyPart("panel", "#3a434f", panel, 0.7),
      bodyPart("red-light", "#e5484d", lights(-w * 0.3, high * 0.04, 1.25), 0.5),
      bodyPart("green-light", "#46a758", lights(0, high * 0.04, 1.25), 0.5),
      bodyPart("yellow-light", "#f5c84c", lights(w * 0.3, high * 0.04, 1.25), 0.5),
      bodyPart(
        "dial",
        "#dfe6ee",
        join([-0.24, 0.24].map((x) => lights(x * w, -high * 0.06, 1.15))),
        0.5,
      ),
      ...boots(s, c.shoes, shade(c.shoes, -0.3), 0.34),
    ],
    patches: [
      patch("badge", c.accent, oval([w * 0.58, s.shoulderZ - high * 0.2], [1.9, 1.9]), suit, 0.5),
    ],
    details: [fingerDetail(s)],
  });
};

/** A party dress with short sleeves, a full skirt, a sash, tights and ballet shoes. */
export const princess: Outfit = (s, c) => {
  const high = s.shoulderZ - s.crotchZ;
  const waistZ = s.crotchZ + high * 0.4;
  const top = cut(topShape(s, { extra: 0.5, sleeves: "none", hemZ: waistZ - 3 }), [], 0.8);
  const puffs = s.arms.map((arm) =>
    ball([arm.root[0] + arm.side * 0.6, arm.root[1], arm.root[2] - 0.6], s.armRadius * 1.55),
  );
  const w = s.chest.wide;
  const end = s.seatZ > 0 ? s.crotchZ - 1 : s.soleZ + (s.crotchZ - s.soleZ) * 0.22;
  const gown = skirt({
    topZ: waistZ + 1,
    endZ: end,
    top: [w * 0.94, s.chest.deep],
    end: [w * 1.7, w * 1.55],
    folds: 12,
    foldDepth: 1.3,
    bow: 0.62,
  });
  const z = waistZ;
  const bowY = (frontOf(grown(top, 0.6), 0, z) ?? -s.chest.deep) - 0.4;
  const bow = blend(0.5, [
    ellipsoid([-2.6, bowY, z + 0.2], [2.6, 1.1, 1.9]),
    ellipsoid([2.6, bowY, z + 0.2], [2.6, 1.1, 1.9]),
    ball([0, bowY - 0.3, z], 1.3),
  ]);
  return layer({
    parts: [
      ...bareParts(s, c.skin),
      ...bareArms(s, c.skin),
      bodyPart("tights", "#fbf1ee", join(s.legs.map((leg) => legShape(s, leg)))),
      bodyPart("dress", c.top, top),
      bodyPart("sleeves", c.bottom, join(puffs), 0.9),
      bodyPart("collar", c.bottom, collar(s, 0.9, -0.6), 0.7),
      bodyPart("skirt", c.top, gown),
      bodyPart("hem", c.bottom, band(gown, end, end + 1.9, 0.45), 0.8),
      bodyPart("sash", c.accent, blend(0.6, [band(top, z - 1.3, z + 1.3, 0.6), bow]), 0.7),
      ...shoes(s, c.shoes, shade(c.shoes, -0.2)),
    ],
    details: [fingerDetail(s)],
  });
};
