import { type Frame, frameOnRing } from "../../kernel/jewelry/frame.ts";
import { cutGem, type Gem } from "../../kernel/jewelry/gem.ts";
import { outerHeight, type Shank } from "../../kernel/jewelry/shank.ts";
import type { StoneRow } from "../../kernel/jewelry/stone-row.ts";
import { limitsOf } from "../limits.ts";
import { type EternitySpec, eternitySchema } from "./schema.ts";

/** Where everything of an eternity ring is: what building, checking and pricing share. */
export interface EternityPlan {
  shank: Shank;
  row: StoneRow;
  /** Of the girdles, from the finger's axis, mm. */
  girdleMm: number;
  /** Between neighbouring stones, radians. */
  stepRad: number;
  setting: EternitySpec["setting"];
  /** Of a shared prong's middle from the row's middle line, mm. */
  prongAsideMm: number;
  /** How far a shared prong stands over a girdle, mm. */
  prongReachMm: number;
  /** The middle of each place between stones whose prongs hold something. */
  gapAngles: number[];
}

/** Girdles above the band for prongs, so that the notch holds them; below its surface for the others. */
const RISE_MM = 0.12;
const SINK_MM = 0.03;
/** A channel's walls stand this share of the crown above the girdles. */
const CHANNEL_RISE = 0.6;
/** The least wall of a channel beside the stones, and metal beside a bored seat. */
const CHANNEL_WALL_MM = 0.8;
const BESIDE_MM = 0.3;
const UNDER_MM = 0.55;
/** Prongs reach this far over the girdle: a tenth of the stone, and a hair. */
const REACH_SHARE = 0.1;
const REACH_MM = 0.02;
/** Under the hollow between two pairs of prongs. */
export const HOLLOW_SHARE = 0.28;
const HOLLOW_UNDER_MM = 0.85;

const requireWithin = limitsOf<keyof EternitySpec & string>(eternitySchema);

/**
 * Of a prong's middle from the line of stones, mm: where it reaches over both girdles as far as it must; on the line
 * where it is too slim for the gap.
 */
function prongAside({ stoneMm, prongMm }: EternitySpec, gapMm: number): number {
  const toStone = stoneMm / 2 + prongMm / 2 - REACH_SHARE * stoneMm - REACH_MM;
  return Math.sqrt(Math.max(0, toStone ** 2 - ((stoneMm + gapMm) / 2) ** 2));
}

/** How far the girdles lie below the band's outside at its middle, mm; negative above it. */
function sinkOf(spec: EternitySpec, shank: Shank, gem: Gem): number {
  if (spec.setting === "prong") return -RISE_MM;
  if (spec.setting === "channel") return CHANNEL_RISE * gem.crownMm;
  return SINK_MM + shank.thicknessMm - outerHeight(shank, shank.widthMm, spec.stoneMm / 2);
}

function leastWidth(spec: EternitySpec): number {
  const { stoneMm, prongMm, setting } = spec;
  if (setting === "channel") return stoneMm + 2 * CHANNEL_WALL_MM;
  if (setting === "pave") return stoneMm + 2 * BESIDE_MM;
  return 2 * prongAside(spec, spec.gapMm) + prongMm;
}

function leastThickness(spec: EternitySpec, gem: Gem, sinkMm: number): number {
  const underSeat = gem.pavilionMm + sinkMm + UNDER_MM;
  if (spec.setting !== "prong") return underSeat;
  return Math.max(underSeat, HOLLOW_SHARE * spec.stoneMm + HOLLOW_UNDER_MM);
}

function checkRoom(spec: EternitySpec, shank: Shank, gem: Gem): void {
  if (spec.setting === "prong") {
    requireWithin({
      field: "gapMm",
      value: spec.gapMm,
      maximum: spec.prongMm - REACH_SHARE * spec.stoneMm,
      reason: "A shared prong reaches over the girdles on both its sides.",
    });
  }
  requireWithin({
    field: "bandWidthMm",
    value: spec.bandWidthMm,
    minimum: leastWidth(spec),
    reason: `Stones of ${spec.stoneMm} mm need a band that holds them on both sides.`,
  });
  requireWithin({
    field: "bandThicknessMm",
    value: spec.bandThicknessMm,
    minimum: leastThickness(spec, gem, sinkOf(spec, shank, gem)),
    reason: "The points of the stones need metal under them.",
  });
}

/** Angles of as many stones as fit, exactly spaced: round the whole ring, or about its top. */
function anglesOf(spec: EternitySpec, girdleMm: number) {
  const least = 2 * Math.asin((spec.stoneMm + spec.gapMm) / (2 * girdleMm));
  if (spec.coverage === "full") {
    const count = Math.floor((2 * Math.PI) / least + 1e-9);
    const stepRad = (2 * Math.PI) / count;
    const angles = Array.from({ length: count }, (_, i) => i * stepRad);
    return { angles, stepRad, gaps: angles.map((angle) => angle + stepRad / 2) };
  }
  const aside = Math.floor(Math.PI / 2 / least + 1e-9);
  const angles = Array.from({ length: 2 * aside + 1 }, (_, i) => (i - aside) * least);
  const gaps = [...angles.map((angle) => angle - least / 2), (aside + 0.5) * least];
  return { angles, stepRad: least, gaps };
}

/** The layout of an eternity ring. Throws `invalid_input` naming field, limit and nearest value where its numbers cannot go together. */
export function planEternity(spec: EternitySpec): EternityPlan {
  const shank: Shank = {
    profile: spec.profile,
    innerRadiusMm: spec.innerDiameterMm / 2,
    widthMm: spec.bandWidthMm,
    thicknessMm: spec.bandThicknessMm,
    taper: 0,
  };
  const gem = cutGem("round", spec.stoneMm, spec.stoneMm);
  checkRoom(spec, shank, gem);
  const sinkMm = sinkOf(spec, shank, gem);
  const girdleMm = shank.innerRadiusMm + shank.thicknessMm - sinkMm;
  const { angles, stepRad, gaps } = anglesOf(spec, girdleMm);
  const at = (angle: number): Frame => frameOnRing(girdleMm, angle);
  const gapMm = 2 * girdleMm * Math.sin(stepRad / 2) - spec.stoneMm;
  const prongAsideMm = prongAside(spec, gapMm);
  const toProng = Math.sqrt(((spec.stoneMm + gapMm) / 2) ** 2 + prongAsideMm ** 2);
  return {
    shank,
    girdleMm,
    stepRad,
    setting: spec.setting,
    prongAsideMm,
    prongReachMm: (spec.stoneMm + spec.prongMm) / 2 - toProng,
    gapAngles: gaps,
    row: {
      gem,
      stones: angles.map(at),
      gaps: gaps.map(at),
      gapMm,
      underSeatMm: shank.thicknessMm - sinkMm - gem.pavilionMm,
    },
  };
}
