import { type BailDetail, makeBail } from "../../kernel/jewelry/bail.ts";
import { withoutFilings } from "../../kernel/jewelry/filings.ts";
import { toMatrix } from "../../kernel/jewelry/frame.ts";
import { topAt } from "../../kernel/jewelry/plate-outlines.ts";
import type { Part, Quality, Vec3 } from "../../kernel/mesh.ts";
import type { Outline, Point2, Solid, SolidKernel } from "../../kernel/solid/kernel.ts";
import { roundedPlate } from "../../kernel/solid/plate.ts";
import { contoursOf } from "../../kernel/solid/section.ts";
import { getFont } from "../../kernel/text/fonts.ts";
import { connected, joinedLetters } from "../../kernel/text/joined-letters.ts";
import { boxOfContours } from "../../kernel/text/text-outlines.ts";
import { FACING } from "../pendant/plan.ts";
import { planName } from "./plan.ts";
import type { NamePendantSpec } from "./schema.ts";

interface Detail extends BailDetail {
  edgeSteps: number;
  /** How far outlines may miss their curves, mm. */
  toleranceMm: number;
}

const DETAIL: Record<Quality, Detail> = {
  preview: { edgeSteps: 2, loopSteps: 40, wireSteps: 12, toleranceMm: 0.02 },
  final: { edgeSteps: 4, loopSteps: 80, wireSteps: 24, toleranceMm: 0.006 },
};

const LOOP_FLATS = 64;
/** A loop goes into the letter by this share of its wall. */
const LOOP_ROOT = 0.7;
/** Heights at which a loop may stand, from the middle of the name to its top. */
const HEIGHTS = 24;
/** Being a mm further in counts as much as being so much lower. */
const INWARDS = 1.6;
const BAIL_SEARCH_MM = 2;

/** Outermost x of a name at a height on one side; null where nothing is. */
function endAt(contours: readonly (readonly Point2[])[], y: number, side: 1 | -1): number | null {
  const turned = contours.map((contour) => contour.map(([px, py]): Point2 => [py, side * px]));
  const end = topAt(turned, y);
  return end === null ? null : side * end;
}

/** The middle of the loop at one end: high, where the name reaches far out. */
function loopPlace(contours: readonly (readonly Point2[])[], spec: NamePendantSpec, side: 1 | -1) {
  const box = boxOfContours(contours)!;
  const middle = (box.minY + box.maxY) / 2;
  const top = Math.min(box.maxY, spec.letterHeightMm);
  const edge = side === 1 ? box.maxX : box.minX;
  let best = { x: edge, y: middle, score: Number.NEGATIVE_INFINITY };
  for (let step = 0; step < HEIGHTS; step++) {
    const y = middle + ((top - middle) * (step + 0.5)) / HEIGHTS;
    const end = endAt(contours, y, side);
    if (end === null) continue;
    const score = y - INWARDS * Math.abs(edge - end);
    if (score > best.score) best = { x: end, y, score };
  }
  const out = spec.loopInnerMm / 2 + (1 - LOOP_ROOT) * spec.loopWallMm;
  return { x: best.x + side * out, y: best.y };
}

/** The name with a loop at each end, still one piece. */
function withLoops(kernel: SolidKernel, name: Outline, spec: NamePendantSpec): Outline {
  const contours = contoursOf(name);
  const { CrossSection } = kernel.wasm;
  const places = ([-1, 1] as const).map((side) => loopPlace(contours, spec, side));
  const discs = (radiusMm: number) =>
    places.map(({ x, y }) => CrossSection.circle(radiusMm, LOOP_FLATS).translate([x, y]));
  const innerMm = spec.loopInnerMm / 2;
  const outer = CrossSection.union([name, ...discs(innerMm + spec.loopWallMm)]);
  const open = CrossSection.difference([outer, ...discs(innerMm)]);
  return connected(kernel, open, spec.lineMm);
}

/** Where a bail hangs the name level: over the middle of its area, where the letters reach highest nearby. */
function bailAt(name: Outline): Vec3 {
  const contours = contoursOf(name);
  const box = boxOfContours(contours)!;
  const middle = (box.minX + box.maxX) / 2;
  let best: Vec3 = [middle, box.maxY, 0];
  let high = Number.NEGATIVE_INFINITY;
  for (let step = -4; step <= 4; step++) {
    const x = middle + (step * BAIL_SEARCH_MM) / 4;
    const y = topAt(contours, x);
    if (y !== null && y > high) {
      high = y;
      best = [x, y, 0];
    }
  }
  return best;
}

function nameSolid(kernel: SolidKernel, spec: NamePendantSpec, quality: Quality): Solid {
  const text = planName(spec);
  const detail = DETAIL[quality];
  const { letterHeightMm: heightMm, lineMm, join, thicknessMm, edgeMm } = spec;
  const { edgeSteps, toleranceMm } = detail;
  const options = { heightMm, lineMm, join, toleranceMm };
  const letters = joinedLetters(kernel, text, getFont(spec.lettering), options);
  const name = spec.hang === "loops" ? withLoops(kernel, letters, spec) : letters;
  const flat = roundedPlate(kernel, name, { thicknessMm, edgeMm, edgeSteps, toleranceMm });
  const plate = kernel.translate(flat, [0, 0, -thicknessMm / 2]);
  if (spec.hang !== "bail") return plate;
  const { loopInnerMm: innerMm, loopWallMm: wallMm } = spec;
  const bail = makeBail(kernel, { style: "loop", innerMm, wallMm, at: bailAt(name) }, detail);
  return kernel.union([plate, bail]);
}

/** A name as one solid of metal, its middle in the origin. Throws `invalid_input` where its values cannot go together. */
export function buildNamePendant(spec: NamePendantSpec, kernel: SolidKernel, quality: Quality) {
  const mesh = kernel.scope(() => {
    const solid = nameSolid(kernel, spec, quality);
    const { min, max } = solid.boundingBox();
    const centred = kernel.translate(solid, [-(min[0] + max[0]) / 2, -(min[1] + max[1]) / 2, 0]);
    return withoutFilings(kernel.toMesh(kernel.transform(centred, toMatrix(FACING))));
  });
  const metal: Part = {
    name: "metal",
    role: "metal",
    material: spec.alloy,
    finish: spec.finish,
    mesh,
  };
  return [metal];
}
