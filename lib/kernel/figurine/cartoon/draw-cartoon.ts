import type { Raster } from "../../raster/raster.ts";
import { bulged } from "./bulge.ts";
import { CANVAS_PX, pixelsIn } from "./canvas.ts";
import { hexToLab, type Lab, labAt, labToHex, labToRgb, middleOf, mixLab } from "./colour.ts";
import { drawBrows } from "./draw-brows.ts";
import { drawEyes, topOfEyes } from "./draw-eyes.ts";
import { drawMouth } from "./draw-mouth.ts";
import { evenSkin } from "./even-skin.ts";
import { inked, inkOf } from "./lines.ts";
import { ovalAt, paintOn } from "./paint.ts";
import { findPalette, flattened, seededRandom } from "./palette.ts";
import type { ReadFace } from "./read-face.ts";
import { boxBlur, smoothKeepingEdges } from "./smooth.ts";
import { STYLES, type Style, tonedLab } from "./styles.ts";
import type { FaceAreas, FaceReading, LabImage, StyleId } from "./types.ts";

export interface CartoonOrder {
  style: StyleId;
  /** How far from the photo, 0.3 to 1. */
  strength: number;
  /** The same seed gives the same cartoon. */
  seed: number;
}

export interface Cartoon extends CartoonOrder {
  /** The whole head on a ground of the style's, to look at. */
  picture: Raster;
  /** The face alone, transparent around it, to be painted onto a head. */
  face: Raster;
  /** Of the skin as it is painted, so that the rest of the head goes on in it. */
  skin: string;
  drawn: LabImage;
}

/** A style a little otherwise by its seed: candidates differ as two sketches of one hand do. */
function varied(style: Style, random: () => number): Style {
  const sway = (share: number) => 1 + (random() * 2 - 1) * share;
  return {
    ...style,
    colours: Math.max(5, style.colours + Math.round(random() * 4 - 2)),
    ink: [style.ink[0] * sway(0.3), style.ink[1] * sway(0.15)],
    growth: {
      eyes: 1 + (style.growth.eyes - 1) * sway(0.2),
      mouth: style.growth.mouth * sway(0.06),
    },
    eyeSize: style.eyeSize * sway(0.05),
    blush: Math.min(1, style.blush * sway(0.25)),
    tone: { ...style.tone, saturation: style.tone.saturation * sway(0.08) },
  };
}

function mixed(one: LabImage, other: LabImage, share: number): LabImage {
  return { ...one, lab: one.lab.map((value, i) => value + (other.lab[i]! - value) * share) };
}

function tonedImage(image: LabImage, style: Style, strength: number): LabImage {
  const lab = new Float32Array(image.lab.length);
  for (let pixel = 0; pixel < image.width * image.height; pixel++) {
    const colour = labAt(image, pixel);
    lab.set(mixLab(colour, tonedLab(colour, style.tone), strength), 3 * pixel);
  }
  return { ...image, lab };
}

/** Lightness that wanders in soft spots, as cloth and clay have it. */
function addGrain(image: LabImage, by: number, random: () => number): void {
  if (by === 0) return;
  const noise = Float32Array.from({ length: CANVAS_PX * CANVAS_PX }, () => random() - 0.5);
  const soft = boxBlur(noise, CANVAS_PX, CANVAS_PX, 2);
  for (let pixel = 0; pixel < soft.length; pixel++) image.lab[3 * pixel]! += soft[pixel]! * by * 4;
}

const BLUSH: Lab = [62, 44, 22];

function addBlush(image: LabImage, share: number): void {
  for (const side of [-1, 1])
    paintOn(image, ovalAt(side * 9.6, 11, 3, 2.1), BLUSH, { soft: 2.6, share: 0.42 * share });
}

/** A canvas with its shading smoothed as a style wants it: the same for all seeds. */
export function calmed(
  canvas: LabImage,
  { style, strength }: Omit<CartoonOrder, "seed">,
): LabImage {
  return mixed(canvas, smoothKeepingEdges(canvas, ...STYLES[style].smooth), strength);
}

