import {
  bead,
  beadSeat,
  copies,
  facetedRoom,
  trimmedBead,
  turnedRoom,
} from "../../kernel/jewelry/bead-setting.ts";
import { bezelHead } from "../../kernel/jewelry/bezel-head.ts";
import { type ClawDetail, clawHead } from "../../kernel/jewelry/claw-head.ts";
import { withoutFilings } from "../../kernel/jewelry/filings.ts";
import { nest, toMatrix } from "../../kernel/jewelry/frame.ts";
import { haloPlate } from "../../kernel/jewelry/halo.ts";
import { type PlacedStone, type SetStone, toStonePart } from "../../kernel/jewelry/set-stone.ts";
import { makeShank, type ShankDetail } from "../../kernel/jewelry/shank.ts";
import type { Mesh, Part, Quality } from "../../kernel/mesh.ts";
import type { Solid, SolidKernel } from "../../kernel/solid/kernel.ts";
import { planRing, type RingPlan } from "./plan.ts";
import { HALO_UNDER_MM } from "./plan-head.ts";
import type { RingSpec } from "./schema.ts";
import { settingZones } from "./zones.ts";

interface Detail extends ShankDetail, ClawDetail {
  /** Around a bead, and around the opening of its seat. */
  beadSegments: number;
  seatSegments: number;
}

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

function footOf({ shank, halo }: RingPlan, set: SetStone) {
  return {
    gem: set.gem,
    bandBelowMm: set.bandBelowMm,
    footDepthMm: Math.min(0.6, Math.max(0.1, shank.thicknessMm - 0.25 - 0.55 * set.prongMm)),
    footHalfMm: shank.widthMm / 2,
    hasUpperRail: !(halo && set.angleRad === 0),
  };
}

/** A stone's head without the room of its stone, in the stone's frame. */
function headOf(kernel: SolidKernel, plan: RingPlan, set: SetStone, detail: Detail): Solid[] {
  const foot = footOf(plan, set);
  return set.head === "bezel"
    ? [bezelHead(kernel, { ...foot, wallMm: set.wallMm })]
    : clawHead(kernel, { ...foot, anchors: set.anchors, prongMm: set.prongMm }, detail);
}

/** A halo's plate and beads with the rooms of its stones cut, in the centre stone's frame. */
function haloOf(kernel: SolidKernel, { halo, centre }: RingPlan, detail: Detail): Solid[] {
  if (!halo || !centre) return [];
  const plate = haloPlate(kernel, centre.gem.outline, halo, HALO_UNDER_MM);
  const seat = beadSeat(kernel, halo.gem, detail.seatSegments);
  const bored = kernel.difference(plate, [copies(kernel, seat, halo.stones)]);
  const beads = copies(kernel, bead(kernel, detail.beadSegments), halo.beads);
  return [bored, beads];
}

/** All heads with their halo, where no stone of any of them is in the way. */
function headsOf(kernel: SolidKernel, plan: RingPlan, detail: Detail): Solid[] {
  const { centre, halo, sides } = plan;
  if (!centre) return [];
  const sets = [centre, ...sides];
  const metal = sets.flatMap((set) => {
    const local = set === centre ? haloOf(kernel, plan, detail) : [];
    return [...headOf(kernel, plan, set, detail), ...local].map((solid) =>
      kernel.transform(solid, toMatrix(set.frame)),
    );
  });
  const rooms = sets.map(({ gem, frame }) =>
    kernel.transform(facetedRoom(kernel, gem), toMatrix(frame)),
  );
  const small = halo
    ? [
        copies(
          kernel,
          turnedRoom(kernel, halo.gem, detail.seatSegments),
          halo.stones.map((at) => nest(centre.frame, at)),
        ),
      ]
    : [];
  return [kernel.difference(kernel.union(metal), [...rooms, ...small])];
}

/** Beads at both sides of every gap of the pavé. */
function beadsOf(kernel: SolidKernel, { pave }: RingPlan, { beadSegments }: Detail): Solid[] {
  if (!pave) return [];
  return ([-1, 1] as const).map((side) =>
    copies(kernel, trimmedBead(kernel, pave, side, beadSegments), pave.gaps),
  );
}

function metalOf(kernel: SolidKernel, plan: RingPlan, detail: Detail): Mesh {
  const solid = kernel.union([
    bandOf(kernel, plan, detail),
    ...headsOf(kernel, plan, detail),
    ...beadsOf(kernel, plan, detail),
  ]);
  return kernel.toMesh(withoutFilings(kernel, solid));
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
