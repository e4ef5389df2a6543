import { boxOf, sizeOf } from "../measure/extent.ts";
import type { Mesh, Vec3 } from "../mesh.ts";
import { orientForPrint } from "../print/orientation.ts";
import { repairMesh } from "../repair/repair-mesh.ts";
import type { SolidKernel } from "../solid/kernel.ts";
import { joinColoured } from "./join-coloured.ts";
import { reduceColoured } from "./reduce-coloured.ts";
import { brokenFile } from "./refusals.ts";
import { onBed, scaled, turnedBy, upTo, withUp } from "./stand-up.ts";
import type { ForeignMesh } from "./types.ts";

export interface AdoptOptions {
  /** Height of the subject, mm; a base comes below it. */
  heightMm: number;
  /** Most triangles. */
  faceLimit: number;
  /** The file's axis that points up; by default what its format says: glTF's y, else z. */
  up?: "y" | "z";
  /** Stand it on a plinth; default false. */
  base?: boolean;
}

export interface Adopted {
  mesh: Mesh;
  /** What was mended, a sentence each. */
  steps: string[];
}

/** The plinth's height and how far it reaches out, shares of the subject's height. */
const PLINTH = { high: 0.06, wider: 0.04 } as const;
/** How far the subject is sunk into it, so that both are one solid. */
const SUNK = 0.01;
/** A foreign model leans by so much at most: what needs more was meant to stand otherwise. */
const MOST_LEAN_COS = Math.cos((20 * Math.PI) / 180);
/** Mending adds triangles: tries to stay within the limit. */
const REDUCTIONS = 3;

/**
 * A mesh of somebody else as a piece of this house: upright on z = 0, as high as asked, mended, within its face limit.
 * Colours stay. Throws `invalid_input` for a mesh that is flat.
 */
export function adoptMesh(
  kernel: SolidKernel,
  foreign: ForeignMesh,
  { heightMm, faceLimit, up, base = false }: AdoptOptions,
): Adopted {
  const upright = withUp(foreign, up);
  const high = sizeOf(boxOf([upright]))[2];
  if (!(high > 0)) throw brokenFile(foreign.format, "It is flat: it has no height.");
  const sized = onBed(scaled(upright, heightMm / high));
  let limit = faceLimit;
  let adopted = mended(kernel, sized, limit, base);
  for (let i = 1; i < REDUCTIONS && triangles(adopted.mesh) > faceLimit; i++) {
    limit = Math.floor(0.9 * limit);
    adopted = mended(kernel, sized, limit, base);
  }
  return { ...adopted, mesh: onBed(adopted.mesh) };
}

const triangles = ({ indices }: Mesh): number => indices.length / 3;

function mended(kernel: SolidKernel, sized: Mesh, limit: number, base: boolean): Adopted {
  const reduced = reduceColoured(sized, limit);
  const whole = base ? joinColoured([reduced, plinthOf(kernel, reduced)]) : reduced;
  const { mesh, steps, after } = repairMesh(kernel, whole);
  if (base || !after.isWatertight) return { mesh, steps };
  return { mesh: stood(kernel, mesh), steps };
}

/** A leaning mesh stood on the face it nearly stands on. */
function stood(kernel: SolidKernel, mesh: Mesh): Mesh {
  const { up } = orientForPrint(kernel, mesh, { candidates: 8 }).best;
  const isUpright = up[2] > 1 - 1e-6;
  return isUpright || up[2] < MOST_LEAN_COS ? mesh : turnedBy(mesh, upTo(up));
}

function plinthOf(kernel: SolidKernel, mesh: Mesh): Mesh {
  const { min, max } = boxOf([mesh]);
  const [wide, deep, high] = sizeOf({ min, max });
  const wider = PLINTH.wider * high;
  const size: Vec3 = [wide + 2 * wider, deep + 2 * wider, PLINTH.high * high];
  const at: Vec3 = [min[0] - wider, min[1] - wider, (SUNK - PLINTH.high) * high];
  return kernel.scope(() => kernel.toMesh(kernel.translate(kernel.cube(size), at)));
}
