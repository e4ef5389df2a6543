import { volumeOf } from "../measure/extent.ts";
import type { Mesh, Part, Quality, Vec3 } from "../mesh.ts";
import { type ClothMaker, clothPart, trimPart } from "./cloth-part.ts";
import { collarGrid, lapelGrid, neckPath, turtleneckGrid } from "./collar.ts";
import type { TrousersDesign } from "./design.ts";
import type { Laid, LaidSkirt } from "./laid.ts";
import { legGrid, legPoint, waistLine } from "./legs.ts";
import { patternOf } from "./pattern/pattern.ts";
import { panelCount } from "./pattern/skirt-pieces.ts";
import { pointOf, type Section, widened } from "./section.ts";
import { type Grid, gridOf } from "./sheet.ts";
import { skirtGrid } from "./skirt-panels.ts";
import { sleeveGrid } from "./sleeve.ts";
import { lifted, onHang, onTorso, outOf } from "./surface.ts";
import { neckEdge, type Torso } from "./torso.ts";
import { torsoGrid } from "./torso-panels.ts";
import { buttonMesh, facingOut, type OnCloth, ribbonMesh } from "./trim.ts";

/** One closed solid of a garment that is still to be made. */
export interface PlannedPart {
  name: string;
  make(): Part;
}

export interface Making {
  laid: Laid;
  maker: ClothMaker;
  /** Grid lines a decimetre. */
  perDm: number;
  quality: Quality;
}

const FRONT_OPEN = new Set(["buttons-front", "zip-front"]);
const QUARTER = Math.PI / 2;

const mirrored = (grid: Grid): Grid => ({
  ...grid,
  points: grid.points.map((value, i) => (i % 3 === 0 ? -value : value)),
  cloth: grid.cloth.map((value, i) => (i % 2 === 0 ? -value : value)),
});

function bodyParts({ maker, perDm }: Making, torso: Torso, closure: string): PlannedPart[] {
  const name = torso.hang ? "body" : "bodice";
  const panel = (label: string, side: "front" | "back", from: number, to: number): PlannedPart => ({
    name: `${label} ${name}`,
    make: () =>
      clothPart(
        `${label} ${name}`,
        torsoGrid(torso, { side, from, to }, { perDm }),
        side === "front" ? 1 : -1,
        maker,
      ),
  });
  const halves = (side: "front" | "back") => [
    panel(`left ${side}`, side, 0, 0.5),
    panel(`right ${side}`, side, 0.5, 1),
  ];
  return [
    ...(FRONT_OPEN.has(closure) ? halves("front") : [panel("front", "front", 0, 1)]),
    ...(closure === "zip-back" ? halves("back") : [panel("back", "back", 0, 1)]),
  ];
}

function sleeveParts({ laid, maker, perDm }: Making, torso: Torso): PlannedPart[] {
  const plan = patternOf(laid).sleeve;
  if (!plan) return [];
  const shape = laid.design.torso!.sleeveShape;
  const t = plan.lengthMm / laid.form.lengths.armMm;
  const grid = () =>
    sleeveGrid(
      torso,
      {
        shape,
        isCap: plan.isCap,
        lengthMm: plan.lengthMm,
        upperArmMm: plan.upperArmMm,
        hemMm: plan.hemMm,
        lean: 0.42 - 0.22 * t,
        fullness: plan.fullness,
      },
      perDm,
    );
  return [
    { name: "left sleeve", make: () => clothPart("left sleeve", grid(), 1, maker) },
    { name: "right sleeve", make: () => clothPart("right sleeve", mirrored(grid()), -1, maker) },
  ];
}

function neckParts({ laid, maker, perDm }: Making, torso: Torso): PlannedPart[] {
  const { collar, neckline } = laid.design.torso!;
  const cloth = (name: string, grid: () => Grid): PlannedPart => ({
    name,
    make: () => clothPart(name, grid(), 1, maker),
  });
  if (collar === "stand")
    return [
      cloth("stand collar", () =>
        collarGrid(torso, { standMm: 40, fallMm: 0, from: 0.012 }, perDm),
      ),
    ];
  if (collar === "shirt")
    return [
      cloth("collar", () => collarGrid(torso, { standMm: 34, fallMm: 66, from: 0.012 }, perDm)),
    ];
  if (collar === "lapel")
    return [
      cloth("collar", () => collarGrid(torso, { standMm: 32, fallMm: 70, from: 0.225 }, perDm)),
      cloth("left lapel", () => lapelGrid(torso, true, perDm)),
      cloth("right lapel", () => lapelGrid(torso, false, perDm)),
    ];
  if (neckline === "turtleneck") return [cloth("turtleneck", () => turtleneckGrid(torso, perDm))];
  const path = () => neckPath(torso, 160);
  return [
    {
      name: "neck binding",
      make: () =>
        trimPart(
          "neck binding",
          ribbonMesh(path(), { widthMm: 7, thicknessMm: 2.2, isClosed: true, liftMm: 0.4 }),
          maker,
        ),
    },
  ];
}

