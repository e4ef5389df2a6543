import { boxAround } from "../implicit/shape.ts";
import { boxOf } from "../measure/extent.ts";
import type { Box, Mesh, Vec3 } from "../mesh.ts";
import { type Hollowed, type HollowOptions, hollowSolid } from "../print/hollow.ts";
import type { Solid, SolidKernel } from "../solid/kernel.ts";
import { type BaseDesign, baseSolids, baseThickness, planBase } from "./base.ts";
import { colouredMesh, type FaceColours, type Fineness, largest, solidsOf } from "./fuse.ts";
import { partAtNeck } from "./joint.ts";
import { oneShell } from "./one-shell.ts";
import type { Painter } from "./painter.ts";
import type { Colour, Detail, Layer } from "./parts.ts";
import type { Skeleton } from "./skeleton.ts";

export interface MakeOptions {
  heightMm: number;
  base: BaseDesign;
  /** Clearance of a keyed neck joint, mm; null makes one solid. */
  jointMm: number | null;
  skin: Colour;
  hollow: HollowOptions | null;
  fineness: Fineness;
  /** Segments around a round base. */
  segments: number;
  /** Paints faces of a colour, in the figure's own units. */
  painters?: ReadonlyMap<Colour, Painter>;
}

export interface MadeHalf {
  name: "figurine" | "body" | "head";
  mesh: Mesh;
  savedMm3: number;
  /** Of crumbs that were left out, mm³. */
  droppedMm3: number;
}

export interface MadeFigure {
  halves: MadeHalf[];
  /** The finest details in millimetres, where they are. */
  details: Detail[];
  drains: Vec3[];
}

/** How deep feet are sunk into a base, mm: the halves must overlap to be one. */
const SUNK_MM = 0.4;
/** Detail that matters less than this is left out of the mesh, mm, for a figurine of 100 mm. */
const TIDY = 0.006;

/** Shortest edges of what is painted from a picture, of a cell. */
const FINE = 0.16;

const boxOfSolid = (solid: Solid): Box => {
  const { min, max } = solid.boundingBox();
  return { min: [min[0], min[1], min[2]], max: [max[0], max[1], max[2]] };
};

/** The box of what a solid has below a height; null where it has nothing there. */
function lowBoxOf(solid: Solid, belowMm: number): Box | null {
  const box = boxOfSolid(solid);
  if (box.min[2] >= belowMm) return null;
  return box.max[2] <= belowMm ? box : boxOfSolid(solid.trimByPlane([0, 0, -1], -belowMm));
}

interface Placing {
  scale: number;
  /** Of the figure's own ground, mm. */
  lift: number;
  groundZ: number;
}

/** A solid of the figure's units in millimetres on its base. */
const place = (solid: Solid, { scale, lift, groundZ }: Placing): Solid =>
  solid.scale(scale).translate([0, 0, lift - groundZ * scale]);

function placingOf(
  solids: readonly Solid[],
  { heightMm, base }: MakeOptions,
  lostHigh: number,
): Placing {
  const boxes = solids.map(boxOfSolid);
  const groundZ = Math.min(...boxes.map(({ min }) => min[2]));
  const high = Math.max(...boxes.map(({ max }) => max[2])) - groundZ - lostHigh;
  const lift = base.shape === "none" ? 0 : baseThickness(heightMm) - SUNK_MM;
  return { scale: (heightMm - lift) / high, lift, groundZ };
}

/** How high the figure is in its own units, to within a cell: what a clearance in mm is reckoned by. */
function roughHigh(layer: Layer): number {
  const tops = layer.parts.map(({ shape }) => shape.box.max[2]);
  return Math.max(...tops);
}

/** What meshing takes off the clearance at its edges, of a cell; measured on four bodies. */
const EDGE_SHARE = 0.16;

/** The layer parted at the neck where a joint is asked for. */
function parted(
  s: Skeleton,
  layer: Layer,
  { jointMm, heightMm, skin, fineness }: MakeOptions,
): Layer {
  if (jointMm === null) return layer;
  const clearance = (jointMm * roughHigh(layer)) / heightMm + EDGE_SHARE * fineness.cell;
  return partAtNeck(s, layer, { clearance, skin });
}

