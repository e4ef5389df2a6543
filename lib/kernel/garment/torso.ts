import { ramp, smoothCurve, solveGrowing } from "./curve.ts";
import type { GarmentDesign, TorsoDesign } from "./design.ts";
import type { FinishedGirths } from "./ease.ts";
import type { DressForm } from "./form.ts";
import { type Hang, hangCloth } from "./hang.ts";
import { type Neckline, necklineAt, necklineOf } from "./neckline.ts";
import { angleAt, easeToGirth, pointOf, type Section, tabled, widened } from "./section.ts";
import { STIFFNESS } from "./stiffness.ts";

/** A place on a torso: an angle of its section and a height. */
export interface Place {
  angle: number;
  z: number;
}

/** The upper part of a garment as it lies on the form. */
export interface Torso {
  form: DressForm;
  neckline: Neckline;
  waistZ: number;
  underarmZ: number;
  shoulder: { tip: Place; tipXMm: number; neck: Place };
  /** The cloth's cut at a height from the waist up. */
  sectionAt(z: number): Section;
  point(place: Place): [number, number, number];
  /** Below the waist; null where a skirt is sewn on. */
  hang: Hang | null;
  /** Half opening of the armhole in angle at 0 (underarm) to 1 (shoulder). */
  armhole(side: "front" | "back", t: number): number;
}

/** The least room between form and cloth, so that cloth lies on it, mm. */
const LEAST_MM = 2.5;
/** Deeper armholes by fit, mm. */
const ARMHOLE_DROP = { slim: 4, regular: 12, loose: 34 } as const;
const COAT_DROP_MM = 16;
/** How far the armhole cuts in, from the side seam to the front and back, mm at a bust of 880. */
const ARMHOLE_IN = { front: 52, back: 44 } as const;

const isNarrow = ({ neckline, collar }: TorsoDesign) => neckline === "halter" && collar === "none";

function easeCurve(form: DressForm, girths: FinishedGirths, isCoat: boolean) {
  const { levels } = form;
  const atLevel = (z: number, girthMm: number) =>
    Math.max(LEAST_MM, easeToGirth(form.spannedAt(z), girthMm));
  const waist = atLevel(levels.waistMm, girths.waistMm);
  const bust = atLevel(levels.bustMm, girths.bustMm);
  const shoulder = isCoat ? 12 : 6;
  return smoothCurve([
    [levels.waistMm, waist],
    [levels.underbustMm, Math.max(LEAST_MM, waist * 0.35 + bust * 0.65)],
    [levels.bustMm, bust],
    [levels.underarmMm, Math.max(LEAST_MM, bust * 0.8)],
    [levels.shoulderTipMm, shoulder],
    [levels.shoulderNeckMm, shoulder * 0.8],
  ]);
}

/** The height at which the shoulder's ridge is `x` from the middle. */
function ridgeZ(sectionAt: (z: number) => Section, x: number, low: number, high: number): number {
  return solveGrowing((z) => -sectionAt(z).halfWidthMm, -x, low, high);
}

/** A halter's edge runs this far inside its strap before it comes out under the arm, mm; as its pattern is drawn. */
const HALTER_IN_MM = 20;

/** Half opening of a halter's armhole: bare shoulders, the cloth rises from under the arm to the strap at the neck. */
function halterCut(
  sectionAt: (z: number) => Section,
  underarmZ: number,
  tipZ: number,
  tipXMm: number,
  t: number,
): number {
  const way = Math.max(0, Math.min(1, t));
  const inside = tipXMm - HALTER_IN_MM;
  const out = sectionAt(underarmZ).halfWidthMm - inside;
  const xMm = inside + out * (1 - way) ** 3 + HALTER_IN_MM * way ** 3;
  return angleAt(sectionAt(underarmZ + (tipZ - underarmZ) * way), xMm);
}

export function layTorso(
  design: GarmentDesign,
  torso: TorsoDesign,
  form: DressForm,
  girths: FinishedGirths,
): Torso {
  const { levels, lengths, body } = form;
  const isCoat = design.kind === "coat";
  const ease = easeCurve(form, girths, isCoat);
  const sectionAt = tabled(
    (z) => widened(form.spannedAt(z), ease(z)),
    levels.waistMm - 20,
    levels.neckTopMm,
  );
  const neckline = necklineOf(torso, lengths);
  const drop = ARMHOLE_DROP[design.fit] + (isCoat ? COAT_DROP_MM : 0);
  const waistZ = levels.waistMm;
  const tipXMm = isNarrow(torso)
    ? neckline.halfWidthMm + 34
    : lengths.shoulderHalfMm + (isCoat ? 6 : torso.sleeve === "none" ? -14 : -2);
  const tipZ = ridgeZ(sectionAt, tipXMm, levels.shoulderTipMm - 12, levels.shoulderNeckMm);
  const neckX = Math.min(neckline.halfWidthMm, tipXMm - 26);
  const neckZ = ridgeZ(sectionAt, neckX, levels.shoulderTipMm, levels.shoulderNeckMm + 20);
  const scale = body.bustMm / 880;
  const point = ({ angle, z }: Place) => pointOf(sectionAt(z), angle, z);
  return {
    form,
    neckline: { ...neckline, halfWidthMm: neckX },
    waistZ,
    underarmZ: levels.underarmMm - drop,
    shoulder: { tip: { angle: 0, z: tipZ }, tipXMm, neck: { angle: 0, z: neckZ } },
    sectionAt,
    point,
    hang: torso.belowWaistMm > 0 ? hangTorso(design, torso, form, girths, sectionAt(waistZ)) : null,
    armhole: (side, t) => {
      if (isNarrow(torso)) return halterCut(sectionAt, levels.underarmMm - drop, tipZ, tipXMm, t);
      const inMm = ARMHOLE_IN[side] * scale;
      const { halfDepthMm, power } = sectionAt(levels.underarmMm);
      const most = Math.asin(Math.min(0.96, inMm / halfDepthMm) ** (power / 2));
      return most * Math.sin(Math.PI * Math.max(0, Math.min(1, t)) ** 0.52) ** 0.8;
    },
  };
}

