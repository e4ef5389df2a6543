import type { Shape } from "../implicit/shape.ts";
import type { Point2 } from "../solid/kernel.ts";
import { curve, flipped, lens, oval, stroke } from "./outlines.ts";
import type { Colour, Patch } from "./parts.ts";

export type EyeStyle = "round" | "dots" | "happy" | "sleepy";
export type MouthStyle = "smile" | "laugh" | "calm" | "smirk";
export type BrowStyle = "soft" | "straight" | "thick" | "fine";

/** How a face is drawn. */
export interface FaceLook {
  eyes: EyeStyle;
  eyeColour: Colour;
  brows: BrowStyle;
  mouth: MouthStyle;
  hasLashes: boolean;
  hasBlush: boolean;
  hasFreckles: boolean;
  skin: Colour;
  hair: Colour;
}

/** Where features lie in the head's frame: (x, z) of the left eye, of the mouth. */
export const EYE_AT: Point2 = [6.5, 17];
export const MOUTH_AT: Point2 = [0, 8.1];

const INK = "#2a1c1a";
const WHITE = "#fbfaf7";
const LIPS = "#a8433f";
const THROAT = "#6e1f24";
const TONGUE = "#e07a76";

interface Mark {
  name: string;
  colour: Colour;
  outline: Point2[];
  raise: number;
}

const mark = (name: string, colour: Colour, outline: Point2[], raise: number): Mark => ({
  ...{ name, colour, outline, raise },
});

/** A mark and its twin on the other side of the face. */
const pair = (one: Mark): Mark[] => [
  { ...one, name: `${one.name}-left` },
  { ...one, name: `${one.name}-right`, outline: flipped(one.outline) },
];

const at = ([x, z]: Point2, dx: number, dz: number): Point2 => [x + dx, z + dz];

/** A colour moved towards black (below 0) or towards white. */
export function shade(colour: Colour, by: number): Colour {
  const target = by < 0 ? 0 : 255;
  const channel = (from: number) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16);
    return Math.round(value + (target - value) * Math.abs(by))
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** Eyeball, iris, pupil and glints; the glints lie on the same side of both eyes. */
function roundEyes({ eyeColour }: FaceLook, open: number): Mark[] {
  const glints = [-1, 1].flatMap((side) => [
    mark(
      `glint-${side}`,
      WHITE,
      oval([side * EYE_AT[0] + 0.75, EYE_AT[1] + 0.95], [0.72, 0.78], 0, 20),
      0.4,
    ),
    mark(
      `spark-${side}`,
      WHITE,
      oval([side * EYE_AT[0] - 0.75, EYE_AT[1] - 0.95], [0.4, 0.42], 0, 16),
      0.4,
    ),
  ]);
  return [
    ...pair(mark("eyeball", WHITE, oval(EYE_AT, [2.75, 3.25 * open]), 0.14)),
    ...pair(mark("iris", eyeColour, oval(at(EYE_AT, -0.25, -0.1), [2, 2.5 * open]), 0.22)),
    ...pair(mark("pupil", INK, oval(at(EYE_AT, -0.25, -0.1), [1.2, 1.6 * open], 0, 28), 0.3)),
    ...glints,
  ];
}

/** The dark line of the upper lid, with lashes where asked. */
function lids({ hasLashes }: FaceLook, open: number): Mark[] {
  const high = 3.4 * open;
  const line = curve(
    at(EYE_AT, -2.8, high * 0.35),
    at(EYE_AT, 0, high * 1.66),
    at(EYE_AT, 2.9, high * 0.3),
  );
  const lid = stroke(line, (t) => 0.2 + 0.32 * Math.sin(Math.PI * Math.min(1, t * 0.72 + 0.18)));
  const lash = (dx: number, dz: number, tipX: number, tipZ: number) =>
    stroke([at(EYE_AT, dx, dz), at(EYE_AT, tipX, tipZ)], (t) => 0.38 - 0.2 * t);
  const lashes = hasLashes
    ? [
        ...pair(mark("lash-outer", INK, lash(2.4, high * 0.5, 3.9, high * 0.84), 0.34)),
        ...pair(mark("lash-upper", INK, lash(1.7, high * 0.82, 2.8, high * 1.28), 0.34)),
      ]
    : [];
  return [...pair(mark("lid", INK, lid, 0.34)), ...lashes];
}

function dotEyes(): Mark[] {
  const glints = [-1, 1].map((side) =>
    mark(
      `glint-${side}`,
      WHITE,
      oval([side * EYE_AT[0] + 0.55, EYE_AT[1] + 0.85], [0.6, 0.66], 0, 20),
      0.36,
    ),
  );
  return [...pair(mark("eye", INK, oval(EYE_AT, [1.75, 2.35]), 0.26)), ...glints];
}

