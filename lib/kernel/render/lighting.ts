import type { Vec3 } from "../mesh.ts";
import type { Light } from "./colour.ts";
import { bakeLightDirections } from "./light-directions.ts";
import { bakeSky, meanLight, type Sky } from "./sky.ts";
import { type Softbox, studioRadiance } from "./softbox.ts";

/** The light of a picture, baked once and shared by all pictures. It stands as for the `hero` view and goes round with the camera. */
export interface Lighting {
  /** What metal and matte bodies see: a dark room with a few large softboxes. */
  room: Sky;
  /** What stones see: many small lights, for flashes that come and go with the angle. */
  sparkle: Sky;
  /** Unit directions xyz × LIGHT_DIRECTIONS, as dense as they bring light to the floor. */
  floorLights: Float32Array;
  /** Mean light of `sparkle`, for what is left in a stone after its last bounce. */
  ambient: Light;
}

const grey = (v: number, warmth = 0) => [v * (1 + warmth), v, v * (1 - warmth)] as const;

/** Overhead bank, side strips, low front fill, back wall, two hot lights, and a black card in front. */
const ROOM: readonly Softbox[] = [
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

/** Bakes the lights (about 0.25 s); always the same. */
export function bakeLighting(): Lighting {
  const room = bakeSky(512, studioRadiance(grey(0.03), grey(0.15), ROOM));
  const boxes = [...LARGE_SPARKLE, ...sparkleBoxes(), TABLE_CARD];
  const sparkle = bakeSky(256, studioRadiance(grey(0.03), grey(0.13), boxes));
  return { room, sparkle, floorLights: bakeLightDirections(room), ambient: meanLight(sparkle) };
}