/** Where a skirt is cut into panels, and where it closes. */
function skirtParts(
  { maker, perDm, quality }: Making,
  { flare, hang, design }: LaidSkirt,
): PlannedPart[] {
  const around = quality === "final" ? 420 : 300;
  const panels = panelCount(flare);
  const step = (2 * Math.PI) / panels;
  const panel = (name: string, from: number, to: number): PlannedPart => ({
    name,
    make: () =>
      clothPart(name, skirtGrid(hang, flare, { name, from, to }, perDm * 0.8, around), 1, maker),
  });
  if (panels > 2)
    return Array.from({ length: panels }, (_, i) =>
      panel(`skirt panel ${i + 1}`, i * step, (i + 1) * step),
    );
  const opens = FRONT_OPEN.has(design.closure);
  return [
    ...(opens
      ? [panel("left front skirt", 0, QUARTER), panel("right front skirt", QUARTER, Math.PI)]
      : [panel("front skirt", 0, Math.PI)]),
    ...(design.closure === "zip-back"
      ? [
          panel("right back skirt", Math.PI, 3 * QUARTER),
          panel("left back skirt", 3 * QUARTER, 4 * QUARTER),
        ]
      : [panel("back skirt", Math.PI, 2 * Math.PI)]),
  ];
}

/** The middle of the front from the neck to the hem, as places on the outer cloth. */
export function frontLine({ torso, skirt }: Laid, count: number, angle = QUARTER): OnCloth[] {
  const places: OnCloth[] = [];
  if (torso) {
    const top = neckEdge(torso, "front")(0.5).z;
    for (let i = 0; i <= count; i++)
      places.push(onTorso(torso, { angle, z: top - 4 + (torso.waistZ - top + 4) * (i / count) }));
  }
  const hang = skirt?.hang ?? torso?.hang;
  const lengthMm = skirt?.flare.lengthMm ?? torso?.hang?.lengthMm ?? 0;
  if (hang)
    for (let i = 1; i <= count; i++)
      places.push(onHang(hang, angle, (lengthMm * i) / count - (i === count ? 1 : 0)));
  return places;
}

const pathLength = (path: readonly OnCloth[]) =>
  path
    .slice(1)
    .reduce(
      (sum, { at }, i) =>
        sum +
        Math.hypot(...([0, 1, 2].map((k) => at[k]! - path[i]!.at[k]!) as [number, number, number])),
      0,
    );

/** A place at a part of the way along a path. */
function along(path: readonly OnCloth[], share: number): OnCloth {
  const total = pathLength(path);
  let left = total * share;
  for (let i = 1; i < path.length; i++) {
    const a = path[i - 1]!;
    const b = path[i]!;
    const step = Math.hypot(b.at[0] - a.at[0], b.at[1] - a.at[1], b.at[2] - a.at[2]);
    if (left <= step || i === path.length - 1) {
      const t = Math.min(1, left / (step || 1));
      const at = [0, 1, 2].map((k) => a.at[k]! + (b.at[k]! - a.at[k]!) * t) as unknown as Vec3;
      return { at, out: a.out };
    }
    left -= step;
  }
  return path[0]!;
}

const body = (name: string, mesh: Mesh, colour: string): Part => ({
  name,
  role: "body",
  material: "resin-ivory",
  mesh: facingOut(mesh, volumeOf(mesh)),
  colour,
});

