import { bead, beadSeat, copies, stoneRoom } from "../../kernel/jewelry/bead-setting.ts";
import { bezelHead } from "../../kernel/jewelry/bezel-head.ts";
import { type ClawDetail, clawHead } from "../../kernel/jewelry/claw-head.ts";
import { type Frame, nest, toMatrix } from "../../kernel/jewelry/frame.ts";
import { type Gem, toGemMesh, toHull } from "../../kernel/jewelry/gem.ts";
import { haloPlate } from "../../kernel/jewelry/halo.ts";
import { makeShank, type ShankDetail } from "../../kernel/jewelry/shank.ts";
import type { Mesh, Part, Quality } from "../../kernel/mesh.ts";
import type { Solid, SolidKernel } from "../../kernel/solid/kernel.ts";
import { caratsOf } from "../../shared/stones.ts";
import { planRing, type RingPlan } from "./plan.ts";
import { HALO_UNDER_MM, type SetStone } from "./plan-head.ts";
import type { RingSpec } from "./schema.ts";
import { settingZones } from "./zones.ts";

interface Detail extends ShankDetail, ClawDetail {
  beadSegments: number;
}

const DETAIL: Record<Quality, Detail> = {
  preview: { segments: 128, curveSteps: 4, roundSteps: 12, beadSegments: 10 },
  final: { segments: 288, curveSteps: 8, roundSteps: 24, beadSegments: 16 },
};

/** What cutting leaves loose below this size is filings, mm³. */
const FILINGS_MM3 = 0.05;

/** A stone's room is a hair smaller than its seat: surfaces that coincide double the time of a cut. */
const ROOM_CLEARANCE = 1.003;

/** A stone and where it is. */
interface Placed {
  name: string;
  stone: string;
  gem: Gem;
  frame: Frame;
}

function stonesOf({ spec, centre, halo, sides, pave }: RingPlan): Placed[] {
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
  const seat = beadSeat(kernel, pave.gem, 2 * detail.beadSegments);
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

function headOf(kernel: SolidKernel, plan: RingPlan, set: SetStone, detail: Detail): Solid {
  const foot = footOf(plan, set);
  const local =
    set.head === "bezel"
      ? bezelHead(kernel, { ...foot, wallMm: set.wallMm })
      : kernel.union(
          clawHead(kernel, { ...foot, anchors: set.anchors, prongMm: set.prongMm }, detail),
        );
  return kernel.transform(local, toMatrix(set.frame));
}

function haloOf(kernel: SolidKernel, { halo, centre }: RingPlan, detail: Detail): Solid[] {
  if (!halo || !centre) return [];
  const plate = haloPlate(kernel, centre.gem.outline, halo, HALO_UNDER_MM);
  const seat = beadSeat(kernel, halo.gem, 2 * detail.beadSegments);
  const bored = kernel.difference(plate, [copies(kernel, seat, halo.stones)]);
  const beads = copies(kernel, bead(kernel, detail.beadSegments), halo.beads);
  const matrix = toMatrix(centre.frame);
  return [kernel.transform(bored, matrix), kernel.transform(beads, matrix)];
}

/** Rooms of all stones; one cutter for each gem that is placed several times. */
function roomsOf(kernel: SolidKernel, stones: readonly Placed[]): Solid[] {
  const byGem = Map.groupBy(stones, ({ gem }) => gem);
  return [...byGem].map(([gem, placed]) =>
    copies(
      kernel,
      stoneRoom(kernel, gem, ROOM_CLEARANCE),
      placed.map(({ frame }) => frame),
    ),
  );
}

/** The solid without filings: pieces too small to be anything but what cutting left loose. */
function withoutFilings(kernel: SolidKernel, solid: Solid): Solid {
  const pieces = solid.decompose();
  if (pieces.length === 1) return solid;
  return kernel.union(pieces.filter((piece) => piece.volume() >= FILINGS_MM3));
}

function metalOf(
  kernel: SolidKernel,
  plan: RingPlan,
  stones: readonly Placed[],
  detail: Detail,
): Mesh {
  const heads = [...(plan.centre ? [plan.centre] : []), ...plan.sides];
  const solid = kernel.union([
    bandOf(kernel, plan, detail),
    ...heads.map((set) => headOf(kernel, plan, set, detail)),
    ...haloOf(kernel, plan, detail),
    ...(plan.pave ? [copies(kernel, bead(kernel, detail.beadSegments), plan.pave.beads)] : []),
  ]);
  const cut = kernel.difference(solid, roomsOf(kernel, stones));
  return kernel.toMesh(withoutFilings(kernel, cut));
}

function toStonePart({ name, stone, gem, frame }: Placed): Part {
  return {
    name,
    role: "stone",
    material: stone,
    mesh: toGemMesh(gem, frame),
    gem: toHull(gem, frame),
    stone: {
      stone,
      cut: gem.cut,
      sizeMm: gem.sizeMm,
      carats: caratsOf(gem.volumeMm3, stone),
    },
  };
}

/**
 * A ring's solids: the metal as one, and each stone. Throws `invalid_input` with field, limit and nearest value
 * where valid single numbers do not go together.
 */
export function buildRing(spec: RingSpec, kernel: SolidKernel, quality: Quality): Part[] {
  const plan = planRing(spec);
  const stones = stonesOf(plan);
  const mesh = kernel.scope(() => metalOf(kernel, plan, stones, DETAIL[quality]));
  const metal: Part = {
    name: "metal",
    role: "metal",
    material: spec.alloy,
    finish: spec.finish,
    mesh,
    settings: settingZones(plan),
  };
  return [metal, ...stones.map(toStonePart)];
}
