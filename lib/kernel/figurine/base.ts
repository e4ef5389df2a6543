import type { Box, Vec3 } from "../mesh.ts";
import type { Solid, SolidKernel } from "../solid/kernel.ts";
import { boldSection, contoursOf, sectionOf } from "../solid/section.ts";
import { type FontId, getFont } from "../text/fonts.ts";
import { textOutlines } from "../text/text-outlines.ts";
import { coloured, type FaceColours } from "./fuse.ts";
import { heart } from "./outlines.ts";
import type { Colour } from "./parts.ts";

export type BaseShape = "round" | "square" | "heart" | "none";

export interface BaseDesign {
  shape: BaseShape;
  colour: Colour;
  /** Written on a plate in front; none where empty. */
  name: string;
  font: FontId;
  letterColour: Colour;
}

/** Where a base and its plate lie, mm. */
export interface BasePlan {
  shape: Exclude<BaseShape, "none">;
  centre: readonly [number, number];
  radiusMm: number;
  thickMm: number;
  plate: PlatePlan | null;
}

export interface PlatePlan {
  halfWidthMm: number;
  highMm: number;
  /** Of its front at the foot, y. */
  frontMm: number;
  deepMm: number;
  capMm: number;
}

/** The thinnest a base is made, mm, and its share of the figurine's height. */
const THICK_MM = 2.6;
const THICK_SHARE = 0.042;
/** Of its height, so that a large head does not tip it over. */
const STEADY_SHARE = 0.21;

export const baseThickness = (heightMm: number) => Math.max(THICK_MM, THICK_SHARE * heightMm);

/** The base under a figure whose feet take `feet` (mm), for a figurine of `heightMm`. */
export function planBase(
  { shape, name, font }: BaseDesign,
  feet: Box,
  heightMm: number,
): BasePlan | null {
  if (shape === "none") return null;
  const [wide, deep] = [feet.max[0] - feet.min[0], feet.max[1] - feet.min[1]];
  const margin = 0.032 * heightMm;
  const reach = shape === "square" ? Math.max(wide, deep) / 2 : Math.hypot(wide, deep) / 2.15;
  const radiusMm = Math.max(reach + margin, STEADY_SHARE * heightMm);
  const centre = [(feet.min[0] + feet.max[0]) / 2, (feet.min[1] + feet.max[1]) / 2] as const;
  const thickMm = baseThickness(heightMm);
  const base = { shape, centre, radiusMm, thickMm };
  return { ...base, plate: name.trim() === "" ? null : planPlate(name, font, base, heightMm) };
}

/** The plate is as wide as the name needs; a long name gets smaller letters. */
function planPlate(
  name: string,
  font: FontId,
  base: Omit<BasePlan, "plate">,
  heightMm: number,
): PlatePlan {
  const most = base.radiusMm * 1.7;
  const wished = Math.max(3, 0.052 * heightMm);
  const { advanceMm } = textOutlines(name, getFont(font), { heightMm: wished });
  const capMm = Math.min(wished, (wished * most) / Math.max(advanceMm, 0.1));
  const width = (advanceMm * capMm) / wished;
  const highMm = Math.max(base.thickMm + 1.2, capMm * 1.75);
  const deepMm = highMm * 0.55 + 1.6;
  const halfWidthMm = Math.max(width / 2 + capMm * 0.7, base.radiusMm * 0.5);
  const inset =
    base.shape === "round"
      ? base.radiusMm - Math.sqrt(Math.max(0, base.radiusMm ** 2 - halfWidthMm ** 2))
      : 0;
  const front =
    base.centre[1] - frontOfBase(base) + Math.min(inset, base.radiusMm * 0.42) - deepMm * 0.8;
  return { halfWidthMm, highMm, frontMm: front, deepMm, capMm };
}

const HEART_GROW = 1.34;

/** How far a base reaches to the front of its centre. */
const frontOfBase = ({ shape, radiusMm }: Pick<BasePlan, "shape" | "radiusMm">) =>
  shape === "heart" ? radiusMm * 0.78 : radiusMm;

const EDGE_MM = 0.8;

function roundBase(
  kernel: SolidKernel,
  { radiusMm: r, thickMm: h }: BasePlan,
  segments: number,
): Solid {
  const edge = Math.min(EDGE_MM, h * 0.3);
  const arc = Array.from({ length: 7 }, (_, i) => {
    const a = (i / 6) * (Math.PI / 2);
    return [r - edge + edge * Math.cos(a), h - edge + edge * Math.sin(a)] as const;
  });
  return kernel.revolve([[0, 0], [r - 0.35, 0], [r, 0.35], ...arc, [0, h]], segments);
}