/** Buttons sit on a placket a little over the cloth. */
function buttonParts({ laid, maker }: Making): PlannedPart[] {
  const { design } = laid;
  const closure = design.torso?.closure ?? design.skirt?.closure;
  if (closure !== "buttons-front") return [];
  const count = design.torso?.buttons ?? design.skirt?.buttons ?? 0;
  const isCoat = design.kind === "coat";
  const path = () => frontLine(laid, 40);
  const diameterMm = isCoat ? 26 : 13;
  const colour = buttonColour(design.fabric.colour);
  const placket: PlannedPart = {
    name: "placket",
    make: () =>
      trimLike(
        "placket",
        ribbonMesh(path(), { widthMm: isCoat ? 62 : 26, thicknessMm: 1.6, liftMm: 1.2 }),
        maker,
      ),
  };
  const last = isCoat ? 0.62 : 0.94;
  const buttons = Array.from({ length: count }, (_, i) => ({
    name: `button ${i + 1}`,
    make: () => {
      const place = along(path(), 0.03 + ((last - 0.03) * i) / Math.max(1, count - 1));
      return body(
        `button ${i + 1}`,
        buttonMesh({ at: lifted(place, 2.2), out: place.out }, diameterMm),
        colour,
      );
    },
  }));
  return [placket, ...buttons];
}

/** A strip of the garment's own cloth. */
function trimLike(name: string, mesh: Mesh, maker: ClothMaker): Part {
  return trimPart(name, mesh, { ...maker, trim: maker.main });
}

const buttonColour = (cloth: string) =>
  Number.parseInt(cloth.slice(3, 5), 16) > 150 ? "#6b5238" : "#e6dcc8";

/** A ring around the waist as a path with outward directions. */
function waistPath(section: Section, z: number, count: number): OnCloth[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count;
    const at = pointOf(section, angle, z);
    const before = pointOf(section, angle - 0.01, z);
    const after = pointOf(section, angle + 0.01, z);
    const out: Vec3 = [-(after[1] - before[1]), after[0] - before[0], 0];
    const length = Math.hypot(out[0], out[1]) || 1;
    const sign = out[0] * at[0] + out[1] * (at[1] - section.middleMm) >= 0 ? 1 : -1;
    return { at, out: [(sign * out[0]) / length, (sign * out[1]) / length, 0] };
  });
}

function bandPart(
  name: string,
  { laid, maker }: Making,
  heightMm: number,
  isTrim: boolean,
): PlannedPart {
  return {
    name,
    make: () => {
      const { legs, torso, form, skirt } = laid;
      const z = legs
        ? legs.topZ - heightMm / 2
        : form.levels.waistMm + (skirt && !torso ? heightMm / 2 - 4 : 0);
      const at = legs
        ? waistLine(form, legs, z)
        : torso
          ? torso.sectionAt(z)
          : skirt!.hang.ring(0).section;
      const path = waistPath(widened(at, isTrim ? 1.4 : 0.8), z, 140);
      const mesh = ribbonMesh(path, {
        widthMm: heightMm,
        thicknessMm: isTrim ? 3 : 2.2,
        isClosed: true,
        liftMm: 0.8,
      });
      return isTrim ? trimPart(name, mesh, maker) : trimLike(name, mesh, maker);
    },
  };
}

/** A buckle: a rounded frame in front of the belt. */
function bucklePart({ laid }: Making, heightMm: number): PlannedPart {
  return {
    name: "buckle",
    make: () => {
      const { torso, form } = laid;
      const z = form.levels.waistMm;
      const front = onTorso(torso!, { angle: QUARTER, z });
      const w = heightMm * 0.62;
      const h = heightMm * 0.62;
      const path = Array.from({ length: 40 }, (_, i) => {
        const a = (2 * Math.PI * i) / 40;
        const c = Math.sign(Math.cos(a)) * Math.abs(Math.cos(a)) ** 0.4 * w;
        const s = Math.sign(Math.sin(a)) * Math.abs(Math.sin(a)) ** 0.4 * h;
        return { at: [c, front.at[1] - 5.5, z + s] as Vec3, out: [0, -1, 0] as Vec3 };
      });
      return body(
        "buckle",
        ribbonMesh(path, { widthMm: 4.5, thicknessMm: 3.4, isClosed: true }),
        "#cbb27a",
      );
    },
  };
}