function happyEyes(): Mark[] {
  const line = curve(at(EYE_AT, -2.6, -0.9), at(EYE_AT, 0, 3.4), at(EYE_AT, 2.6, -0.9));
  return pair(
    mark(
      "eye",
      INK,
      stroke(line, () => 0.52),
      0.28,
    ),
  );
}

function eyeMarks(look: FaceLook): Mark[] {
  if (look.eyes === "dots") return dotEyes();
  if (look.eyes === "happy") return happyEyes();
  const open = look.eyes === "sleepy" ? 0.72 : 1;
  return [...roundEyes(look, open), ...lids(look, open)];
}

/** Half width of a brow, its rise in the middle and its slant. */
const BROWS: Record<BrowStyle, { half: number; rise: number; slant: number }> = {
  soft: { half: 0.62, rise: 1.5, slant: -0.2 },
  straight: { half: 0.68, rise: 0.6, slant: 0.5 },
  thick: { half: 0.95, rise: 1.2, slant: 0.2 },
  fine: { half: 0.45, rise: 1.8, slant: -0.3 },
};

function browMarks({ brows, hair }: FaceLook): Mark[] {
  const { half, rise, slant } = BROWS[brows];
  const base = at(EYE_AT, 0.1, 5.2);
  const line = curve(at(base, -2.8, -slant), at(base, 0.4, rise * 2), at(base, 3.1, -0.7 + slant));
  const width = (t: number) => half * (0.55 + 0.6 * Math.sin(Math.PI * (0.28 + 0.6 * t)));
  return pair(mark("brow", shade(hair, -0.25), stroke(line, width), 0.3));
}

function laughMarks(): Mark[] {
  const [x, z] = MOUTH_AT;
  const upper = curve([x - 4.4, z + 1.2], [x, z + 0.4], [x + 4.4, z + 1.2]);
  const lower = curve([x - 4.4, z + 1.2], [x, z - 5.6], [x + 4.4, z + 1.2]);
  const teeth = curve([x - 3.9, z + 0.55], [x, z - 1.2], [x + 3.9, z + 0.55]);
  const top = curve([x - 4.0, z + 0.95], [x, z + 0.42], [x + 4.0, z + 0.95]);
  return [
    mark("mouth", THROAT, lens(upper, lower), 0.14),
    mark("tongue", TONGUE, oval([x, z - 1.5], [1.7, 0.72]), 0.2),
    mark("teeth", WHITE, lens(top, teeth), 0.24),
  ];
}

function mouthMarks({ mouth }: FaceLook): Mark[] {
  const [x, z] = MOUTH_AT;
  if (mouth === "laugh") return laughMarks();
  const bow = { smile: [3.7, -1.7, 0], calm: [2.3, -0.3, 0], smirk: [3.1, -0.9, 0.8] } as const;
  const [half, sag, lift] = bow[mouth];
  const line = curve([x - half, z + 0.5], [x, z + sag * 1.25], [x + half, z + 0.5 + lift]);
  const width = (t: number) => 0.32 + 0.26 * Math.sin(Math.PI * t);
  return [mark("mouth", LIPS, stroke(line, width), 0.26)];
}

function cheekMarks({ hasBlush, hasFreckles, skin }: FaceLook): Mark[] {
  const rosy = mixColours(skin, "#f0736c", 0.42);
  const blush = hasBlush ? pair(mark("blush", rosy, oval([9.6, 11.4], [2.5, 1.65]), 0.1)) : [];
  const spots: Point2[] = [
    [4.4, 13.1],
    [6, 12.4],
    [7.6, 13.2],
    [5.2, 11.6],
    [6.9, 11.1],
  ];
  const freckles = hasFreckles
    ? spots.flatMap((spot, i) =>
        pair(mark(`freckle-${i}`, shade(skin, -0.3), oval(spot, [0.4, 0.36], 0, 12), 0.16)),
      )
    : [];
  return [...blush, ...freckles];
}

/** Two colours mixed as numbers, `share` of the second. */
export function mixColours(a: Colour, b: Colour, share: number): Colour {
  const channel = (from: number) => {
    const [u, v] = [a, b].map((colour) => Number.parseInt(colour.slice(from, from + 2), 16));
    return Math.round(u! + (v! - u!) * share)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** Eyes, brows, mouth and cheeks as patches of colour on a face, in the head's frame. */
export function facePatches(look: FaceLook, onto: Shape): Patch[] {
  const marks = [...cheekMarks(look), ...mouthMarks(look), ...eyeMarks(look), ...browMarks(look)];
  return marks.map(({ name, colour, outline, raise }) => ({
    ...{ name, colour, outline, onto, raise },
    half: "head" as const,
    root: 0.9,
  }));
}
