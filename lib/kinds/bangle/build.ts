import { closedHoop, type HoopDetail } from "../../kernel/jewelry/arm-hoop.ts";
import { withoutFilings } from "../../kernel/jewelry/filings.ts";
import { toStonePart } from "../../kernel/jewelry/set-stone.ts";
import { type RowDetail, withBeadRow, withFlushRow } from "../../kernel/jewelry/stone-row.ts";
import type { Mesh, Part, Quality, SettingZone } from "../../kernel/mesh.ts";
import type { SolidKernel } from "../../kernel/solid/kernel.ts";
import { type BanglePlan, planBangle } from "./plan.ts";
import type { BangleSpec } from "./schema.ts";

const DETAIL: Record<Quality, HoopDetail & RowDetail> = {
  preview: { segments: 144, curveSteps: 4, seatSegments: 16, beadSegments: 8 },
  final: { segments: 320, curveSteps: 8, seatSegments: 28, beadSegments: 14 },
};

function metalOf(kernel: SolidKernel, { hoop, row }: BanglePlan, quality: Quality): Mesh {
  const detail = DETAIL[quality];
  const bare = closedHoop(kernel, hoop, detail);
  if (!row) return kernel.toMesh(bare);
  const set = row.setting === "flush" ? withFlushRow : withBeadRow;
  return withoutFilings(kernel.toMesh(set(kernel, bare, row, detail)));
}

/** Seats and beads have rules of their own. */
const zonesOf = ({ row }: BanglePlan): SettingZone[] =>
  (row?.stones ?? []).map(({ origin }) => ({
    at: origin,
    radiusMm: row!.gem.sizeMm[1] / 2 + 0.6,
  }));

/** A bangle's solids: the metal as one, and each stone. Throws `invalid_input` as `planBangle` does. */
export function buildBangle(spec: BangleSpec, kernel: SolidKernel, quality: Quality): Part[] {
  const plan = planBangle(spec);
  const metal: Part = {
    name: "metal",
    role: "metal",
    material: spec.alloy,
    finish: spec.finish,
    mesh: kernel.scope(() => metalOf(kernel, plan, quality)),
    settings: zonesOf(plan),
  };
  const stones = (plan.row?.stones ?? []).map((frame, i) =>
    toStonePart({ name: `stone-${i + 1}`, stone: spec.stone, gem: plan.row!.gem, frame }),
  );
  return [metal, ...stones];
}
