import { copies, turnedRoom } from "../../kernel/jewelry/bead-setting.ts";
import { withoutFilings } from "../../kernel/jewelry/filings.ts";
import { type Frame, toMatrix, within } from "../../kernel/jewelry/frame.ts";
import { toStonePart } from "../../kernel/jewelry/set-stone.ts";
import { makeShank, type ShankDetail } from "../../kernel/jewelry/shank.ts";
import { type RowDetail, withBeadRow } from "../../kernel/jewelry/stone-row.ts";
import { bar } from "../../kernel/jewelry/tube.ts";
import { distance } from "../../kernel/jewelry/vector.ts";
import type { Mesh, Part, Quality, Vec3 } from "../../kernel/mesh.ts";
import type { Point2, Solid, SolidKernel } from "../../kernel/solid/kernel.ts";
import { type EternityPlan, HOLLOW_SHARE, planEternity } from "./plan.ts";
import type { EternitySpec } from "./schema.ts";

interface Detail extends ShankDetail, RowDetail {
  /** Around a prong, and around a hollow between prongs. */
  roundSteps: number;
  hollowSegments: number;
}

const DETAIL: Record<Quality, Detail> = {
  preview: {
    ...{ segments: 120, curveSteps: 3, seatSegments: 16, beadSegments: 8 },
    ...{ roundSteps: 10, hollowSegments: 20 },
  },
  final: {
    ...{ segments: 256, curveSteps: 6, seatSegments: 30, beadSegments: 14 },
    ...{ roundSteps: 20, hollowSegments: 44 },
  },
};

/** A shared prong stands this share of the crown above the girdles before its round end. */
const PRONG_RISE = 0.62;
const PRONG_ROOT_MM = 0.9;

/** Both prongs of a gap, standing in its frame. */
function prongPair(
  kernel: SolidKernel,
  plan: EternityPlan,
  spec: EternitySpec,
  steps: number,
): Solid {
  const radius = spec.prongMm / 2;
  const top = PRONG_RISE * plan.row.gem.crownMm;
  const post = (side: number): Solid => {
    const y = side * plan.prongAsideMm;
    const path: Vec3[] = [
      [0, y, -PRONG_ROOT_MM],
      [0, y, top],
    ];
    return bar(kernel, path, [radius, radius], steps);
  };
  return kernel.union(plan.prongAsideMm < radius ? [post(1), post(-1)] : [1, -1].map(post));
}

/** The hollow across the band under a stone, which lets light in and leaves the prongs standing; in the stone's frame. */
function hollow(kernel: SolidKernel, plan: EternityPlan, segments: number): Solid {
  const { shank, row, stepRad, girdleMm } = plan;
  const pitch = 2 * girdleMm * Math.sin(stepRad / 2);
  const radius = Math.min(HOLLOW_SHARE * row.gem.sizeMm[1], 0.5 * pitch - 0.4);
  const across = kernel.rotate(
    kernel.cylinder(shank.widthMm + 2, radius, radius, segments, true),
    [90, 0, 0],
  );
  return kernel.translate(across, [0, 0, shank.innerRadiusMm + shank.thicknessMm - girdleMm]);
}

/** All shared prongs, without metal in the way of the stones beside them: alike in every gap between two stones. */
function sharedProngs(
  kernel: SolidKernel,
  { row: { gem, stones, gaps } }: EternityPlan,
  pair: Solid,
  room: Solid,
): Solid[] {
  const trimmed = (gap: Frame): Solid => {
    const near = stones.filter(({ origin }) => distance(origin, gap.origin) < 1.5 * gem.sizeMm[0]);
    const rooms = near.map((frame) => within(gap, frame));
    return kernel.difference(pair, [copies(kernel, room, rooms)]);
  };
  const isOpen = gaps.length > stones.length;
  const inner = isOpen ? gaps.slice(1, -1) : gaps;
  const ends = isOpen ? [gaps[0]!, gaps.at(-1)!] : [];
  const middle = inner[Math.floor(inner.length / 2)];
  return [
    ...(middle ? [copies(kernel, trimmed(middle), inner)] : []),
    ...ends.map((gap) => kernel.transform(trimmed(gap), toMatrix(gap))),
  ];
}