/** A wrap front: its edge over the bodice and the skirt, and the bow that ties it. */
function wrapParts({ laid, maker }: Making): PlannedPart[] {
  const { torso, skirt, form, design } = laid;
  if (design.torso?.closure !== "wrap" || !torso) return [];
  const strip = (name: string, path: () => OnCloth[], widthMm: number): PlannedPart => ({
    name,
    make: () =>
      trimLike(name, ribbonMesh(path(), { widthMm, thicknessMm: 1.8, liftMm: 0.9 }), maker),
  });
  const low = neckEdge(torso, "front")(0.5).z;
  const endAngle = 0.34;
  const over = () =>
    Array.from({ length: 30 }, (_, i) => {
      const t = i / 29;
      return onTorso(torso, {
        angle: QUARTER + (endAngle - QUARTER) * t ** 0.9,
        z: low + 6 + (torso.waistZ + 2 - low - 6) * t,
      });
    });
  const hang = skirt?.hang ?? torso.hang;
  const lengthMm = hang?.lengthMm ?? 0;
  const down = () =>
    Array.from({ length: 36 }, (_, i) =>
      onHang(hang!, endAngle + 0.16 * (i / 35), 2 + (lengthMm - 3) * (i / 35)),
    );
  const bow = design.beltMm > 0 ? bowParts(torso, form.levels.waistMm, endAngle, maker) : [];
  return [
    strip("wrap edge", over, 16),
    ...(hang ? [strip("skirt wrap edge", down, 16)] : []),
    ...bow,
  ];
}

function bowParts(torso: Torso, z: number, angle: number, maker: ClothMaker): PlannedPart[] {
  const knot = () => onTorso(torso, { angle, z });
  const strip = (
    name: string,
    shape: (t: number) => readonly [across: number, up: number, out: number],
    widthMm: number,
  ): PlannedPart => ({
    name,
    make: () => {
      const { at, out } = knot();
      const side: Vec3 = [out[1], -out[0], 0];
      const path = Array.from({ length: 24 }, (_, i) => {
        const [a, u, o] = shape(i / 23);
        const p: Vec3 = [
          at[0] + side[0] * a + out[0] * o,
          at[1] + side[1] * a + out[1] * o,
          at[2] + u,
        ];
        return { at: p, out };
      });
      return trimPart(name, ribbonMesh(path, { widthMm, thicknessMm: 1.6 }), maker);
    },
  });
  return [
    strip(
      "tie 1",
      (t) => [14 + 26 * t + 5 * Math.sin(5 * t), -8 - 250 * t, 7 + 6 * Math.sin(3 * t)],
      26,
    ),
    strip(
      "tie 2",
      (t) => [-10 - 22 * t + 5 * Math.sin(4 * t + 1), -8 - 205 * t, 8 + 7 * Math.sin(3.4 * t)],
      26,
    ),
    strip(
      "bow 1",
      (t) => [
        8 + 62 * Math.sin(Math.PI * t),
        -4 + 22 * Math.sin(2 * Math.PI * t),
        10 + 8 * Math.sin(Math.PI * t),
      ],
      22,
    ),
    strip(
      "bow 2",
      (t) => [
        -8 - 62 * Math.sin(Math.PI * t),
        -4 + 22 * Math.sin(2 * Math.PI * t),
        10 + 8 * Math.sin(Math.PI * t),
      ],
      22,
    ),
    strip("knot", (t) => [-12 + 24 * t, 0, 19 - 10 * (2 * t - 1) ** 2], 24),
  ];
}

/** Pockets on hanging cloth below the waist. */
function pocketParts({ laid, maker }: Making): PlannedPart[] {
  const pockets = laid.design.torso?.pockets ?? "none";
  const hang = laid.torso?.hang;
  if (pockets === "none" || !hang || hang.lengthMm < 260) return [];
  const at = (isLeft: boolean) => (isLeft ? 0.82 : Math.PI - 0.82);
  const pocket = (isLeft: boolean): PlannedPart => {
    const name = `${isLeft ? "left" : "right"} pocket`;
    return {
      name,
      make: () => {
        if (pockets === "patch")
          return clothPart(name, patchGrid(hang, at(isLeft), 105, 180, 0.34), 1, maker);
        const lean = isLeft ? -0.07 : 0.07;
        const path = Array.from({ length: 12 }, (_, i) =>
          onHang(hang, at(isLeft) + lean * (i / 11 - 0.5) * 2, 70 + 150 * (i / 11)),
        );
        return trimLike(name, ribbonMesh(path, { widthMm: 26, thicknessMm: 2, liftMm: 1 }), maker);
      },
    };
  };
  return [pocket(true), pocket(false)];
}

