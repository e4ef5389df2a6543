import { blend, grown, join } from "../implicit/combine.ts";
import { sheet, torus } from "../implicit/primitives.ts";
import { legShape, trouserShape, trunk } from "./body.ts";
import {
  band,
  bareArms,
  bareLegs,
  bareParts,
  boots,
  button,
  collar,
  cordOn,
  creased,
  cuff,
  fingerDetail,
  laces,
  patch,
  shoes,
  shorts,
  topShape,
  trousers,
} from "./clothes.ts";
import { shade } from "./face.ts";
import type { Outfit } from "./outfit.ts";
import { curve, flipped, lens, oval } from "./outlines.ts";
import { bodyPart, layer } from "./parts.ts";

/** A knitted sweater with ribbed hem and cuffs, jeans and sneakers. */
export const casual: Outfit = (s, c) => {
  const hemZ = s.crotchZ + (s.shoulderZ - s.crotchZ) * 0.14;
  const sweater = topShape(s, { extra: 0.7, sleeves: 0.97, hemZ });
  const rib = shade(c.top, -0.14);
  return layer({
    parts: [
      ...bareParts(s, c.skin),
      bodyPart("sweater", c.top, creased(sweater, 0.35)),
      bodyPart("rib", rib, band(grown(trunk(s), 0.7), hemZ - 0.4, hemZ + 3, 0.55), 0.8),
      bodyPart("cuffs", rib, join(s.arms.map((arm) => cuff(arm, 0.9, s.armRadius + 0.7, 1))), 0.8),
      bodyPart("collar", rib, collar(s, 1.3), 0.8),
      ...trousers(s, c.bottom),
      ...shoes(s, c.shoes, "#f7f6f2"),
      laces(s, "#f7f6f2"),
    ],
    details: [fingerDetail(s)],
  });
};

/** A hooded top with a pocket and cords, joggers and sneakers. */
export const hoodie: Outfit = (s, c) => {
  const high = s.shoulderZ - s.crotchZ;
  const hemZ = s.crotchZ + high * 0.1;
  const top = topShape(s, { extra: 1, sleeves: 0.97, hemZ });
  const dark = shade(c.top, -0.16);
  const w = s.chest.wide;
  const pocketZ = s.crotchZ + high * 0.28;
  const pocket = lens(
    curve([-w * 0.62, pocketZ - 3], [0, pocketZ + 9], [w * 0.62, pocketZ - 3]),
    curve([-w * 0.62, pocketZ - 3], [0, pocketZ - 3.6], [w * 0.62, pocketZ - 3]),
  );
  const hood = torus([0, 2.2, s.shoulderZ + 0.9], s.neckRadius * 1.35, 2.1);
  const cords = [-1, 1].map((side) =>
    cordOn(
      top,
      [
        [side * 2, s.shoulderZ - 3],
        [side * 2.3, s.shoulderZ - 7],
        [side * 2.2, s.shoulderZ - 10],
      ],
      0.7,
    ),
  );
  return layer({
    parts: [
      ...bareParts(s, c.skin),
      bodyPart("hoodie", c.top, blend(1.6, [creased(top, 0.35), hood])),
      bodyPart("rib", dark, band(grown(trunk(s), 1), hemZ - 0.4, hemZ + 2.8, 0.5), 0.8),
      bodyPart("cuffs", dark, join(s.arms.map((arm) => cuff(arm, 0.9, s.armRadius + 1, 1))), 0.8),
      bodyPart("cords", c.accent, join(cords), 0.5),
      ...trousers(s, c.bottom),
      ...shoes(s, c.shoes, "#f7f6f2"),
      laces(s, c.accent),
    ],
    patches: [patch("pocket", shade(c.top, -0.08), pocket, top, 0.5)],
    details: [
      fingerDetail(s),
      { what: "A cord", size: 1.4, at: [2.2, -s.chest.deep, s.shoulderZ - 7] },
    ],
  });
};

/** A jersey with short sleeves and a number, shorts, striped socks and boots. */
export const footballer: Outfit = (s, c) => {
  const high = s.shoulderZ - s.crotchZ;
  const hemZ = s.crotchZ + high * 0.12;
  const jersey = topShape(s, { extra: 0.8, sleeves: "short", hemZ, sleeveExtra: 1.2 });
  const stripe = (x: number) => {
    const low = hemZ + 0.4;
    const top = s.shoulderZ - high * 0.08;
    return [
      [x - 1.3, low],
      [x + 1.3, low],
      [x + 1.3, top],
      [x - 1.3, top],
    ] as [number, number][];
  };
  const socks = join(s.legs.map((leg) => legShape(s, { ...leg, root: leg.joint }, 0.35)));
  const w = s.chest.wide;
  return layer({
    parts: [
      ...bareParts(s, c.skin),
      ...bareArms(s, c.skin),
      ...bareLegs(s, c.skin),
      bodyPart("jersey", c.top, creased(jersey, 0.3)),
      bodyPart("collar", c.accent, collar(s, 0.95), 0.7),
      shorts(s, c.bottom),
      bodyPart("socks", c.top, socks),
      bodyPart(
        "sock-rims",
        c.accent,
        join(s.legs.map((leg) => cuff(leg, 0.12, s.legRadius + 0.5, 0.8))),
        0.7,
      ),
      ...shoes(s, c.shoes, shade(c.shoes, -0.35)),
      laces(s, "#f7f6f2"),
    ],
    patches: [-0.62, 0, 0.62].map((x, i) =>
      patch(`stripe-${i}`, c.accent, stripe(x * w), jersey, 0.3),
    ),
    details: [fingerDetail(s)],
  });
};

