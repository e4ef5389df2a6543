import { pixelsIn } from "./canvas.ts";
import { type Lab, labAt, middleOf } from "./colour.ts";
import { coloursFor } from "./palette.ts";
import type { LabImage } from "./types.ts";

/** Colours that skin, hair and what is behind them have in a picture. */
export interface Tones {
  skin: Lab;
  /** The skin where light falls on it. */
  skins: Lab[];
  /** The same in shade: within a face alone, as brown hair has this colour too. */
  shades: Lab[];
  grounds: Lab[];
  /** Dark, main and light; empty where there is none. */
  hair: Lab[];
}

/** Colours of skin and hair a person chose instead of those found. */
export interface ChosenTones {
  skin?: Lab | undefined;
  hair?: Lab | undefined;
}

/** Light falls unevenly on one thing: lightness tells less than hue. */
const LIGHTNESS_WEIGHT = 0.7;
/** Distance from skin at which a colour is another thing, and from what is behind. */
const OFF_SKIN = 10;
const OFF_GROUND = 10;
/** What is behind and darker than this does not tell it from dark hair, as a bald head in the dark does not happen. */
const DARK_GROUND = 26;
/** Share of the crown that must be hair. */
const LEAST_HAIR = 0.12;
/** How much darker the skin's shade is, ΔL. */
const SHADE = 15;

const cheeks = () => [...pixelsIn(-9, -4, 10.5, 13.5), ...pixelsIn(4, 9, 10.5, 13.5)];
const lit = () => [...cheeks(), ...pixelsIn(-2, 2, 11, 15)];
const corners = () => [pixelsIn(-24, -21.5, 31, 38), pixelsIn(21.5, 24, 31, 38)];
/** Where every head has hair, unless it is bald. */
const crown = () => pixelsIn(-9, 9, 25.5, 29.5);

/** How far two colours are from being of one thing. */
export const apart = (one: Lab, other: Lab) =>
  Math.hypot((one[0] - other[0]) * LIGHTNESS_WEIGHT, one[1] - other[1], one[2] - other[2]);

/** Distance from the nearest of some colours. */
export const fromNearest = (colour: Lab, tones: readonly Lab[]) =>
  tones.reduce((least, tone) => Math.min(least, apart(colour, tone)), Number.POSITIVE_INFINITY);

const samplesOf = (image: LabImage, pixels: readonly number[], every: number) =>
  pixels.filter((_, i) => i % every === 0).map((pixel) => labAt(image, pixel));

/** Finds the tones of a canvas. */
export function tonesOf(image: LabImage, chosen: ChosenTones): Tones {
  const skin = chosen.skin ?? middleOf(image, cheeks());
  const skins = [skin, ...coloursFor(samplesOf(image, lit(), 7), 3)];
  const shades = skins.map(([lightness, a, b]): Lab => [lightness - SHADE, a, b]);
  const grounds = corners().flatMap((corner) => coloursFor(samplesOf(image, corner, 9), 2));
  const lightGrounds = grounds.filter(([lightness]) => lightness > DARK_GROUND);
  const found = crown().filter((pixel) => {
    const colour = labAt(image, pixel);
    if (chosen.hair) return apart(colour, chosen.hair) < fromNearest(colour, skins);
    const isGround = fromNearest(colour, lightGrounds) < OFF_GROUND;
    return fromNearest(colour, skins) > OFF_SKIN && !isGround;
  });
  if (found.length < LEAST_HAIR * crown().length) return { skin, skins, shades, grounds, hair: [] };
  return { skin, skins, shades, grounds, hair: hairTones(image, found, chosen.hair) };
}

function hairTones(image: LabImage, pixels: readonly number[], chosen: Lab | undefined): Lab[] {
  const sorted = [...pixels].sort((a, b) => image.lab[3 * a]! - image.lab[3 * b]!);
  const part = (from: number, to: number) =>
    middleOf(image, sorted.slice(Math.floor(sorted.length * from), Math.ceil(sorted.length * to)));
  return [part(0, 0.25), chosen ?? part(0.25, 0.75), part(0.75, 1)];
}

/** Hue, degrees, beyond which hair is greener than hair grows, and beyond which it was dyed so. */
const GREENEST = 71;
const DYED = 116;
const MOST_CHROMA = 46;

/** A colour hair has: yellow light makes brown hair olive in a photo, which no head is. Dyed hair stays. */
export const asHair = (colour: Lab) => withinHues(colour, [0, GREENEST], MOST_CHROMA);

/** Hues of skin under daylight, degrees, and its most chroma. */
const SKIN_HUES = [34, 67] as const;
const SKIN_CHROMA = 36;

/** A colour skin has under daylight: a lamp's yellow or a party's pink would stay on a figurine for good. */
export const asSkin = (colour: Lab) => withinHues(colour, SKIN_HUES, SKIN_CHROMA);

function withinHues(
  [lightness, a, b]: Lab,
  [least, most]: readonly [number, number],
  strongest: number,
): Lab {
  const chroma = Math.hypot(a, b);
  const hue = (Math.atan2(b, a) * 180) / Math.PI;
  if (hue < 0 || hue > DYED || chroma < 3) return [lightness, a, b];
  const kept = (Math.min(Math.max(hue, least), most) * Math.PI) / 180;
  const strong = Math.min(chroma, strongest);
  return [lightness, strong * Math.cos(kept), strong * Math.sin(kept)];
}