function patchGrid(
  hang: NonNullable<Torso["hang"]>,
  angle: number,
  topMm: number,
  heightMm: number,
  wide: number,
): Grid {
  const rows = 12;
  const columns = 12;
  return gridOf(rows, columns, (row, column) => {
    const t = row / rows;
    const corner = t > 0.88 ? 1 - 0.12 * ((t - 0.88) / 0.12) ** 2 : 1;
    const a = angle + (column / columns - 0.5) * wide * corner;
    const edge = row === 0 || row === rows || column === 0 || column === columns ? 0.6 : 0;
    const d = topMm + heightMm * t;
    return {
      point: lifted(onHang(hang, a, d), 2.6 - edge),
      cloth: [(column / columns - 0.5) * 170, d],
    };
  });
}

function trouserParts(making: Making): PlannedPart[] {
  const { laid, maker, perDm } = making;
  const { legs, form, design } = laid;
  if (!legs) return [];
  const panel = (side: "front" | "back", isLeft: boolean): PlannedPart => {
    const name = `${isLeft ? "left" : "right"} ${side} leg`;
    const isOutward = (side === "front") === isLeft;
    return {
      name,
      make: () =>
        clothPart(name, legGrid(form, legs, side, isLeft, perDm), isOutward ? 1 : -1, maker),
    };
  };
  return [
    panel("front", true),
    panel("front", false),
    panel("back", true),
    panel("back", false),
    bandPart("waistband", making, design.trousers!.waistbandMm, false),
    ...trouserDetails(making, design.trousers!),
  ];
}

/** Pocket edges, fly and button of trousers, on the cloth of the fronts. */
function trouserDetails({ laid, maker }: Making, design: TrousersDesign): PlannedPart[] {
  const legs = laid.legs!;
  const { waistbandMm, pockets, closure } = design;
  const low = legs.riseMm * 0.6;
  const strip = (
    name: string,
    isLeft: boolean,
    way: (t: number) => readonly [u: number, down: number],
    widthMm: number,
  ): PlannedPart => ({
    name,
    make: () => {
      const on = onLegs(laid, isLeft);
      const path = Array.from({ length: 16 }, (_, i) => {
        const [u, down] = way(i / 15);
        return on(u, legs.topZ - down);
      });
      return trimLike(name, ribbonMesh(path, { widthMm, thicknessMm: 1.2, liftMm: 0.7 }), maker);
    },
  });
  const pocket = (isLeft: boolean) =>
    strip(
      `${isLeft ? "left" : "right"} pocket edge`,
      isLeft,
      (t) => [0.46 - 0.38 * t ** 0.8, waistbandMm + 2 + (low - waistbandMm) * t],
      9,
    );
  const buttonZ = legs.topZ - waistbandMm / 2;
  return [
    ...(pockets === "seam" ? [pocket(true), pocket(false)] : []),
    ...(closure === "zip-front"
      ? [strip("fly", true, (t) => [0.8 + 0.17 * t ** 5, waistbandMm + 2 + low * t], 4)]
      : []),
    {
      name: "waistband button",
      make: () => {
        const { at, out } = onLegs(laid, true)(0.97, buttonZ);
        return body(
          "waistband button",
          buttonMesh({ at: lifted({ at, out }, 3), out }, 15),
          "#a8763e",
        );
      },
    },
  ];
}

function onLegs({ form, legs }: Laid, isLeft: boolean) {
  const at = legPoint(form, legs!);
  const mirror = isLeft ? 1 : -1;
  return (u: number, z: number): OnCloth =>
    outOf(
      (a, b) => {
        const [x, y] = at("front", a, b);
        return [x * mirror, y, b];
      },
      u,
      z,
      0.01,
      -3,
      8,
    );
}

/** Every closed solid of a garment, in the order of making. */
export function planParts(making: Making): PlannedPart[] {
  const { laid } = making;
  const { torso, skirt, design } = laid;
  const closure = design.torso?.closure ?? "none";
  const band = design.skirt && !torso ? design.skirt.waistbandMm : 0;
  return [
    ...(torso
      ? [
          ...bodyParts(making, torso, closure),
          ...sleeveParts(making, torso),
          ...neckParts(making, torso),
        ]
      : []),
    ...(skirt ? skirtParts(making, skirt) : []),
    ...trouserParts(making),
    ...buttonParts(making),
    ...wrapParts(making),
    ...pocketParts(making),
    ...(band > 0 ? [bandPart("waistband", making, band, false)] : []),
    ...(design.beltMm > 0 && torso ? [bandPart("belt", making, design.beltMm, true)] : []),
    ...(design.beltMm > 0 && torso && closure !== "wrap"
      ? [bucklePart(making, design.beltMm)]
      : []),
  ];
}
