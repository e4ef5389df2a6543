import { expect, it } from "vitest";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { ring } from "#lib/kinds/ring/index.ts";
import { repetitions } from "#tests/setup/length.ts";
import { randomRingSpec } from "./random-spec.ts";

const kernel = await loadSolidKernel();
const seeds = Array.from({ length: repetitions(20, 200) }, (_, seed) => seed);

it.each(seeds)("a ring at random, seed %i, is one closed solid", (seed) => {
  const { measures } = buildPiece(kernel, ring, randomRingSpec(seed), "preview");
  expect([measures.pieces, measures.watertight]).toEqual([1, true]);
  expect(measures.volumeMm3).toBeGreaterThan(0);
});