/** A leather jacket over a shirt, jeans and boots. */
export const musician: Outfit = (s, c) => {
  const high = s.shoulderZ - s.crotchZ;
  const hemZ = s.crotchZ + high * 0.2;
  const jacket = topShape(s, { extra: 1.1, sleeves: 0.96, hemZ });
  const opening = s.neckRadius * 0.95;
  const top = s.shoulderZ + 1;
  const shirt = [
    [-opening * 0.55, hemZ],
    [opening * 0.55, hemZ],
    [opening, top],
    [-opening, top],
  ] as [number, number][];
  const lapel = [
    [opening * 0.62, s.waistZ + high * 0.06],
    [opening * 2.05, s.shoulderZ - high * 0.16],
    [opening * 1.5, s.shoulderZ - high * 0.1],
    [opening * 1.62, top - 0.8],
    [opening * 0.95, top],
  ] as [number, number][];
  const dark = shade(c.top, 0.12);
  return layer({
    parts: [
      ...bareParts(s, c.skin),
      bodyPart("jacket", c.top, creased(jacket, 0.4)),
      bodyPart("jacket-hem", dark, band(grown(trunk(s), 1.1), hemZ - 0.4, hemZ + 2, 0.45), 0.8),
      bodyPart(
        "cuffs",
        dark,
        join(s.arms.map((arm) => cuff(arm, 0.9, s.armRadius + 1.1, 0.8))),
        0.8,
      ),
      bodyPart("collar", dark, collar(s, 1.3, -0.4), 0.8),
      ...trousers(s, c.bottom),
      ...boots(s, c.shoes, shade(c.shoes, -0.4), 0.42),
    ],
    patches: [
      patch("shirt", c.accent, shirt, jacket, 0.14),
      patch("left-lapel", dark, lapel, jacket, 0.75),
      patch("right-lapel", dark, flipped(lapel), jacket, 0.75),
    ],
    details: [fingerDetail(s)],
  });
};

/** A double-breasted white jacket, a neckerchief, an apron and clogs. */
export const chef: Outfit = (s, c) => {
  const high = s.shoulderZ - s.crotchZ;
  const hemZ = s.crotchZ + high * 0.06;
  const jacket = topShape(s, { extra: 0.9, sleeves: 0.96, hemZ });
  const w = s.chest.wide;
  const rows = [0.9, 0.76, 0.62].map((t) => s.crotchZ + high * t);
  const buttons = rows.flatMap((z) => [-0.3, 0.3].map((x) => button(jacket, x * w, z, 1.05)));
  const kerchief = blend(1, [collar(s, 1.5), button(jacket, 0, s.shoulderZ - 2.2, 1.7)]);
  const apronTop = s.crotchZ + high * 0.44;
  const apronLow = Math.max(s.soleZ + 5, s.crotchZ - 10);
  const reach = w * 1.02;
  const bulge = Math.max(s.chest.deep, s.hips.deep) + 1.5;
  const apron = sheet({
    lowMm: apronLow,
    highMm: apronTop,
    halfWidthAt: (z) => w * (0.98 - (0.1 * (apronTop - z)) / (apronTop - apronLow)),
    reachMm: reach,
    depthAt: (x, z) =>
      0.2 -
      bulge * Math.sqrt(1 - (x / (w * 1.3)) ** 2) -
      0.35 * Math.sin(x * 0.75) * ((apronTop - z) / (apronTop - apronLow)),
    depthMm: [-bulge - 1, 0],
    thickMm: 2.9,
  });
  return layer({
    parts: [
      ...bareParts(s, c.skin),
      bodyPart("jacket", c.top, creased(jacket, 0.3)),
      bodyPart(
        "cuffs",
        c.top,
        join(s.arms.map((arm) => cuff(arm, 0.88, s.armRadius + 0.9, 1.05))),
        0.8,
      ),
      bodyPart("neckerchief", c.accent, kerchief, 0.7),
      bodyPart("buttons", "#2b2f36", join(buttons), 0.5),
      bodyPart(
        "apron-band",
        shade(c.bottom, -0.2),
        band(grown(trunk(s), 1), apronTop - 0.6, apronTop + 1.2, 0.6),
        0.8,
      ),
      ...(s.seatZ > 0 ? [] : [bodyPart("apron", c.bottom, apron, 0.9)]),
      ...trousers(s, "#3a3f4a"),
      ...shoes(s, c.shoes, shade(c.shoes, -0.3)),
    ],
    details: [fingerDetail(s)],
  });
};

