import type { Vec3 } from "../mesh.ts";
import type { Rgb } from "./colour.ts";
import type { Softbox } from "./softbox.ts";

export const LIGHTS = ["studio", "daylight", "dramatic"] as const;

/** How a picture is lit: even studio light, sun and sky, or a few hard lights in the dark. */
export type Lights = (typeof LIGHTS)[number];

/** A dome from `low` (below the horizon) to `high`, and lights in front of it. */
export interface LightPlan {
  low: Rgb;
  high: Rgb;
  boxes: readonly Softbox[];
}

/** What metal, stones and matte bodies see. */
export interface LightPreset {
  room: LightPlan;
  sparkle: LightPlan;
  form: LightPlan;
  /** What matte plates see: light that rakes over them, so that a relief throws shadows. */
  relief: LightPlan;
}

const grey = (v: number, warmth = 0) => [v * (1 + warmth), v, v * (1 - warmth)] as const;

/** Overhead bank, side strips, low front fill, back wall, two hot lights, and a black card in front. */
const ROOM_BOXES: readonly Softbox[] = [
  { direction: [0.15, 0.5, 1], width: 0.85, height: 0.5, colour: grey(3.5, 0.012) },
  { direction: [-1, 0.05, 0.42], width: 0.36, height: 0.62, colour: grey(4, -0.02) },
  { direction: [1, -0.3, 0.38], width: 0.2, height: 0.85, colour: grey(3.6, 0.03) },
  { direction: [-0.3, -1, 0.5], width: 0.5, height: 0.26, colour: grey(1.9) },
  { direction: [0.3, 1, 0.3], width: 1.1, height: 0.2, colour: grey(2.3) },
  { direction: [0.75, -1, 1.3], width: 0.1, height: 0.1, colour: grey(14, 0.02), edge: 0.3 },
  { direction: [-0.7, -0.8, 1.6], width: 0.09, height: 0.09, colour: grey(14), edge: 0.3 },
  {
    direction: [0, -1, 0.75],
    width: 0.26,
    height: 0.26,
    colour: grey(0.02),
    edge: 0.5,
    isCard: true,
  },
];

/** A broad key from the upper left in front, a fill half as strong, an edge from behind: they model a form. */
const FORM_BOXES: readonly Softbox[] = [
  { direction: [-0.8, -0.75, 1.05], width: 0.42, height: 0.5, colour: grey(10.5, 0.015) },
  { direction: [0.1, 0.1, 1], width: 0.7, height: 0.6, colour: grey(1.25) },
  { direction: [1, -0.55, 0.4], width: 0.4, height: 0.7, colour: grey(0.9, -0.02) },
  { direction: [0.75, 1, 0.55], width: 0.3, height: 0.6, colour: grey(4.2, -0.02) },
  { direction: [-1, 0.7, 0.4], width: 0.25, height: 0.6, colour: grey(2) },
];

const SPARKLE_LIGHTS = 46;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Small lights on a spiral over the upper half, of sizes and strengths that repeat no rhythm. */
function sparkleBoxes(): Softbox[] {
  const boxes: Softbox[] = [];
  for (let i = 0; i < SPARKLE_LIGHTS; i++) {
    const z = 0.12 + 0.88 * ((i + 0.5) / SPARKLE_LIGHTS);
    const radius = Math.sqrt(1 - z * z);
    const angle = i * GOLDEN_ANGLE;
    const size = 0.045 + 0.1 * ((i * 0.618034) % 1) ** 2;
    const strength = 0.35 / size + 4 * ((i * 0.7548777) % 1);
    const direction: Vec3 = [radius * Math.cos(angle), radius * Math.sin(angle), z];
    boxes.push({ direction, width: size, height: size, colour: grey(strength), edge: 0.35 });
  }
  return boxes;
}

/** Hides the lights that a level table facet would mirror into the lens of `hero` and `detail`, whole and white. */
const TABLE_CARD: Softbox = {
  direction: [-0.45, 0.72, 0.56],
  width: 0.3,
  height: 0.34,
  colour: grey(0.1),
  edge: 0.45,
  isCard: true,
};

