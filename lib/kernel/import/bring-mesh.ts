import { boxOf, sizeOf } from "../measure/extent.ts";
import { topologyOf } from "../measure/topology.ts";
import type { Vec3 } from "../mesh.ts";
import type { Defects } from "../repair/inspect.ts";
import { repairMesh } from "../repair/repair-mesh.ts";
import type { SolidKernel } from "../solid/kernel.ts";
import { importMesh } from "./import-mesh.ts";
import { packMesh } from "./packed-mesh.ts";
import { onBed } from "./stand-up.ts";
import type { ForeignFormat } from "./types.ts";

/** What came of a file of somebody else. */
export interface BroughtModel {
  format: ForeignFormat;
  isSizeKnown: boolean;
  /** Of the repaired mesh, mm. */
  boxMm: Vec3;
  triangles: number;
  /** Closed solids it holds together as. */
  pieces: number;
  report: {
    before: Defects;
    after: Defects;
    /** What was done, a sentence each. */
    steps: string[];
  };
  /** The repaired mesh as it is kept. */
  packed: Uint8Array;
}

/**
 * Reads a model file, repairs what can be repaired without guessing, and packs it. Throws as `importMesh` does.
 * Time and memory grow with the file; see `IMPORT_LIMITS`.
 */
export function bringMesh(kernel: SolidKernel, bytes: Uint8Array, filename: string): BroughtModel {
  const { format, mesh: given, isSizeKnown } = importMesh(bytes, filename);
  const repaired = kernel.scope(() => repairMesh(kernel, given));
  const { before, after, steps } = repaired;
  const mesh = onBed(repaired.mesh);
  const { pieces } = topologyOf(mesh);
  return {
    ...{ format, isSizeKnown, report: { before, after, steps } },
    boxMm: sizeOf(boxOf([mesh])),
    triangles: mesh.indices.length / 3,
    pieces,
    packed: packMesh({ mesh, filename, steps, pieces, isSizeKnown }),
  };
}
