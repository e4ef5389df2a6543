import { baseThickness } from "../../kernel/figurine/base.ts";
import type { Detail, FigurePart, Patch } from "../../kernel/figurine/parts.ts";
import type { Zone } from "../../kernel/measure/zone.ts";
import type { Box, Vec3 } from "../../kernel/mesh.ts";
import { layersOf, skeletonFor } from "./build.ts";
import { planFigurine } from "./plan.ts";
import type { FigurineSpec } from "./schema.ts";

/**
 * Parts of this grain and finer are ornaments (fingers, cuffs, soles, buttons), which the rule of details judges
 * and not that of walls: they lie on thicker parts.
 */
const ORNAMENT_GRAIN = { body: 0.8, head: 0.7 } as const;
/** Around an ornament, mm. */
const MARGIN_MM = 0.8;

interface Laid {
  parts: FigurePart[];
  patches: Patch[];
  details: Detail[];
  /** Millimetres to a unit, and a place of the figure in millimetres: both to within 2 %, without meshing. */
  scale: number;
  toMm(at: Vec3): Vec3;
}

function laidOut(spec: FigurineSpec): Laid {
  const plan = planFigurine(spec);
  const s = skeletonFor(spec, plan);
  const all = layersOf(spec, plan, s);
  const high = Math.max(...all.parts.map(({ shape }) => shape.box.max[2]));
  const lift = spec.base === "none" ? 0 : baseThickness(spec.heightMm);
  const scale = (spec.heightMm - lift) / high;
  return {
    ...all,
    scale,
    toMm: ([x, y, z]) => [x * scale, y * scale, z * scale + lift],
  };
}

/** The finest details of a figurine, mm. */
export function detailsOf(spec: FigurineSpec): Detail[] {
  const { details, scale, toMm } = laidOut(spec);
  return details.map(({ what, size, at }) => ({ what, size: size * scale, at: toMm(at) }));
}

function zoneOf({ min, max }: Box, { scale, toMm }: Laid): Zone {
  const middle: Vec3 = [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2];
  const across = Math.hypot(max[0] - min[0], max[1] - min[1], max[2] - min[2]) / 2;
  return { at: toMm(middle), radiusMm: across * scale + MARGIN_MM };
}

/** A box across the middle as its two sides: pairs of cuffs and shoes are apart. */
function sidesOf(box: Box): Box[] {
  const { min, max } = box;
  if (min[0] > -2 || max[0] < 2) return [box];
  return [
    { min, max: [0, max[1], max[2]] },
    { min: [0, min[1], min[2]], max },
  ];
}

/** A patch's own box: its outline, and the front half of what it lies on. */
function patchBox({ outline, onto }: Patch): Box {
  const xs = outline.map(([x]) => x);
  const zs = outline.map(([, z]) => z);
  const front = onto.box.min[1];
  const [x, z] = [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...zs) + Math.max(...zs)) / 2];
  const y = depthOf(onto.distance, x, front, z);
  return {
    min: [Math.min(...xs), y - 1, Math.min(...zs)],
    max: [Math.max(...xs), y + 1, Math.max(...zs)],
  };
}

function depthOf(distance: FigurePart["shape"]["distance"], x: number, from: number, z: number) {
  let y = from;
  for (let step = 0; step < 24; step++) y += Math.max(0, distance(x, y, z));
  return y;
}

/** The letters of a name plate, wherever in front of the feet it lies. */
function plateZones({ base, plateText, heightMm }: FigurineSpec): Zone[] {
  if (base === "none" || plateText === "") return [];
  const step = heightMm * 0.08;
  return [-2, -1, 0, 1, 2].map((k) => ({
    at: [k * step, -heightMm * 0.25, step],
    radiusMm: heightMm * 0.12,
  }));
}

/** Where ornaments are: fingers, buttons, patches of colour; walls there follow the rule of details. */
export function ornamentZones(spec: FigurineSpec): Zone[] {
  const laid = laidOut(spec);
  const small = laid.parts
    .filter(({ grain, half }) => grain <= ORNAMENT_GRAIN[half])
    .flatMap(({ shape }) => sidesOf(shape.box));
  const ornaments = [...small, ...laid.patches.map(patchBox)].map((box) => zoneOf(box, laid));
  return [...ornaments, ...plateZones(spec)];
}
