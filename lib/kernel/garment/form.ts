import {
  type BodyLengths,
  type BodyLevels,
  type BodyMeasures,
  lengthsOf,
  levelsOf,
} from "./body.ts";
import { smoothCurve } from "./curve.ts";
import { type Section, scaledToGirth } from "./section.ts";

/** The dress form of a body: its cut at every height, from below the hip to the neck. */
export interface DressForm {
  body: BodyMeasures;
  levels: BodyLevels;
  lengths: BodyLengths;
  /** The body itself. */
  at(z: number): Section;
  /** The body as cloth spans it: the hollow of the bust bridged. */
  spannedAt(z: number): Section;
}

/** Depth ÷ width of a torso's cuts, and how far its middle stands back, mm. */
const TORSO = {
  thigh: { ratio: 0.74, middle: 8 },
  hip: { ratio: 0.7, middle: 8 },
  waist: { ratio: 0.73, middle: 0 },
  underbust: { ratio: 0.71, middle: -2 },
  bust: { ratio: 0.66, middle: 2 },
} as const;

const POWER = 2.2;
/** Bust of a B cup stands out by this part of the bust girth. */
const BUST_OUT = 0.029;
const BUST_APART = 0.093;

interface Station {
  z: number;
  section: Section;
}

function plain(halfWidthMm: number, halfDepthMm: number, middleMm: number): Section {
  return { halfWidthMm, halfDepthMm, middleMm, power: POWER, bustMm: 0, bustApartMm: 0 };
}

function girthStation(
  z: number,
  girthMm: number,
  { ratio, middle }: { ratio: number; middle: number },
  bustMm = 0,
): Station {
  const unit = { ...plain(100, 100 * ratio, middle), bustMm };
  return { z, section: scaledToGirth(unit, girthMm) };
}

function torsoStations(body: BodyMeasures, levels: BodyLevels): Station[] {
  const { bustMm, waistMm, hipMm } = body;
  return [
    girthStation(levels.crotchMm - 60, hipMm * 0.93, TORSO.thigh),
    girthStation(levels.hipMm, hipMm, TORSO.hip),
    girthStation(levels.waistMm, waistMm, TORSO.waist),
    girthStation(levels.underbustMm, Math.max(bustMm * 0.86, waistMm * 0.9), TORSO.underbust),
    girthStation(levels.bustMm, bustMm, TORSO.bust, bustMm * BUST_OUT),
  ];
}

/** Shoulders and neck go by width and depth: nobody measures around them. */
function shoulderStations(levels: BodyLevels, lengths: BodyLengths, bust: Section): Station[] {
  const { neckHalfMm, shoulderHalfMm } = lengths;
  const { halfWidthMm: w, halfDepthMm: d } = bust;
  const rise = levels.shoulderNeckMm - levels.shoulderTipMm;
  const tip = levels.shoulderTipMm;
  const mean = (a: number, b: number, t: number) => a + (b - a) * t;
  const neck = neckHalfMm - 6;
  return [
    { z: levels.underarmMm + 8, section: plain(w * 1.01, d * 0.95, 4) },
    {
      z: mean(levels.underarmMm, tip, 0.6),
      section: plain(mean(w, shoulderHalfMm, 0.5), d * 0.78, 9),
    },
    { z: tip - 4, section: plain(shoulderHalfMm, d * 0.5, 15) },
    { z: tip + rise * 0.5, section: plain(mean(shoulderHalfMm, neckHalfMm, 0.52), d * 0.46, 17) },
    { z: levels.shoulderNeckMm, section: plain(neckHalfMm, neckHalfMm * 0.92, 15) },
    { z: levels.shoulderNeckMm + 24, section: plain(neck - 2, neck * 0.98, 11) },
    { z: levels.neckTopMm, section: plain(neck - 3, neck, 4) },
  ];
}

/** The bust's domes stand out around their level only. */
const bustShare = (z: number, bustZ: number, heightMm: number) =>
  Math.exp(-(((z - bustZ) / (heightMm * (z < bustZ ? 0.026 : 0.034))) ** 2));

/** A dress form that measures what the body measures, to a millimetre. */
export function dressForm(body: BodyMeasures): DressForm {
  const levels = levelsOf(body);
  const lengths = lengthsOf(body);
  const torso = torsoStations(body, levels);
  const bust = torso.at(-1)!.section;
  const stations = [...torso, ...shoulderStations(levels, lengths, bust)];
  const curveOf = (value: (section: Section) => number) =>
    smoothCurve(stations.map(({ z, section }) => [z, value(section)]));
  const width = curveOf(({ halfWidthMm }) => halfWidthMm);
  const depth = curveOf(({ halfDepthMm }) => halfDepthMm);
  const middle = curveOf(({ middleMm }) => middleMm);
  const cut = (z: number, apartMm: number): Section => ({
    ...plain(width(z), depth(z), middle(z)),
    bustMm: bust.bustMm * bustShare(z, levels.bustMm, body.heightMm),
    bustApartMm: apartMm,
  });
  return {
    body,
    levels,
    lengths,
    at: (z) => cut(z, body.bustMm * BUST_APART),
    spannedAt: (z) => cut(z, 0),
  };
}