/** A long white coat over a shirt and tie, with a pocket and a stethoscope. */
export const doctor: Outfit = (s, c) => {
  const high = s.shoulderZ - s.crotchZ;
  const hemZ = s.crotchZ - (s.seatZ > 0 ? 0 : high * 0.26);
  const body = topShape(s, { extra: 1.1, sleeves: 0.96, hemZ: s.crotchZ });
  const w = s.chest.wide;
  const skirts = grown(trouserShape(s, 0.5), 0.9);
  const coat = blend(3, [body, band(skirts, hemZ, s.crotchZ + high * 0.3, 0.4)]);
  const opening = s.neckRadius;
  const shirt = [
    [0, s.waistZ + high * 0.02],
    [opening * 0.98, s.shoulderZ + 0.8],
    [-opening * 0.98, s.shoulderZ + 0.8],
  ] as [number, number][];
  const tie = [
    [0, s.waistZ + high * 0.08],
    [1.35, s.waistZ + high * 0.16],
    [0.75, s.shoulderZ - high * 0.06],
    [1.2, s.shoulderZ + 0.2],
    [-1.2, s.shoulderZ + 0.2],
    [-0.75, s.shoulderZ - high * 0.06],
    [-1.35, s.waistZ + high * 0.16],
  ] as [number, number][];
  const lapel = [
    [0.2, s.waistZ + high * 0.02],
    [opening * 1.9, s.shoulderZ - high * 0.22],
    [opening * 1.45, s.shoulderZ - high * 0.14],
    [opening * 1.6, s.shoulderZ - 0.4],
    [opening * 0.98, s.shoulderZ + 0.8],
  ] as [number, number][];
  const px = w * 0.52;
  const pz = s.crotchZ + high * 0.62;
  const pocket = [
    [px - 2.4, pz - 2.4],
    [px + 2.4, pz - 2.4],
    [px + 2.4, pz + 2],
    [px - 2.4, pz + 2],
  ] as [number, number][];
  const grey = shade(c.top, -0.09);
  const z = s.shoulderZ;
  const tube = cordOn(
    grown(coat, 0.4),
    [
      [-w * 0.5, z - 0.4],
      [-w * 0.46, z - high * 0.3],
      [-w * 0.34, z - high * 0.42],
      [-w * 0.2, z - high * 0.36],
    ],
    0.75,
  );
  const tubeLeft = cordOn(
    grown(coat, 0.4),
    [
      [w * 0.5, z - 0.4],
      [w * 0.48, z - high * 0.22],
      [w * 0.44, z - high * 0.32],
    ],
    0.75,
  );
  const around = torus([0, 0.9, z + 0.9], s.neckRadius * 1.25, 0.8);
  const disc = button(grown(coat, 0.5), -w * 0.2, z - high * 0.36, 1.7);
  return layer({
    parts: [
      ...bareParts(s, c.skin),
      bodyPart("coat", c.top, creased(coat, 0.35)),
      bodyPart(
        "cuffs",
        grey,
        join(s.arms.map((arm) => cuff(arm, 0.9, s.armRadius + 1.1, 0.8))),
        0.8,
      ),
      bodyPart("collar", c.bottom, collar(s, 1.05, -0.3), 0.8),
      bodyPart("stethoscope", "#2c333d", join([tube, tubeLeft, around]), 0.5),
      bodyPart("chest-piece", "#b9c0c8", disc, 0.5),
      bodyPart(
        "coat-buttons",
        shade(c.top, -0.3),
        join([0.34, 0.2].map((t) => button(coat, 0, s.crotchZ + high * t, 0.85))),
        0.5,
      ),
      ...trousers(s, shade(c.bottom, -0.55)),
      ...shoes(s, c.shoes, shade(c.shoes, -0.35)),
    ],
    patches: [
      patch("shirt", c.bottom, shirt, coat, 0.16),
      patch("tie", c.accent, tie, coat, 0.5),
      patch("left-lapel", grey, lapel, coat, 0.85),
      patch("right-lapel", grey, flipped(lapel), coat, 0.85),
      patch("pocket", grey, pocket, coat, 0.45),
      patch("badge", c.accent, oval([px, pz + 3.6], [1.1, 1.1]), coat, 0.45),
    ],
    details: [
      fingerDetail(s),
      { what: "The stethoscope's tube", size: 1.5, at: [-w * 0.46, -s.chest.deep, z - high * 0.3] },
    ],
  });
};
