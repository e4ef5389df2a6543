import type { Mesh, Part, Quality } from "../../kernel/mesh.ts";
import { type LatheRing, latheMesh } from "../../kernel/relief/lathe.ts";
import { hangingLoop } from "../../kernel/relief/loop.ts";
import { rose } from "../../kernel/relief/motifs.ts";
import { standing } from "../../kernel/relief/stand.ts";
import type { SolidKernel } from "../../kernel/solid/kernel.ts";
import type { BuildAssets } from "../assets.ts";
import { heightOf } from "../relief/height.ts";
import { type CameoPlan, planCameo } from "./plan.ts";
import type { CameoSpec } from "./schema.ts";

interface Detail {
  pitchMm: number;
  rings: number;
  segments: number;
  /** Rings over the frame's width. */
  frameRings: number;
}

const DETAIL: Record<Quality, Detail> = {
  preview: { pitchMm: 0.3, rings: 56, segments: 240, frameRings: 10 },
  final: { pitchMm: 0.11, rings: 150, segments: 640, frameRings: 20 },
};
/** Over this share at its edge the relief sinks to the ground. */
const FADE = 0.1;
/** Of the frame's height, given to rope or beads. */
const PATTERN = 0.3;

const smooth = (t: number) => (t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t));

/** Ground, frame and back from the middle of the face to the middle of the back. */
function ringsOf(plan: CameoPlan, ground: number, frame: number): LatheRing[] {
  const { spec, frameTopMm, patternMm } = plan;
  const half = spec.thicknessMm / 2;
  const face = Array.from({ length: ground }, (_, i): LatheRing => {
    const share = i / (ground - 1);
    return {
      share,
      outMm: 0,
      zMm: half + spec.domeMm * (1 - share * share),
      reliefMm: spec.reliefMm,
    };
  });
  const over = Array.from({ length: frame + 1 }, (_, i): LatheRing => {
    const t = -1 + (2 * i) / frame;
    const round = Math.sqrt(Math.max(0, 1 - t * t));
    const rise = (frameTopMm - patternMm - half) * round;
    return {
      share: 1,
      outMm: 0.05 + (spec.frameWidthMm / 2) * (1 + Math.sin((Math.PI / 2) * t)),
      zMm: half + rise,
      reliefMm: patternMm * round,
    };
  });
  const outMm = 0.05 + spec.frameWidthMm;
  return [
    ...face,
    ...over,
    { share: 1, outMm, zMm: -half + 0.3 },
    { share: 1, outMm: outMm - 0.3, zMm: -half },
    { share: 0, outMm: 0, zMm: -half },
  ];
}

/** What winds round the frame, −… to 1, at a direction and a distance across it. */
function windingAt(plan: CameoPlan, x: number, y: number): number {
  const { spec, halfXMm, halfYMm, turns } = plan;
  if (spec.frame === "plain") return 1;
  const angle = plan.alongAt(Math.atan2(y, x));
  const r = Math.sqrt(x * x + y * y);
  const across = ((r - 1) * (halfXMm + halfYMm)) / spec.frameWidthMm - 1;
  const phase = turns * angle;
  if (spec.frame === "beaded") return Math.abs(Math.cos(phase / 2)) ** 0.6;
  return 0.5 + 0.5 * Math.cos(phase + 1.5 * across);
}

function bodyMesh(plan: CameoPlan, assets: BuildAssets | undefined, quality: Quality): Mesh {
  const { spec, halfXMm, halfYMm } = plan;
  const detail = DETAIL[quality];
  const box = { widthMm: 2 * halfXMm, heightMm: 2 * halfYMm };
  const height = heightOf(spec, assets, box, rose);
  const most = Math.max(halfXMm, halfYMm);
  const ground = Math.min(detail.rings, Math.ceil(most / detail.pitchMm));
  const around = Math.ceil((2 * Math.PI * most) / detail.pitchMm / 1.3);
  return latheMesh({
    halfXMm,
    halfYMm,
    rings: ringsOf(plan, ground, detail.frameRings),
    segments: Math.min(detail.segments, Math.max(160, around)),
    reliefAt: (x, y) => {
      const r = Math.sqrt(x * x + y * y);
      if (r > 1 + 1e-6) return windingAt(plan, x, y);
      return height(x, y) * smooth((1 - r) / FADE);
    },
  });
}

/** A cameo's one solid, upright, its face to the front. Throws `invalid_input` where numbers do not go together. */
export function buildCameo(
  spec: CameoSpec,
  kernel: SolidKernel,
  quality: Quality,
  assets?: BuildAssets,
): Part[] {
  const plan = planCameo(spec, PATTERN);
  const body = bodyMesh(plan, assets, quality);
  const mesh = spec.bail
    ? kernel.scope(() => {
        const loop = hangingLoop(kernel, {
          topMm: plan.halfYMm + spec.frameWidthMm,
          wireMm: plan.wireMm,
          holeMm: spec.bailHoleMm / 2,
          looks: "sides",
          tall: 1.25,
        });
        return kernel.toMesh(kernel.union([kernel.fromMesh(body), loop]));
      })
    : body;
  const { alloy, finish } = spec;
  return [{ name: "cameo", role: "metal", material: alloy, finish, mesh: standing(mesh) }];
}
