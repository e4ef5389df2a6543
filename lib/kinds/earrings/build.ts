import { makeStem, wireRing } from "../../kernel/jewelry/bail.ts";
import { withoutFilings } from "../../kernel/jewelry/filings.ts";
import { toMatrix } from "../../kernel/jewelry/frame.ts";
import { type HeadDetail, headsOf, type StandingHead } from "../../kernel/jewelry/heads.ts";
import { makeHoop } from "../../kernel/jewelry/hoop.ts";
import { postSolid } from "../../kernel/jewelry/post.ts";
import { type SetStone, toStonePart } from "../../kernel/jewelry/set-stone.ts";
import { headZones } from "../../kernel/jewelry/setting-zones.ts";
import type { Mesh, Part, Quality, Vec3 } from "../../kernel/mesh.ts";
import type { Solid, SolidKernel } from "../../kernel/solid/kernel.ts";
import { FACING } from "../pendant/plan.ts";
import { type Loop, planEarring, planHoop, type StonePlan } from "./plan.ts";
import type { EarringsSpec } from "./schema.ts";

interface Detail extends HeadDetail {
  loopSteps: number;
  wireSteps: number;
  hoopSteps: number;
  hoopSegments: number;
}

const DETAIL: Record<Quality, Detail> = {
  preview: {
    ...{ curveSteps: 4, roundSteps: 12, beadSegments: 12, seatSegments: 18 },
    ...{ loopSteps: 32, wireSteps: 12, hoopSteps: 160, hoopSegments: 24 },
  },
  final: {
    ...{ curveSteps: 8, roundSteps: 24, beadSegments: 16, seatSegments: 32 },
    ...{ loopSteps: 64, wireSteps: 20, hoopSteps: 320, hoopSegments: 40 },
  },
};

const CUP_FOOT_MM = 0.1;
const CLAW_FOOT_MM = 0.25;
const CLAW_FOOT_SHARE = 0.4;
/** Between the two earrings as they are shown, mm. */
const APART_MM = 5;

function headFor(set: SetStone): StandingHead {
  return {
    set,
    footDepthMm: set.head === "bezel" ? CUP_FOOT_MM : CLAW_FOOT_MM,
    footHalfMm: Math.max(...set.gem.sizeMm),
    footShare: CLAW_FOOT_SHARE,
  };
}

function loopSolid(kernel: SolidKernel, loop: Loop, detail: Detail): Solid {
  const ring = wireRing(kernel, loop, detail);
  return kernel.translate(loop.faces === "side" ? ring : kernel.rotate(ring, [0, 90, 0]), loop.at);
}

function ofStones(kernel: SolidKernel, plan: StonePlan, spec: EarringsSpec, detail: Detail): Mesh {
  const [carrier] = plan.sets;
  const facing = (solid: Solid) => kernel.transform(solid, toMatrix(FACING));
  const post = postSolid(
    kernel,
    carrier!,
    { diameterMm: spec.postMm, lengthMm: spec.postLengthMm },
    detail.wireSteps,
  );
  const beside = [
    post,
    ...plan.loops.map((loop) => loopSolid(kernel, loop, detail)),
    ...plan.stems.map((stem) => makeStem(kernel, stem, detail.wireSteps)),
  ].map(facing);
  const whole = headsOf(kernel, plan.sets.map(headFor), detail, beside);
  return withoutFilings(kernel.toMesh(whole));
}

function moved(mesh: Mesh, byX: number): Mesh {
  const positions = mesh.positions.map((value, i) => (i % 3 === 0 ? value + byX : value));
  return { ...mesh, positions };
}

const shiftedX = ([x, y, z]: Vec3, byX: number): Vec3 => [x + byX, y, z];

/** The pair: the same earring at both sides of the middle. */
function pairOf(spec: EarringsSpec, mesh: Mesh, sets: readonly SetStone[], halfMm: number): Part[] {
  const sides = [
    { side: "left", x: -(halfMm + APART_MM / 2) },
    { side: "right", x: halfMm + APART_MM / 2 },
  ];
  const atSide = (set: SetStone, side: string, x: number): SetStone => ({
    ...set,
    name: `${side}-${set.name}`,
    frame: { ...set.frame, origin: shiftedX(set.frame.origin, x) },
  });
  const placed = sides.map(({ side, x }) => sets.map((set) => atSide(set, side, x)));
  const metal = sides.map(
    ({ side, x }, i): Part => ({
      name: `${side}-earring`,
      role: "metal",
      material: spec.alloy,
      finish: spec.finish,
      mesh: moved(mesh, x),
      settings: placed[i]!.flatMap(headZones),
    }),
  );
  return [...metal, ...placed.flat().map(toStonePart)];
}

/**
 * A pair of earrings: the metal of each (with its post; a swinging drop is a solid of its own), and their stones.
 * Throws `invalid_input` with field, limit and nearest value where valid single numbers do not go together.
 */
export function buildEarrings(spec: EarringsSpec, kernel: SolidKernel, quality: Quality): Part[] {
  const detail = DETAIL[quality];
  if (spec.style === "hoop") {
    const hoop = planHoop(spec);
    const { hoopSteps: steps, hoopSegments: segments } = detail;
    const mesh = kernel.scope(() => kernel.toMesh(makeHoop(kernel, hoop, { steps, segments })));
    return pairOf(spec, mesh, [], hoop.innerMm / 2 + hoop.thicknessMm);
  }
  const plan = planEarring(spec);
  const mesh = kernel.scope(() => ofStones(kernel, plan, spec, detail));
  return pairOf(spec, mesh, plan.sets, plan.halfMm);
}