const LARGE_SPARKLE: readonly Softbox[] = [
  { direction: [0.2, 0.7, 1], width: 0.6, height: 0.26, colour: grey(1.15) },
  { direction: [-1, 0.1, 0.6], width: 0.3, height: 0.42, colour: grey(1.5) },
  { direction: [1, -0.2, 0.5], width: 0.22, height: 0.5, colour: grey(1.3) },
  { direction: [0.1, -1, 1.1], width: 0.3, height: 0.12, colour: grey(0.9) },
];

const SPARKLE_BOXES: readonly Softbox[] = [...LARGE_SPARKLE, ...sparkleBoxes(), TABLE_CARD];

/** The sun at a man's shoulder, large enough for soft edges, a window's pale frame and the sky's own light. */
const SUN: Softbox = {
  direction: [-0.75, -0.65, 1.15],
  width: 0.14,
  height: 0.14,
  colour: [46, 42, 36],
  edge: 0.5,
};

const DAYLIGHT_BOXES: readonly Softbox[] = [
  { direction: [0.3, 0.5, 1], width: 0.8, height: 0.55, colour: [2.3, 2.5, 2.9] },
  { direction: [-1, 0.1, 0.4], width: 0.45, height: 0.6, colour: [2.9, 2.8, 2.6] },
  { direction: [1, -0.2, 0.35], width: 0.35, height: 0.7, colour: [1.7, 1.85, 2.2] },
  { direction: [0.2, 1, 0.3], width: 1, height: 0.2, colour: [1.6, 1.7, 1.9] },
  { ...SUN, width: 0.11, height: 0.11, colour: [20, 18, 15.5] },
  {
    direction: [0, -1, 0.75],
    width: 0.26,
    height: 0.26,
    colour: grey(0.05),
    edge: 0.5,
    isCard: true,
  },
];

/** One tall light at each side, the left one stronger, an edge behind, and darkness in front. */
const DRAMATIC_BOXES: readonly Softbox[] = [
  { direction: [-1, -0.12, 0.5], width: 0.2, height: 0.85, colour: grey(8, 0.03) },
  { direction: [1, 0.35, 0.45], width: 0.12, height: 0.8, colour: grey(5.5, -0.03) },
  { direction: [0.1, 1, 0.9], width: 0.55, height: 0.14, colour: grey(4.5) },
  { direction: [-0.5, -0.8, 1.5], width: 0.08, height: 0.08, colour: grey(20), edge: 0.3 },
];

/** One light low at the left, over lying and standing plates alike, and little else. */
const RAKING_BOXES: readonly Softbox[] = [
  { direction: [-1, -0.42, 0.46], width: 0.2, height: 0.26, colour: grey(20, 0.015) },
  { direction: [0.8, -0.6, 0.7], width: 0.4, height: 0.5, colour: grey(0.8, -0.02) },
];

const RAKING: LightPlan = { low: grey(0.1), high: grey(0.22), boxes: RAKING_BOXES };

const DRAMATIC_FORM: readonly Softbox[] = [
  { direction: [-1, -0.4, 0.75], width: 0.28, height: 0.6, colour: grey(17, 0.03) },
  { direction: [1, 0.8, 0.5], width: 0.2, height: 0.7, colour: grey(8, -0.04) },
];

const SPARKLE: LightPlan = { low: grey(0.03), high: grey(0.13), boxes: SPARKLE_BOXES };

export const PRESETS: Record<Lights, LightPreset> = {
  studio: {
    room: { low: grey(0.03), high: grey(0.15), boxes: ROOM_BOXES },
    sparkle: SPARKLE,
    form: { low: grey(0.1), high: grey(0.24), boxes: FORM_BOXES },
    relief: RAKING,
  },
  daylight: {
    room: { low: [0.16, 0.15, 0.14], high: [0.36, 0.44, 0.56], boxes: DAYLIGHT_BOXES },
    sparkle: { low: grey(0.06), high: [0.17, 0.2, 0.25], boxes: SPARKLE_BOXES },
    form: { low: [0.2, 0.19, 0.17], high: [0.55, 0.64, 0.78], boxes: [SUN] },
    relief: RAKING,
  },
  dramatic: {
    room: { low: grey(0.012), high: grey(0.05), boxes: DRAMATIC_BOXES },
    sparkle: SPARKLE,
    form: { low: grey(0.02), high: grey(0.06), boxes: DRAMATIC_FORM },
    relief: { ...RAKING, low: grey(0.02), high: grey(0.05) },
  },
};
