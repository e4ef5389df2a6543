import { frameOnHoop, type Hoop, hoopHeightMm } from "../../kernel/jewelry/arm-hoop.ts";
import { cutGem } from "../../kernel/jewelry/gem.ts";
import { evenAngles, gapAngles } from "../../kernel/jewelry/row-places.ts";
import type { StoneRow } from "../../kernel/jewelry/stone-row.ts";
import { limitsOf } from "../limits.ts";
import { type BangleSpec, bangleSchema } from "./schema.ts";

/** Where everything of a bangle is: what building, checking and pricing share. */
export interface BanglePlan {
  hoop: Hoop;
  row: (StoneRow & { setting: "flush" | "pave" }) | null;
}

const PAVE_GAP_MM = 0.22;
/** Flush stones stand apart by this share of themselves. */
const FLUSH_GAP = 0.6;
/** Metal beside a seat. */
const BESIDE_MM = 0.3;
const UNDER_MM = 0.55;
/** The outside may fall by this much over a stone's half width before its seat is no seat. */
const MOST_FALL_MM = 0.35;
const SINK_MM = 0.03;
/** A flush stone's table lies this share of its crown above the metal. */
const FLUSH_PROUD = 0.25;
const MOST_ASPECT = 1.35;

const requireWithin = limitsOf<keyof BangleSpec & string>(bangleSchema);
const radians = (deg: number) => (deg * Math.PI) / 180;

function hoopOf(spec: BangleSpec): Hoop {
  const { section, thicknessMm, innerWidthMm } = spec;
  const isOval = spec.shape === "oval";
  if (isOval) {
    requireWithin({
      field: "innerHeightMm",
      value: spec.innerHeightMm,
      minimum: Math.max(40, innerWidthMm / MOST_ASPECT),
      maximum: innerWidthMm,
      reason: "An oval bangle is wider than high, and not so narrow that no hand goes through.",
    });
  }
  if (section !== "round") {
    requireWithin({
      field: "widthMm",
      value: spec.widthMm,
      minimum: 0.7 * thicknessMm,
      reason: "A bangle stands on its edge when it is much thicker than wide.",
    });
  }
  return {
    innerWidthMm,
    innerHeightMm: isOval ? spec.innerHeightMm : innerWidthMm,
    section,
    widthMm: section === "round" ? thicknessMm : spec.widthMm,
    thicknessMm,
  };
}

/** How much lower the outside is at the edge of a stone of that diameter than at its middle, mm. */
const fallOf = (hoop: Hoop, stoneMm: number) =>
  hoop.thicknessMm - hoopHeightMm(hoop, stoneMm / 2 + 0.05);

/** The largest stone the outside takes, mm, on the field's step. */
function mostStoneMm(hoop: Hoop): number {
  let most = 1;
  for (let size = 1; size <= 4.001; size += 0.05) {
    const isFitting = size <= hoop.widthMm - 2 * BESIDE_MM && fallOf(hoop, size) <= MOST_FALL_MM;
    if (isFitting) most = size;
  }
  return most;
}

function rowOf(spec: BangleSpec, hoop: Hoop): BanglePlan["row"] {
  if (spec.stones === "none" || spec.section === "knife") return null;
  const setting = spec.stones;
  requireWithin({
    field: spec.section === "round" ? "thicknessMm" : "widthMm",
    value: hoop.widthMm,
    minimum: spec.section === "round" ? 3 : 1 + 2 * BESIDE_MM,
    reason: "Even the smallest stone needs metal on both sides.",
  });
  requireWithin({
    field: "stoneMm",
    value: spec.stoneMm,
    maximum: mostStoneMm(hoop),
    reason: "The stones need metal on both sides and a level seat.",
  });
  const gem = cutGem("round", spec.stoneMm, spec.stoneMm);
  const fall = fallOf(hoop, spec.stoneMm);
  const sinkMm = setting === "flush" ? (1 - FLUSH_PROUD) * gem.crownMm + fall : SINK_MM + fall;
  requireWithin({
    field: "thicknessMm",
    value: spec.thicknessMm,
    minimum: gem.pavilionMm + sinkMm + UNDER_MM,
    reason: "The points of the stones need metal under them.",
  });
  return layRow(spec, hoop, { gem, sinkMm, setting });
}

function layRow(
  spec: BangleSpec,
  hoop: Hoop,
  { gem, sinkMm, setting }: { gem: StoneRow["gem"]; sinkMm: number; setting: "flush" | "pave" },
): BanglePlan["row"] {
  const heightMm = hoop.thicknessMm - sinkMm;
  const placeAt = (angle: number) => frameOnHoop(hoop, angle, heightMm);
  const gapMm = setting === "flush" ? FLUSH_GAP * spec.stoneMm : PAVE_GAP_MM;
  const pitch = spec.stoneMm + gapMm;
  // Stones that reach round must not meet at the bottom.
  const apart = pitch / Math.min(hoop.innerWidthMm, hoop.innerHeightMm);
  const asked = Math.max(radians(spec.stoneArcDeg) / 2, 2.5 * apart);
  const most = Math.min(asked, Math.PI - 1.6 * apart);
  const angles = evenAngles(placeAt, pitch, most);
  return {
    gem,
    setting,
    stones: angles.map(placeAt),
    gaps: gapAngles(angles).map(placeAt),
    gapMm,
    underSeatMm: heightMm - gem.pavilionMm,
  };
}

/** The layout of a bangle. Throws `invalid_input` naming field, limit and nearest value where its numbers cannot go together. */
export function planBangle(spec: BangleSpec): BanglePlan {
  const hoop = hoopOf(spec);
  return { hoop, row: rowOf(spec, hoop) };
}
