import type { Finding } from "../../kernel/finding.ts";
import { BEAD_RADIUS_MM, PAVE_RULES } from "../../kernel/jewelry/bead-setting.ts";
import { bezelSeatMm } from "../../kernel/jewelry/bezel-head.ts";
import { clawSeatMm, PRONG_REACH, prongReachMm } from "../../kernel/jewelry/claw-head.ts";
import { nest } from "../../kernel/jewelry/frame.ts";
import type { Vec3 } from "../../kernel/mesh.ts";
import { planRing } from "./plan.ts";
import { HALO_UNDER_MM, type SetStone } from "./plan-head.ts";
import type { RingSpec } from "./schema.ts";

/** Casting rules of settings (JewelCraft and casters' common guides), mm; shares of stone height and width. */
const RULES = {
  prongMm: 0.8,
  goodProngMm: 1,
  bezelWallMm: 0.8,
  seatShare: 0.15,
} as const;

/** A length measured against a least one. */
interface Measured {
  rule: string;
  what: string;
  value: number;
  limit: number;
  /** Above the limit but below this it is a warning. */
  good?: number;
  at: Vec3;
  advice: string;
}

const mm = (value: number) => `${value.toFixed(2)} mm`;
const HAIR_MM = 1e-6;

function verdict({ rule, what, value, limit, good, at, advice }: Measured): Finding {
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

function prongFindings(set: SetStone): Measured[] {
  const width = Math.min(set.gem.sizeMm[0], set.gem.sizeMm[1]);
  return [
    {
      rule: "prong-width",
      what: "A prong's width",
      value: set.prongMm,
      limit: RULES.prongMm,
      good: RULES.goodProngMm,
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

function headFindings(set: SetStone): Measured[] {
  const bearing = {
    rule: "seat-depth",
    what: "The depth of the seat",
    value: seatDepthMm(set),
    limit: RULES.seatShare * set.gem.sizeMm[2],
    at: set.frame.origin,
    advice: "Make the setting heavier or the stone smaller.",
  };
  if (set.head === "prong") return [...prongFindings(set), bearing];
  const wall = {
    rule: "bezel-wall",
    what: "The bezel's wall",
    value: set.wallMm,
    limit: RULES.bezelWallMm,
    at: set.frame.origin,
    advice: "Make the bezel's wall thicker.",
  };
  return [wall, bearing];
}

const seatDepthMm = ({ head, gem, anchors, prongMm }: SetStone) =>
  head === "bezel" ? bezelSeatMm(gem) : clawSeatMm(gem, anchors[0]!, prongMm);

/** Bead-set stones: apart, held and not bored through. */
function paveFindings(gapMm: number, underMm: number, at: Vec3, where: string): Measured[] {
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
      rule: "pave-bead",
      what: `A bead ${where}`,
      value: 2 * BEAD_RADIUS_MM,
      limit: PAVE_RULES.beadMm,
      at,
      advice: "Take larger beads.",
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

/** Verdicts of the rules that need to know the setting: prongs, bezels, seats, pavé. */
export function checkRing(spec: RingSpec): Finding[] {
  const { centre, halo, sides, pave } = planRing(spec);
  const side = sides.slice(0, 1);
  const heads = [...(centre ? [centre] : []), ...side].flatMap(headFindings);
  const haloAt = halo?.stones[0] && centre ? nest(centre.frame, halo.stones[0]).origin : null;
  const inHalo =
    halo && haloAt ? paveFindings(halo.gapMm, HALO_UNDER_MM, haloAt, "in the halo") : [];
  const first = pave?.stones[0];
  const inBand =
    pave && first ? paveFindings(pave.gapMm, pave.underSeatMm, first.origin, "on the band") : [];
  return [...heads, ...inHalo, ...inBand].map(verdict);
}
