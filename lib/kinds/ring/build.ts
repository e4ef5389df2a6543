import { beadSeat, copies, trimmedBead } from "../../kernel/jewelry/bead-setting.ts";
import { withoutFilings } from "../../kernel/jewelry/filings.ts";
import { nest } from "../../kernel/jewelry/frame.ts";
import { type HeadDetail, headsOf, type StandingHead } from "../../kernel/jewelry/heads.ts";
import { type PlacedStone, toStonePart } from "../../kernel/jewelry/set-stone.ts";
import { makeShank, type ShankDetail } from "../../kernel/jewelry/shank.ts";
import type { Mesh, Part, Quality } from "../../kernel/mesh.ts";
import type { Solid, SolidKernel } from "../../kernel/solid/kernel.ts";
import { planRing, type RingPlan } from "./plan.ts";
import type { RingSpec } from "./schema.ts";
import { settingZones } from "./zones.ts";

type Detail = ShankDetail & HeadDetail;

const DETAIL: Record<Quality, Detail> = {
  preview: { segments: 128, curveSteps: 4, roundSteps: 12, beadSegments: 12, seatSegments: 18 },
  final: { segments: 288, curveSteps: 8, roundSteps: 24, beadSegments: 16, seatSegments: 32 },
};

function stonesOf({ spec, centre, halo, sides, pave }: RingPlan): PlacedStone[] {
  const inHalo = (halo?.stones ?? []).map((frame, i) => ({
    name: `halo-stone-${i + 1}`,
    stone: spec.haloStone,
    gem: halo!.gem,
    frame: nest(centre!.frame, frame),
  }));
  const inBand = (pave?.stones ?? []).map((frame, i) => ({
    name: `pave-stone-${i + 1}`,
    stone: spec.paveStone,
    gem: pave!.gem,
    frame,
  }));
  return [...(centre ? [centre] : []), ...inHalo, ...sides, ...inBand];
}

function bandOf(kernel: SolidKernel, { shank, pave }: RingPlan, detail: Detail): Solid {
  const band = makeShank(kernel, shank, detail);
  if (!pave) return band;
  const seat = beadSeat(kernel, pave.gem, detail.seatSegments);
  return kernel.difference(band, [copies(kernel, seat, pave.stones)]);
}

/** The heads on the band; the centre stone's carries the halo. */
function standingHeads({ shank, centre, halo, sides }: RingPlan): StandingHead[] {
  return [...(centre ? [centre] : []), ...sides].map((set) => ({
    set,
    footDepthMm: Math.min(0.6, Math.max(0.1, shank.thicknessMm - 0.25 - 0.55 * set.prongMm)),
    footHalfMm: shank.widthMm / 2,
    halo: set === centre ? halo : null,
  }));
}

/** Beads at both sides of every gap of the pavé. */
function beadsOf(kernel: SolidKernel, { pave }: RingPlan, { beadSegments }: Detail): Solid[] {
  if (!pave) return [];
  return ([-1, 1] as const).map((side) =>
    copies(kernel, trimmedBead(kernel, pave, side, beadSegments), pave.gaps),
  );
}

function metalOf(kernel: SolidKernel, plan: RingPlan, detail: Detail): Mesh {
  const heads = standingHeads(plan);
  const solid = kernel.union([
    bandOf(kernel, plan, detail),
    ...(heads.length > 0 ? [headsOf(kernel, heads, detail)] : []),
    ...beadsOf(kernel, plan, detail),
  ]);
  return withoutFilings(kernel.toMesh(solid));
}

/**
 * A ring's solids: the metal as one, and each stone. Throws `invalid_input` with field, limit and nearest value
 * where valid single numbers do not go together.
 */
export function buildRing(spec: RingSpec, kernel: SolidKernel, quality: Quality): Part[] {
  const plan = planRing(spec);
  const mesh = kernel.scope(() => metalOf(kernel, plan, DETAIL[quality]));
  const metal: Part = {
    name: "metal",
    role: "metal",
    material: spec.alloy,
    finish: spec.finish,
    mesh,
    settings: settingZones(plan),
  };
  return [metal, ...stonesOf(plan).map(toStonePart)];
}
