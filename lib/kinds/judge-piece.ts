import type { Process } from "../kernel/finding.ts";
import { madeParts } from "../kernel/measure/measure-parts.ts";
import { type Orientation, orientForPrint } from "../kernel/print/orientation.ts";
import { type Printability, printabilities } from "../kernel/print/printability.ts";
import { isKernelDead, type SolidKernel } from "../kernel/solid/kernel.ts";
import { joinMeshes } from "../kernel/solid/weld.ts";
import { type BuildAssets, NO_ASSETS } from "./assets.ts";
import type { Kind } from "./kind.ts";
import type { Piece } from "./piece.ts";

/** How a piece could be made. */
export interface Verdict {
  /** For each way, whatever the piece's own material; empty for what is sewn. */
  processes: Printability[];
  /** How it stands best on a printer's bed; null where it is no closed solid or is sewn. */
  standing: Orientation | null;
}

const PROCESSES: readonly Process[] = ["cast-metal", "sla", "fdm", "full-colour"];

/** The same piece judged for every process by its usual limits, and the way it stands best. */
export function judgePiece<Spec extends Record<string, unknown>>(
  kernel: SolidKernel,
  kind: Kind<Spec>,
  { spec, parts }: Piece<Spec>,
  assets: BuildAssets = NO_ASSETS,
): Verdict {
  const solids = madeParts(parts).filter(({ role }) => role !== "cloth");
  if (solids.length === 0) return { processes: [], standing: null };
  const mesh = joinMeshes(solids.map((part) => part.mesh));
  const except = kind.ownWalls?.(spec, parts) ?? [];
  const pieces = kind.pieces?.(spec, assets) ?? 1;
  return {
    processes: printabilities(mesh, PROCESSES, { except, pieces }),
    standing: standingOf(kernel, mesh),
  };
}

/** Null for a mesh that the kernel takes for no solid. */
function standingOf(kernel: SolidKernel, mesh: Parameters<typeof orientForPrint>[1]) {
  try {
    return orientForPrint(kernel, mesh);
  } catch (error) {
    if (isKernelDead(error)) throw error;
    return null;
  }
}
