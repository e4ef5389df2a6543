import type { Mesh, Part, Quality, SettingZone } from "../../kernel/mesh.ts";
import type { HeightAt } from "../../kernel/relief/height.ts";
import { type LatheRing, latheMesh } from "../../kernel/relief/lathe.ts";
import { type RaisedLetters, raisedText } from "../../kernel/relief/lettering.ts";
import { hangingLoop } from "../../kernel/relief/loop.ts";
import { rosette } from "../../kernel/relief/motifs.ts";
import { standing, standingAt } from "../../kernel/relief/stand.ts";
import type { Solid, SolidKernel } from "../../kernel/solid/kernel.ts";
import type { BuildAssets } from "../assets.ts";
import { heightOf } from "../relief/height.ts";
import { baselineMm, type MedalPlan, planMedal, reverseLines, TRACKING } from "./plan.ts";
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
function lettersOf(kernel: SolidKernel, plan: MedalPlan): RaisedLetters[] {
  const { spec, font, frontText, letterMm } = plan;
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
  const reverse = reverseLines(plan).map(({ text, heightMm, yMm }) => {
    const line = raisedText(kernel, { ...z, font, text, heightMm });
    return line && onReverse(line, yMm);
  });
  return [front, ...reverse].filter((letters) => letters !== null);
}

/** Letters moved up by `yMm` and turned to the back. */
const onReverse = ({ solid, zones }: RaisedLetters, yMm: number): RaisedLetters => ({
  solid: solid.translate([0, yMm, 0]).rotate([0, 180, 0]),
  zones: zones.map(({ at: [x, y, zMm], radiusMm }) => ({ at: [-x, y + yMm, -zMm], radiusMm })),
});

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
  const zones: SettingZone[] = [];
  const mesh = kernel.scope(() => {
    const letters = lettersOf(kernel, plan);
    zones.push(...letters.flatMap((each) => each.zones));
    const added = letters.map(({ solid }) => solid);
    if (spec.loop) added.push(loopOf(kernel, plan));
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
      settings: zones.map(({ at, radiusMm }) => ({ at: standingAt(at), radiusMm })),
    },
  ];
}