/** Cloth around at a distance below the waist of a torso with a hem of its own, mm. */
export function torsoGirthBelow(
  torso: TorsoDesign,
  girths: FinishedGirths,
  hipDepthMm: number,
  fromWaistMm: number,
): number {
  const t = Math.min(1, fromWaistMm / hipDepthMm);
  const shaped = girths.waistMm + (girths.hipMm - girths.waistMm) * t * (1.55 - 0.55 * t);
  return shaped + (torso.hemFlareMm * fromWaistMm) / Math.max(1, torso.belowWaistMm);
}

function hangTorso(
  design: GarmentDesign,
  torso: TorsoDesign,
  form: DressForm,
  girths: FinishedGirths,
  top: Section,
): Hang {
  const { levels } = form;
  const hipDepth = levels.waistMm - levels.hipMm;
  const lengthMm = torso.belowWaistMm;
  return hangCloth({
    top,
    topZ: levels.waistMm,
    lengthMm,
    girthAt: (d) => torsoGirthBelow(torso, girths, hipDepth, d),
    bodyGirthAt: (z) => bodyGirthBelow(form, z) + (design.kind === "coat" ? 30 : 8),
    angle: Math.max(0, torso.hemFlareMm / lengthMm),
    isGathered: false,
    stiffness: design.kind === "coat" ? 1 : STIFFNESS[design.fabric.weave],
  });
}

/** Girth of the body between waist and hip; below the hip a skirt is not held any more. */
export function bodyGirthBelow({ body, levels }: DressForm, z: number): number {
  const t = Math.max(0, Math.min(1, (levels.waistMm - z) / (levels.waistMm - levels.hipMm)));
  const hip = Math.max(body.hipMm, body.waistMm);
  const above = body.waistMm + (hip - body.waistMm) * t * (1.5 - 0.5 * t);
  return above * (1 - 0.25 * ramp(levels.hipMm - 30, levels.hipMm - 240, z));
}

/** Where the neckline of a side lies, from the wearer's left shoulder (0) to the right one (1). */
export function neckEdge(
  torso: Torso,
  side: "front" | "back",
  widerMm = 0,
  deeperMm = 0,
): (t: number) => Place {
  const { neckline, shoulder, form, sectionAt } = torso;
  const depth = (side === "front" ? neckline.frontMm : neckline.backMm) + deeperMm;
  const half = neckline.halfWidthMm + widerMm;
  const neckZ =
    widerMm === 0
      ? shoulder.neck.z
      : ridgeZ(sectionAt, half, form.levels.shoulderTipMm - 12, form.levels.shoulderNeckMm + 20);
  const low = Math.min(form.levels.shoulderNeckMm - depth, neckZ - 6);
  const shape = side === "front" ? neckline.shape : "round";
  return (t) => {
    const isLeft = t <= 0.5;
    const way = necklineAt(shape, isLeft ? 2 * t : 2 - 2 * t);
    const z = neckZ - (neckZ - low) * way.down;
    const angle = angleAt(sectionAt(z), half * way.across);
    return { angle: isLeft ? angle : Math.PI - angle, z };
  };
}

/** The upper edge of one side, from one shoulder tip (0) over the neck to the other (1). */
export function topEdge(torso: Torso, side: "front" | "back"): (u: number) => Place {
  const { neckline, shoulder, form, sectionAt } = torso;
  const neck = neckEdge(torso, side);
  const down = shoulder.neck.z - neck(0.5).z;
  const seamMm = Math.hypot(
    shoulder.tipXMm - neckline.halfWidthMm,
    shoulder.neck.z - shoulder.tip.z,
  );
  const neckMm = Math.hypot(neckline.halfWidthMm, down);
  const share = seamMm / (2 * (seamMm + neckMm));
  const ridge = (x: number) =>
    ridgeZ(sectionAt, x, form.levels.shoulderTipMm - 12, form.levels.shoulderNeckMm + 20);
  const half = (u: number): Place => {
    if (u >= share) return neck((0.5 * (u - share)) / (0.5 - share));
    const x = shoulder.tipXMm + (neckline.halfWidthMm - shoulder.tipXMm) * (u / share);
    return { angle: 0, z: ridge(x) };
  };
  return (u) => {
    if (u <= 0.5) return half(u);
    const place = half(1 - u);
    return { angle: Math.PI - place.angle, z: place.z };
  };
}
