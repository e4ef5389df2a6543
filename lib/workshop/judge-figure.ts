import type { FigureVerdict } from "../adapters/figures/port.ts";
import { madeParts } from "../kernel/measure/measure-parts.ts";
import type { Part } from "../kernel/mesh.ts";
import { orientForPrint } from "../kernel/print/orientation.ts";
import { inspectMesh } from "../kernel/repair/inspect.ts";
import type { SolidKernel } from "../kernel/solid/kernel.ts";

/** What is wrong with the surfaces of a piece's solids, and how each stands best on a printer's bed. */
export function judgeFigure(kernel: SolidKernel, parts: readonly Part[]): FigureVerdict {
  const solids = madeParts(parts);
  const defects = solids.map(({ mesh }) => inspectMesh(mesh));
  const sum = (count: (one: (typeof defects)[number]) => number) =>
    defects.reduce((total, one) => total + count(one), 0);
  return {
    selfIntersections: sum(({ overlaps }) => overlaps),
    holes: sum(({ holes }) => holes),
    nonManifoldEdges: sum(({ nonManifoldEdges }) => nonManifoldEdges),
    standing: solids.map(({ name, mesh }) => ({ name, ...orientForPrint(kernel, mesh) })),
  };
}
