import { isAppError } from "../../shared/errors.ts";
import { type Bvh, buildBvh } from "../bvh.ts";
import { grown } from "../implicit/combine.ts";
import { shapeOfMesh } from "../implicit/mesh-distance.ts";
import { meshShape } from "../implicit/mesh-shape.ts";
import { grownBox, type Shape } from "../implicit/shape.ts";
import type { Mesh } from "../mesh.ts";
import type { Solid, SolidKernel } from "../solid/kernel.ts";
import { type DrainHole, drainHoles } from "./drain-holes.ts";

export interface HollowOptions {
  /** Least wall, mm, 0.5 and more. */
  wallMm: number;
  /** Holes of each cavity, 1 and more. */
  holes: number;
  /** Diameter of a hole, mm. */
  holeMm: number;
  /** Grid in which the cavity is shaped, mm; by default as fine as 70 cells along the longest side allow. */
  cellMm?: number;
}

export interface Hollowed {
  solid: Solid;
  /** Volume less than before, mm³; 0 where nothing could be hollowed. */
  savedMm3: number;
  drains: DrainHole[];
}

/** A wall may be this much thinner than asked, mm: what chords of the cavity's mesh cut off. */
export const HOLLOW_TOLERANCE_MM = 0.1;
/** Smaller cavities are left full, mm³: they would save less than their holes cost. */
const LEAST_CAVITY_MM3 = 120;
const CELLS = 70;

/** Grids tried, to the cell asked for: where rooms touch within a cell, the surface meets itself; another grid parts them. */
const GRIDS = [1, 0.91, 1.13];

/** A shape as a solid, by the first grid that makes it one; null where none does, or nothing is left of it. */
function roomOf(kernel: SolidKernel, shape: Shape, cellMm: number): Solid | null {
  for (const share of GRIDS) {
    const room = meshShape(shape, cellMm * share);
    if (room.indices.length === 0) return null;
    try {
      return kernel.fromMesh(room);
    } catch (error) {
      if (!isAppError(error)) throw error;
    }
  }
  return null;
}

/** The rooms inside a solid that keep `wallMm` to its surface, largest first. */
function cavitiesOf(
  kernel: SolidKernel,
  mesh: Mesh,
  wallMm: number,
  cellMm: number | undefined,
): Solid[] {
  const body = shapeOfMesh(mesh);
  const size = Math.max(...[0, 1, 2].map((k) => body.box.max[k]! - body.box.min[k]!));
  const cell = cellMm ?? Math.max(0.5, size / CELLS);
  const inner = { ...grown(body, -wallMm - 0.02), box: grownBox(body.box, -wallMm) };
  const room = roomOf(kernel, inner, cell);
  if (!room) return [];
  return room
    .decompose()
    .filter((cavity) => cavity.volume() >= LEAST_CAVITY_MM3)
    .sort((a, b) => b.volume() - a.volume());
}

function drill(kernel: SolidKernel, { at, topMm, diameterMm }: DrainHole): Solid {
  const low = at[2] - 0.6;
  const shaft = kernel.cylinder(topMm - low, diameterMm / 2, diameterMm / 2, 40);
  return kernel.translate(shaft, [at[0], at[1], low]);
}

/** One cavity with its holes taken out of the solid; null where that does not leave one drained solid. */
function emptied(
  kernel: SolidKernel,
  solid: Solid,
  cavity: Solid,
  skin: { mesh: Mesh; bvh: Bvh },
  { holes, holeMm }: HollowOptions,
): { solid: Solid; drains: DrainHole[] } | null {
  const room = kernel.toMesh(cavity);
  const drains = drainHoles(skin.bvh, skin.mesh, room, { count: holes, diameterMm: holeMm });
  if (drains.length === 0) return null;
  const rest = kernel.difference(solid, [cavity, ...drains.map((hole) => drill(kernel, hole))]);
  // A cavity without a way out is a surface of its own, and so is what a hole cut off.
  return rest.decompose().length === 1 ? { solid: rest, drains } : null;
}

/**
 * Hollows a closed solid: every wall stays `wallMm` thick to within `HOLLOW_TOLERANCE_MM`, holes apart; each
 * cavity is drained from below, where it is seen least; cavities that cannot be drained so stay full.
 * Colours of faces are kept. Bounded by the number of cells: about a second for a figurine.
 */
export function hollowSolid(kernel: SolidKernel, solid: Solid, options: HollowOptions): Hollowed {
  const mesh = kernel.toMesh(solid);
  const skin = { mesh, bvh: buildBvh(mesh.positions, mesh.indices) };
  let now = solid;
  const drains: DrainHole[] = [];
  for (const cavity of cavitiesOf(kernel, mesh, options.wallMm, options.cellMm)) {
    const done = emptied(kernel, now, cavity, skin, options);
    if (!done) continue;
    now = done.solid;
    drains.push(...done.drains);
  }
  return { solid: now, savedMm3: solid.volume() - now.volume(), drains };
}
