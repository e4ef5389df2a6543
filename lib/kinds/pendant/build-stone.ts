import { makeBail, makeStem } from "../../kernel/jewelry/bail.ts";
import { withoutFilings } from "../../kernel/jewelry/filings.ts";
import { nest, toMatrix } from "../../kernel/jewelry/frame.ts";
import { headsOf } from "../../kernel/jewelry/heads.ts";
import { type PlacedStone, toStonePart } from "../../kernel/jewelry/set-stone.ts";
import { haloZones, headZones } from "../../kernel/jewelry/setting-zones.ts";
import type { Part, Quality } from "../../kernel/mesh.ts";
import type { SolidKernel } from "../../kernel/solid/kernel.ts";
import { DETAIL, type Detail } from "./detail.ts";
import { FACING, planStone, type StonePlan } from "./plan.ts";
import type { PendantSpec } from "./schema.ts";

const CUP_FOOT_MM = 0.1;
/** Prongs end below the lower wire in line with their lower half, so that they do not kink. */
const CLAW_FOOT_MM = 0.25;
const CLAW_FOOT_SHARE = 0.4;

function metalOf(kernel: SolidKernel, plan: StonePlan, detail: Detail) {
  const { set, halo, bail, stem } = plan;
  const head = {
    set,
    halo,
    footDepthMm: set.head === "bezel" ? CUP_FOOT_MM : CLAW_FOOT_MM,
    footHalfMm: Math.max(...set.gem.sizeMm),
    footShare: CLAW_FOOT_SHARE,
  };
  const above = [
    ...(bail ? [makeBail(kernel, bail, detail)] : []),
    ...(stem ? [makeStem(kernel, stem, detail.wireSteps)] : []),
  ].map((solid) => kernel.transform(solid, toMatrix(FACING)));
  return withoutFilings(kernel.toMesh(headsOf(kernel, [head], detail, above)));
}

function stonesOf(spec: PendantSpec, { set, halo }: StonePlan): PlacedStone[] {
  const small = (halo?.stones ?? []).map((frame, i) => ({
    name: `halo-stone-${i + 1}`,
    stone: spec.haloStone,
    gem: halo!.gem,
    frame: nest(set.frame, frame),
  }));
  return [set, ...small];
}

/** A pendant around a stone: its metal as one solid, and each stone. */
export function buildStonePendant(spec: PendantSpec, kernel: SolidKernel, quality: Quality) {
  const plan = planStone(spec);
  const metal: Part = {
    name: "metal",
    role: "metal",
    material: spec.alloy,
    finish: spec.finish,
    mesh: kernel.scope(() => metalOf(kernel, plan, DETAIL[quality])),
    settings: [...headZones(plan.set), ...(plan.halo ? haloZones(plan.set, plan.halo) : [])],
  };
  return [metal, ...stonesOf(spec, plan).map(toStonePart)];
}
