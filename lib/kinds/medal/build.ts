import type { Mesh, Part, Quality } from "../../kernel/mesh.ts";
import type { HeightAt } from "../../kernel/relief/height.ts";
import { type LatheRing, latheMesh } from "../../kernel/relief/lathe.ts";
import { balancedLines, raisedText, textLength } from "../../kernel/relief/lettering.ts";
import { hangingLoop } from "../../kernel/relief/loop.ts";
import { rosette } from "../../kernel/relief/motifs.ts";
import { standing } from "../../kernel/relief/stand.ts";
import type { Solid, SolidKernel } from "../../kernel/solid/kernel.ts";
import type { BuildAssets } from "../assets.ts";
import { heightOf } from "../relief/height.ts";
import { baselineMm, type MedalPlan, planMedal, TRACKING } from "./plan.ts";
import type { MedalSpec } from "./schema.ts";

/** Spacing of the relief's points, mm, and the most of them outwards and round. */
const DETAIL: Record<Quality, { pitchMm: number; rings: number; segments: number }> = {
  preview: { pitchMm: 0.3, rings: 60, segments: 240 },
  final: { pitchMm: 0.12, rings: 150, segments: 600 },
};
/** Letters and loop reach this far into what they stand on, mm. */
const SEATED_MM = 0.3;
/** The rim's flank leans by this share of its height, so that the medal comes out of its mould. */
const DRAFT = 0.25;
const EDGE_MM = 0.25;
/** Over this share of its radius at its edge the relief sinks to the ground. */
const FADE = 0.05;
/** The ground rises to its middle by this, as a struck blank's does. */
const DISH_MM = 0.15;
const REVERSE_LINES = 3;

function faded(height: HeightAt): HeightAt {
  return (x, y) => {
    const toEdge = (1 - Math.sqrt(x * x + y * y)) / FADE;
    if (toEdge <= 0) return 0;
    return height(x, y) * (toEdge >= 1 ? 1 : toEdge * toEdge * (3 - 2 * toEdge));
  };
}

function ringsOf({ spec, radiusMm, fieldMm, reliefRadiusMm }: MedalPlan, count: number) {
  const ground = spec.thicknessMm / 2;
  const top = ground + spec.rimHeightMm;
  const at = (radius: number, zMm: number): LatheRing => ({
    share: radius / radiusMm,
    outMm: 0,
    zMm,
  });
  const relief = Array.from(
    { length: count },
    (_, i): LatheRing => ({
      ...at((reliefRadiusMm * i) / (count - 1), ground + DISH_MM * (1 - (i / (count - 1)) ** 2)),
      reliefMm: spec.reliefMm,
    }),
  );
  const flank = Math.min(DRAFT * spec.rimHeightMm, 0.4 * spec.rimWidthMm);
  const edge = Math.min(EDGE_MM, 0.4 * spec.rimHeightMm, 0.3 * spec.rimWidthMm);
  const rim = [
    at(fieldMm - flank, ground),
    at(fieldMm, top - edge / 3),
    at(fieldMm + edge / 3, top),
    at(radiusMm - edge, top),
    at(radiusMm - edge * 0.3, top - edge * 0.3),
    at(radiusMm, top - edge),
  ];
  return [...relief, ...rim, ...mirrored(rim), at(0, -ground)];
}

/** The rim of the back, from the edge inwards. */
const mirrored = (rim: readonly LatheRing[]): LatheRing[] =>
  rim.map((ring) => ({ ...ring, zMm: -ring.zMm })).reverse();

function blankMesh(plan: MedalPlan, assets: BuildAssets | undefined, quality: Quality): Mesh {
  const { spec, radiusMm, reliefRadiusMm } = plan;
  const detail = DETAIL[quality];
  const size = 2 * reliefRadiusMm;
  const height = faded(heightOf(spec, assets, { widthMm: size, heightMm: size }, rosette));
  const scale = radiusMm / reliefRadiusMm;
  const around = Math.ceil((2 * Math.PI * reliefRadiusMm) / detail.pitchMm / 1.4);
  return latheMesh({
    halfXMm: radiusMm,
    halfYMm: radiusMm,
    rings: ringsOf(plan, Math.min(detail.rings, Math.ceil(reliefRadiusMm / detail.pitchMm))),
    segments: Math.min(detail.segments, Math.max(120, around)),
    reliefAt: (x, y) => height(x * scale, y * scale),
  });
}

/** The text round the front's upper rim, and the lines of the reverse, mirrored so that they read from behind. */
function lettersOf(kernel: SolidKernel, plan: MedalPlan): Solid[] {
  const { spec, font, frontText, reverseText, letterMm } = plan;
  const ground = spec.thicknessMm / 2;
  const z = { fromZMm: ground - SEATED_MM, toZMm: ground + letterMm };
  const front = raisedText(kernel, {
    ...z,
    font,
    text: frontText,
    heightMm: spec.textHeightMm,
    trackingMm: TRACKING * spec.textHeightMm,
    arc: { radiusMm: baselineMm(plan), feet: "inwards" },
  });
  const reverse = reverseLines(plan, reverseText).map(({ text, heightMm, yMm }) => {
    const line = raisedText(kernel, { ...z, font, text, heightMm });
    return line?.translate([0, yMm, 0]).rotate([0, 180, 0]) ?? null;
  });
  return [front, ...reverse].filter((solid) => solid !== null);
}

/** Lines on the reverse, as large as asked or as the field takes, about its middle. */
function reverseLines({ spec, fieldMm, font }: MedalPlan, text: string) {
  if (text === "") return [];
  const lines = balancedLines(text, REVERSE_LINES);
  const longest = Math.max(...lines.map((line) => textLength(line, font)));
  const room = 0.82 * fieldMm;
  const high = lines.length * 1.7;
  // A block of lines within a circle: half its width and half its height on the circle's radius.
  const most = (2 * room) / Math.sqrt(longest * longest + high * high);
  const heightMm = Math.min(1.5 * spec.textHeightMm, most);
  return lines.map((line, i) => ({
    text: line,
    heightMm,
    yMm: ((lines.length - 1) / 2 - i) * 1.7 * heightMm - 0.5 * heightMm,
  }));
}

/** A ring of round wire at the top, through which a cord or a jump ring goes. */
function loopOf(kernel: SolidKernel, { radiusMm, spec }: MedalPlan): Solid {
  const wireMm = Math.max(0.8, Math.min(1.4, spec.thicknessMm / 2));
  return hangingLoop(kernel, { topMm: radiusMm, wireMm, holeMm: 1.6, looks: "front" });
}

/** A medal's one solid, upright, its face to the front. Throws `invalid_input` where numbers do not go together. */
export function buildMedal(
  spec: MedalSpec,
  kernel: SolidKernel,
  quality: Quality,
  assets?: BuildAssets,
): Part[] {
  const plan = planMedal(spec);
  const blank = blankMesh(plan, assets, quality);
  const mesh = kernel.scope(() => {
    const added = [...lettersOf(kernel, plan), ...(spec.loop ? [loopOf(kernel, plan)] : [])];
    return added.length === 0
      ? blank
      : kernel.toMesh(kernel.union([kernel.fromMesh(blank), ...added]));
  });
  return [
    {
      name: "medal",
      role: "metal",
      material: spec.alloy,
      finish: spec.finish,
      mesh: standing(mesh),
    },
  ];
}