/** A calmed canvas drawn in a style. Pure: the same order gives the same pixels. */
export function drawCartoon(
  calm: LabImage,
  { areas, reading }: ReadFace,
  order: CartoonOrder,
): Cartoon {
  const random = seededRandom(order.seed);
  const style = varied(STYLES[order.style], random);
  const { strength } = order;
  const grown = bulged(calm, {
    eyes: 1 + (style.growth.eyes - 1) * strength,
    mouth: 1 + (style.growth.mouth - 1) * strength,
  });
  const flat = flattened(grown, findPalette(grown, style.colours, random), 0.75 * strength);
  const lines = inked(flat, inkOf(grown, style.ink[1]), style.ink[0] * strength);
  const even = evenSkin(lines, areas, hexToLab(reading.skin), evenness(style, strength));
  const drawn = tonedImage(even, style, strength);
  const skin = cheeksOf(drawn);
  addBlush(drawn, style.blush * strength);
  if (style.eyes !== "photo") drawFeatures(drawn, reading, style, skin);
  addGrain(drawn, style.grain * strength, random);
  return asCartoon(drawn, { areas, skin, style }, order);
}

/** A canvas drawn by somebody else, cut as the photo was: its pixels stay as they are. Pure. */
export function takeCartoon(drawn: LabImage, { areas }: ReadFace, order: CartoonOrder): Cartoon {
  return asCartoon(drawn, { areas, skin: cheeksOf(drawn), style: STYLES[order.style] }, order);
}

const cheeksOf = (image: LabImage): Lab =>
  middleOf(image, [...pixelsIn(-8, -4, 11, 13.5), ...pixelsIn(4, 8, 11, 13.5)]);

function asCartoon(
  drawn: LabImage,
  { areas, skin, style }: { areas: FaceAreas; skin: Lab; style: Style },
  order: CartoonOrder,
): Cartoon {
  return {
    ...order,
    drawn,
    skin: labToHex(skin),
    face: toRaster(drawn, (pixel) => areas.face[pixel]!),
    picture: shown(drawn, areas, style),
  };
}

/** How far the skin is made one colour: features left as the photo has them keep its light too. */
const evenness = ({ eyes }: Style, strength: number) =>
  eyes === "photo" ? 0.25 * strength : 0.45 + 0.55 * strength;

/** Eyes, brows and mouth drawn anew, as the photo has them. */
function drawFeatures(image: LabImage, reading: FaceReading, style: Style, skin: Lab): void {
  const iris = tonedIris(hexToLab(reading.eyeColour));
  const plan = { eyes: style.eyes, size: style.eyeSize, iris, skin };
  coverMouth(image, skin);
  drawEyes(image, plan);
  const hair = reading.hair ? hexToLab(reading.hair.dark) : mixLab(skin, BROWN, 0.7);
  drawBrows(image, reading.brows, topOfEyes(plan), hair);
  drawMouth(image, reading.mouth, style.growth.mouth);
}

const BROWN: Lab = [24, 10, 14];

/** Covers the mouth of the picture, and a nose's shadow, with skin. */
function coverMouth(image: LabImage, skin: Lab): void {
  paintOn(image, ovalAt(0, 8.1, 6.2, 3.1), skin, { soft: 1.8 });
}

/** Eyes live by their colour: more of it, and neither black nor pale. */
const tonedIris = ([lightness, a, b]: Lab): Lab => [
  Math.min(56, Math.max(31, lightness + 8)),
  a * 1.3,
  b * 1.3,
];

function toRaster(image: LabImage, alpha: (pixel: number) => number): Raster {
  const rgba = new Uint8Array(4 * image.width * image.height);
  for (let pixel = 0; pixel < image.width * image.height; pixel++) {
    const [r, g, b] = labToRgb(labAt(image, pixel));
    rgba.set(
      [Math.round(r), Math.round(g), Math.round(b), Math.round(255 * alpha(pixel))],
      4 * pixel,
    );
  }
  return { width: image.width, height: image.height, rgba };
}

/** The head on the style's ground: what is neither face nor hair goes. */
function shown(image: LabImage, { face, hair }: FaceAreas, { ground }: Style): Raster {
  const behind = hexToLab(ground);
  // Face and hair each end softly: together they leave no gap between them.
  const head = Float32Array.from(hair, (value, pixel) => Math.max(value, face[pixel]!));
  const soft = boxBlur(head, CANVAS_PX, CANVAS_PX, 4);
  const lab = new Float32Array(image.lab.length);
  for (let pixel = 0; pixel < soft.length; pixel++) {
    const share = Math.min(1, Math.max(face[pixel]!, (soft[pixel]! - 0.3) * 3.5));
    lab.set(mixLab(behind, labAt(image, pixel), Math.max(0, share)), 3 * pixel);
  }
  return toRaster({ ...image, lab }, () => 1);
}
