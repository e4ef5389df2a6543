import { expect, it } from "vitest";
import type { Part } from "#lib/kernel/mesh.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { ring } from "#lib/kinds/ring/index.ts";
import { repetitions } from "#tests/setup/length.ts";
import { randomRingSpec } from "./random-spec.ts";

const kernel = await loadSolidKernel();
const seeds = Array.from({ length: repetitions(20, 200) }, (_, seed) => seed);

/** Volume that metal and stones share, mm³: what they measure one by one less what they fill together. */
function sharedMm3(parts: readonly Part[]): number {
  return kernel.scope(() => {
    const solids = parts.map(({ mesh }) => kernel.fromMesh(mesh));
    const apart = solids.reduce((sum, solid) => sum + solid.volume(), 0);
    return apart - kernel.union(solids).volume();
  });
}

it.each(seeds)(
  "a ring at random, seed %i, is one closed solid whose stones have their room",
  (seed) => {
    const { measures, parts } = buildPiece(kernel, ring, randomRingSpec(seed), "preview");
    expect([measures.pieces, measures.watertight]).toEqual([1, true]);
    expect(measures.volumeMm3).toBeGreaterThan(0);
    expect(sharedMm3(parts)).toBeLessThan(0.01);
  },
);