function finish(
  kernel: SolidKernel,
  name: MadeHalf["name"],
  solid: Solid,
  options: MakeOptions,
): { name: MadeHalf["name"]; hollowed: Hollowed; droppedMm3: number } {
  const tidy = solid.simplify(TIDY * (options.heightMm / 100));
  const whole = largest(tidy);
  const hollowed = options.hollow
    ? hollowSolid(kernel, whole, options.hollow)
    : { solid: whole, savedMm3: 0, drains: [] };
  return { name, hollowed, droppedMm3: tidy.volume() - whole.volume() };
}

/** A painter of the figure's units for places in millimetres. */
const inMm =
  (painter: Painter, { scale, lift, groundZ }: Placing): Painter =>
  (x, y, z) =>
    painter(x / scale, y / scale, (z - lift) / scale + groundZ);

const detailInMm = (detail: Detail, { scale, lift, groundZ }: Placing): Detail => ({
  what: detail.what,
  size: detail.size * scale,
  at: [detail.at[0] * scale, detail.at[1] * scale, (detail.at[2] - groundZ) * scale + lift],
});

/** Height, mm, that may be lost with a crumb before a figure is made anew without it. */
const MOST_LOST_MM = 0.02;

/**
 * A figure as one closed solid, or as body and head with a keyed joint, exactly `heightMm` tall with its base,
 * in colours by vertex. What falls off (a curl smaller than a cell) is left out.
 */
export function makeFigure(
  kernel: SolidKernel,
  s: Skeleton,
  whole: Layer,
  options: MakeOptions,
): MadeFigure {
  const { figure, scale } = makeOnce(kernel, s, whole, options, 0);
  const lostMm = options.heightMm - topOf(figure);
  if (lostMm < MOST_LOST_MM) return figure;
  return makeOnce(kernel, s, whole, options, lostMm / scale).figure;
}

const topOf = ({ halves }: MadeFigure) => boxOf(halves.map(({ mesh }) => mesh)).max[2];

/** @param lostHigh how far below the highest of its parts the figure ends, as that part falls off; its own units */
function makeOnce(
  kernel: SolidKernel,
  s: Skeleton,
  whole: Layer,
  options: MakeOptions,
  lostHigh: number,
): { figure: MadeFigure; scale: number } {
  const colours: FaceColours = new Map();
  const layer = parted(s, whole, options);
  const fine = options.fineness;
  const body = solidsOf(kernel, layer, "body", fine, colours);
  const head = solidsOf(kernel, layer, "head", fine, colours);
  const placing = placingOf([...body, ...head], options, lostHigh);
  const inPlace = (solids: readonly Solid[]) => solids.map((solid) => place(solid, placing));
  const bodies = inPlace(body);
  const heads = inPlace(head);
  const base = baseOf(kernel, bodies, options, colours);
  const solids =
    options.jointMm === null
      ? [finish(kernel, "figurine", kernel.union([...bodies, ...heads, ...base]), options)]
      : [
          finish(kernel, "body", kernel.union([...bodies, ...base]), options),
          finish(kernel, "head", kernel.union(heads), options),
        ];
  const painters = new Map(
    [...(options.painters ?? [])].map(([colour, painter]) => [colour, inMm(painter, placing)]),
  );
  const figure = {
    halves: solids.map(({ name, hollowed, droppedMm3 }) => {
      const fineMm = placing.scale * FINE * fine.cell;
      const { mesh, lostMm3 } = oneShell(colouredMesh(hollowed.solid, colours, painters, fineMm));
      return { name, mesh, droppedMm3: droppedMm3 + lostMm3, savedMm3: hollowed.savedMm3 };
    }),
    details: layer.details.map((detail) => detailInMm(detail, placing)),
    drains: solids.flatMap(({ hollowed }) => hollowed.drains.map(({ at }) => at)),
  };
  return { figure, scale: placing.scale };
}

function baseOf(
  kernel: SolidKernel,
  bodies: readonly Solid[],
  { base, heightMm, segments }: MakeOptions,
  colours: FaceColours,
): Solid[] {
  if (base.shape === "none") return [];
  const ground = Math.min(...bodies.map((solid) => boxOfSolid(solid).min[2]));
  const feet = bodies.flatMap((solid) => lowBoxOf(solid, ground + heightMm * 0.07) ?? []);
  const box = boxAround(feet);
  const plan = planBase(base, box, heightMm);
  return plan ? baseSolids(kernel, plan, base, colours, segments) : [];
}