/**
 * The band with hollows and shared prongs, no metal in the way of any stone. What is alike at every stone is worked out
 * once: the whole band takes one cut and one union.
 */
function prongSet(
  kernel: SolidKernel,
  band: Solid,
  plan: EternityPlan,
  spec: EternitySpec,
  detail: Detail,
): Solid {
  const { row } = plan;
  const room = turnedRoom(kernel, row.gem, detail.seatSegments);
  const cut = kernel.union([hollow(kernel, plan, detail.hollowSegments), room]);
  const bored = kernel.difference(band, [copies(kernel, cut, row.stones)]);
  const pair = prongPair(kernel, plan, spec, detail.roundSteps);
  return kernel.union([bored, ...sharedProngs(kernel, plan, pair, room)]);
}

/** How much of the girdle's radius a channel's walls cover, and how deep its floor lies below the girdle. */
const CHANNEL_COVER_MM = 0.14;
const FLOOR_SHARE = 0.45;

/** The channel between two walls as a body turned about the finger's axis. */
function channel(kernel: SolidKernel, plan: EternityPlan, { segments }: Detail): Solid {
  const { girdleMm, row, shank, gapAngles } = plan;
  const half = row.gem.sizeMm[0] / 2 - CHANNEL_COVER_MM;
  const floor = girdleMm - FLOOR_SHARE * row.gem.pavilionMm;
  const outside = shank.innerRadiusMm + shank.thicknessMm + 0.5;
  const outline: Point2[] = [
    [floor, -half],
    [outside, -half],
    [outside, half],
    [floor, half],
  ];
  const isFull = gapAngles.length === row.stones.length;
  const sweep = isFull ? 360 : ((gapAngles.at(-1)! - gapAngles[0]!) * 180) / Math.PI;
  const turned = kernel.revolve(outline, isFull ? segments : Math.ceil(segments / 2), sweep);
  // Turned about Z from +X; the ring turns about Y from the top.
  const upright = kernel.rotate(turned, [90, 0, 0]);
  return kernel.rotate(upright, [0, isFull ? 0 : sweep / 2 - 90, 0]);
}

function metalOf(kernel: SolidKernel, plan: EternityPlan, spec: EternitySpec, quality: Quality) {
  const detail = DETAIL[quality];
  const band = makeShank(kernel, plan.shank, detail);
  const { row } = plan;
  if (plan.setting === "pave") return withBeadRow(kernel, band, row, detail);
  if (plan.setting === "prong") return prongSet(kernel, band, plan, spec, detail);
  const rooms = copies(kernel, turnedRoom(kernel, row.gem, detail.seatSegments), row.stones);
  return kernel.difference(band, [channel(kernel, plan, detail), rooms]);
}

/** An eternity ring's solids: the metal as one, and each stone. Throws `invalid_input` as `planEternity` does. */
export function buildEternity(spec: EternitySpec, kernel: SolidKernel, quality: Quality): Part[] {
  const plan = planEternity(spec);
  const mesh: Mesh = kernel.scope(() =>
    withoutFilings(kernel.toMesh(metalOf(kernel, plan, spec, quality))),
  );
  const { row } = plan;
  const metal: Part = {
    name: "metal",
    role: "metal",
    material: spec.alloy,
    finish: spec.finish,
    mesh,
    settings: row.stones.map(({ origin }) => ({
      at: origin,
      radiusMm: row.gem.sizeMm[1] / 2 + 0.65,
    })),
  };
  const stones = row.stones.map((frame, i) =>
    toStonePart({ name: `stone-${i + 1}`, stone: spec.stone, gem: row.gem, frame }),
  );
  return [metal, ...stones];
}
