import { madeParts } from "../measure/measure-parts.ts";
import type { Part } from "../mesh.ts";
import type { Solid, SolidKernel } from "../solid/kernel.ts";
import { DIFFERENCE_COLOURS } from "./colours.ts";

/** What one piece has that the other has not, as solids to look at. */
export interface Difference {
  addedMm3: number;
  removedMm3: number;
  /** In both, mm³. */
  keptMm3: number;
  /** `added` in green, `removed` in red, `kept` in grey; a part with nothing in it is left out. */
  parts: Part[];
}

/** Less than this of a cubic millimetre is the grain of two meshes of one shape. */
const GRAIN_MM3 = 1e-3;

function wholeOf(kernel: SolidKernel, parts: readonly Part[]): Solid {
  return kernel.union(madeParts(parts).map(({ mesh }) => kernel.fromMesh(mesh)));
}

function partOf(kernel: SolidKernel, name: keyof typeof DIFFERENCE_COLOURS, solid: Solid): Part[] {
  if (solid.volume() < GRAIN_MM3) return [];
  const look = { role: "body", material: "resin-grey", colour: DIFFERENCE_COLOURS[name] } as const;
  return [{ name, ...look, mesh: kernel.toMesh(solid) }];
}

/**
 * What was added and what was removed between two builds of a piece, of all that is made; stones are not compared.
 * Throws `rule_broken` where one of them is no closed solid.
 */
export function compareParts(
  kernel: SolidKernel,
  before: readonly Part[],
  after: readonly Part[],
): Difference {
  return kernel.scope(() => {
    const [was, is] = [wholeOf(kernel, before), wholeOf(kernel, after)];
    const added = kernel.difference(is, [was]);
    const removed = kernel.difference(was, [is]);
    const kept = kernel.intersect([was, is]);
    return {
      addedMm3: added.volume(),
      removedMm3: removed.volume(),
      keptMm3: kept.volume(),
      parts: [
        ...partOf(kernel, "added", added),
        ...partOf(kernel, "removed", removed),
        ...partOf(kernel, "kept", kept),
      ],
    };
  });
}
