import type { Part, Quality } from "../../kernel/mesh.ts";
import { litFromBehind } from "../../kernel/relief/lit.ts";
import { type LithophanePlate, lithophaneMesh } from "../../kernel/relief/lithophane-plate.ts";
import type { Solid, SolidKernel } from "../../kernel/solid/kernel.ts";
import type { BuildAssets } from "../assets.ts";
import { planLithophane } from "./plan.ts";
import type { LithophaneSpec } from "./schema.ts";

/** The foot, mm: how high, how far it holds the plate, and its depth against the plate's height. */
const FOOT = { highMm: 5, holdsMm: 1.6, depthShare: 0.3, roundMm: 4 };
const CORNER_STEPS = 8;

/** A rounded bar under a flat plate that reaches up to hold it. */
function footOf(kernel: SolidKernel, { widthMm, heightMm, maxMm }: LithophanePlate): Solid {
  const depth = Math.max(16, FOOT.depthShare * heightMm);
  const half = [widthMm / 2 + 2, depth / 2] as const;
  const corners = [
    [1, 1],
    [-1, 1],
    [-1, -1],
    [1, -1],
  ] as const;
  const outline = corners.flatMap(([sx, sy], quarter) =>
    Array.from({ length: CORNER_STEPS + 1 }, (_, i): [number, number] => {
      const angle = (Math.PI / 2) * (quarter + i / CORNER_STEPS);
      return [
        sx * (half[0] - FOOT.roundMm) + FOOT.roundMm * Math.cos(angle),
        sy * (half[1] - FOOT.roundMm) + FOOT.roundMm * Math.sin(angle),
      ];
    }),
  );
  const bar = kernel.extrude([outline], FOOT.highMm);
  return kernel.translate(bar, [0, -maxMm / 2, FOOT.holdsMm - FOOT.highMm]);
}

/** Thickness of the plate behind a point of its front; the foot and the back let no light through. */
function thicknessOf({ widthMm, curveDeg, maxMm }: LithophanePlate, hasFoot: boolean) {
  const radius = curveDeg === 0 ? 0 : widthMm / ((curveDeg * Math.PI) / 180);
  return (x: number, y: number, z: number): number => {
    if (hasFoot && z <= FOOT.holdsMm + 1e-3) return maxMm;
    const out = radius === 0 ? -y : Math.sqrt(x * x + (radius - y) ** 2) - radius;
    return out < 1e-3 ? maxMm : out;
  };
}

/** A lithophane's one solid, upright. Throws `invalid_input` where numbers do not go together. */
export function buildLithophane(
  spec: LithophaneSpec,
  kernel: SolidKernel,
  quality: Quality,
  assets?: BuildAssets,
): Part[] {
  const plate = planLithophane(spec, assets, quality);
  const hasFoot = spec.stand && spec.form === "flat";
  const bare = lithophaneMesh(plate);
  const mesh = kernel.scope(() => {
    const solid = kernel.fromMesh(bare);
    return kernel.toMesh(hasFoot ? kernel.union([solid, footOf(kernel, plate)]) : solid);
  });
  const shown = spec.lit
    ? litFromBehind(mesh, thicknessOf(plate, hasFoot), [spec.minMm, spec.maxMm])
    : mesh;
  return [{ name: "lithophane", role: "body", material: spec.material, mesh: shown }];
}