/** A prism with a bevelled upper edge. */
function bevelled(
  kernel: SolidKernel,
  outline: readonly (readonly [number, number])[],
  h: number,
): Solid {
  const section = kernel.wasm.CrossSection.ofPolygons([
    outline.map(([x, y]): [number, number] => [x, y]),
  ]);
  const layers = [0, 0.25, 0.55, EDGE_MM].map((inset, i) => {
    const shrunk = inset === 0 ? section : section.offset(-inset, "Round", 2, 64);
    return kernel.extrude(contoursOf(shrunk), h - EDGE_MM + [0, 0.42, 0.66, EDGE_MM][i]!);
  });
  return kernel.union(layers);
}

function squareOutline(r: number): (readonly [number, number])[] {
  const round = r * 0.22;
  return [0, 1, 2, 3].flatMap((quarter) =>
    Array.from({ length: 9 }, (_, i) => {
      const a = quarter * (Math.PI / 2) + (i / 8) * (Math.PI / 2);
      const [sx, sy] = [
        [1, 1],
        [-1, 1],
        [-1, -1],
        [1, -1],
      ][quarter]! as [number, number];
      return [
        sx * (r - round) + round * Math.cos(a),
        sy * (r - round) + round * Math.sin(a),
      ] as const;
    }),
  );
}

function plainBase(kernel: SolidKernel, plan: BasePlan, segments: number): Solid {
  const { shape, radiusMm, thickMm } = plan;
  if (shape === "round") return roundBase(kernel, plan, segments);
  if (shape === "square") return bevelled(kernel, squareOutline(radiusMm), thickMm);
  return bevelled(kernel, heart([0, radiusMm * 0.06], radiusMm * HEART_GROW, 96), thickMm);
}

/** A desk sign: a prism whose face leans back, its profile in (y, z) drawn out along x. */
function plateBody(
  kernel: SolidKernel,
  { halfWidthMm, highMm, frontMm, deepMm }: PlatePlan,
): Solid {
  const profile = [
    [0, 0],
    [deepMm, 0],
    [deepMm, highMm],
    [deepMm - 1.6, highMm],
    [0, 0.9],
  ] as const;
  const block = kernel.extrude([profile], 2 * halfWidthMm, { center: true });
  const upright = kernel.transform(block, [0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1]);
  return kernel.translate(upright, [0, frontMm, 0]);
}

/** Least stroke of a letter, mm. */
const STROKE_MM = 0.5;
const LETTER_RAISE_MM = 0.6;

function plateLetters(kernel: SolidKernel, plan: PlatePlan, { name, font }: BaseDesign): Solid {
  const face = getFont(font);
  const { contours, scale } = textOutlines(name, face, { heightMm: plan.capMm });
  const section = boldSection(sectionOf(kernel, contours), STROKE_MM, face.hairline * scale);
  const root = 0.5;
  const letters = kernel.extrude(contoursOf(section), LETTER_RAISE_MM + root);
  const run = plan.deepMm - 1.6;
  const rise = plan.highMm - 0.9;
  const length = Math.hypot(run, rise);
  const up: Vec3 = [0, run / length, rise / length];
  const out: Vec3 = [0, -up[2], up[1]];
  const foot = (length - plan.capMm) / 2;
  const at = (k: number) => up[k]! * foot - out[k]! * root;
  const place = [0, plan.frontMm + at(1), 0.9 + at(2)];
  return kernel.transform(letters, [
    1,
    0,
    0,
    0,
    ...up,
    0,
    ...out,
    0,
    place[0]!,
    place[1]!,
    place[2]!,
    1,
  ]);
}

/** A base with its plate as solids of their colours, its top at `thickMm`, in millimetres. */
export function baseSolids(
  kernel: SolidKernel,
  plan: BasePlan,
  design: BaseDesign,
  colours: FaceColours,
  segments: number,
): Solid[] {
  const at: Vec3 = [plan.centre[0], plan.centre[1], 0];
  const base = coloured(
    kernel.translate(plainBase(kernel, plan, segments), at),
    design.colour,
    colours,
  );
  if (!plan.plate) return [base];
  const move = (solid: Solid) => kernel.translate(solid, [plan.centre[0], 0, 0]);
  const body = coloured(move(plateBody(kernel, plan.plate)), design.colour, colours);
  const letters = coloured(
    move(plateLetters(kernel, plan.plate, design)),
    design.letterColour,
    colours,
  );
  return [base, body, letters];
}
