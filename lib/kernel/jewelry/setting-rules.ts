import type { Finding } from "../finding.ts";
import type { Vec3 } from "../mesh.ts";
import { PAVE_RULES } from "./bead-setting.ts";
import { bezelSeatMm } from "./bezel-head.ts";
import { clawSeatMm, PRONG_REACH, prongReachMm } from "./claw-head.ts";
import type { SetStone } from "./set-stone.ts";

/** Casting rules of settings (JewelCraft and casters' common guides), mm; shares of stone height and width. */
export const SETTING_RULES = {
  prongMm: 0.8,
  goodProngMm: 1,
  bezelWallMm: 0.8,
  seatShare: 0.15,
} as const;

/** A length measured against a least one, mm. */
export interface Measured {
  /** Stable id of the rule. */
  rule: string;
  /** Begins a sentence: "A prong's width". */
  what: string;
  value: number;
  limit: number;
  /** Above the limit but below this it is a warning. */
  good?: number;
  at: Vec3 | null;
  /** What to do when it is too little, as a sentence. */
  advice: string;
}

const mm = (value: number) => `${value.toFixed(2)} mm`;
const HAIR_MM = 1e-6;

/** The rule's verdict for casting. */
export function verdict({ rule, what, value, limit, good, at, advice }: Measured): Finding {
  const isBroken = value < limit - HAIR_MM;
  const isWeak = !isBroken && good !== undefined && value < good - HAIR_MM;
  const message = isBroken
    ? `${what} of ${mm(value)} is too little to cast here; it takes ${mm(limit)}. ${advice}`
    : isWeak
      ? `${what} of ${mm(value)} can be cast; ${mm(good ?? limit)} wears better.`
      : `${what} of ${mm(value)} is enough (${mm(limit)} is the least).`;
  return {
    rule,
    process: "cast-metal",
    status: isBroken ? "fail" : isWeak ? "warn" : "pass",
    value,
    limit,
    unit: "mm",
    at,
    message,
  };
}

function prongMeasures(set: SetStone): Measured[] {
  const width = Math.min(set.gem.sizeMm[0], set.gem.sizeMm[1]);
  return [
    {
      rule: "prong-width",
      what: "A prong's width",
      value: set.prongMm,
      limit: SETTING_RULES.prongMm,
      good: SETTING_RULES.goodProngMm,
      at: set.frame.origin,
      advice: "Make the prongs wider.",
    },
    {
      rule: "prong-reach",
      what: "A prong's reach over the girdle",
      value: prongReachMm(set.gem, set.prongMm),
      limit: PRONG_REACH * width,
      at: set.frame.origin,
      advice: "Make the prongs wider or the stone smaller.",
    },
  ];
}

const seatDepthMm = ({ head, gem, anchors, prongMm }: SetStone) =>
  head === "bezel" ? bezelSeatMm(gem) : clawSeatMm(gem, anchors[0]!, prongMm);

/** Prongs, or the bezel's wall, and the depth of the seat of a stone in a head of its own. */
export function headMeasures(set: SetStone): Measured[] {
  const bearing = {
    rule: "seat-depth",
    what: "The depth of the seat",
    value: seatDepthMm(set),
    limit: SETTING_RULES.seatShare * set.gem.sizeMm[2],
    at: set.frame.origin,
    advice: "Make the setting heavier or the stone smaller.",
  };
  if (set.head === "prong") return [...prongMeasures(set), bearing];
  const wall = {
    rule: "bezel-wall",
    what: "The bezel's wall",
    value: set.wallMm,
    limit: SETTING_RULES.bezelWallMm,
    at: set.frame.origin,
    advice: "Make the bezel's wall thicker.",
  };
  return [wall, bearing];
}

/** Bead-set stones: apart and not bored through; their beads are always of one size that casts. `where` ends a phrase: "on the band". */
export function paveMeasures(
  gapMm: number,
  underMm: number,
  at: Vec3,
  where: string,
): [gap: Measured, under: Measured] {
  return [
    {
      rule: "pave-gap",
      what: `The gap between stones ${where}`,
      value: gapMm,
      limit: PAVE_RULES.gapMm,
      at,
      advice: "Their seats would meet: take other stones.",
    },
    {
      rule: "pave-under-seat",
      what: `Metal under a seat ${where}`,
      value: underMm,
      limit: PAVE_RULES.underSeatMm,
      at,
      advice: "Make the band thicker or the stones smaller.",
    },
  ];
}
