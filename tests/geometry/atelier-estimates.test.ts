import { describe, expect, it } from "vitest";
import { estimateOf, missingRates } from "#lib/ateliers/estimate.ts";
import { featuresOfRevision } from "#lib/ateliers/features/of-revision.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { parseSpec } from "#lib/kinds/parse-spec.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { repetitions } from "#tests/setup/length.ts";
import { HOUSE } from "#tests/unit/ateliers/samples.ts";
import { ASSETS, kindsUnderTest, randomPiece } from "./any-kind.ts";

const kernel = await loadSolidKernel();
const seeds = Array.from({ length: repetitions(3, 40) }, (_, seed) => seed + 500);

describe.each(kindsUnderTest().map((kind) => [kind.id, kind] as const))("a %s", (_id, kind) => {
  it("is estimated by the house's rates at the very lines of its price", () => {
    for (const seed of seeds) {
      const { spec, measures, price } = randomPiece(kernel, kind, seed, "preview");
      const { bill } = featuresOfRevision({ kind, spec, measures, words: "" });
      expect(missingRates(bill.low, HOUSE)).toEqual([]);
      const { lines, totalMinor } = estimateOf(bill.low, HOUSE);
      expect(totalMinor).toBe(price.totalMinor);
      const amounts = (list: typeof lines) => list.map(({ id, amountMinor }) => [id, amountMinor]);
      expect(amounts(lines).sort()).toEqual(amounts(price.lines).sort());
    }
  });
});

it("a pavé ring needs casting and setting, and says why it is not simple", () => {
  const ring = getKind("ring");
  const spec = parseSpec(ring, { shoulders: "pave", head: "prong" });
  const { measures } = buildPiece(kernel, ring, spec, "preview", { assets: ASSETS });
  const { crafts, complexity, process, stones } = featuresOfRevision({
    kind: ring,
    spec,
    measures,
    words: "with blue enamel",
  });
  expect(crafts.map(({ craft }) => craft)).toEqual(["casting", "stone-setting", "enamel"]);
  expect(process).toBe("cast-metal");
  expect(complexity.class).not.toBe("simple");
  expect(complexity.reasons.join(" ")).toMatch(/stones to set.*Enamel by hand/);
  expect(stones.length).toBeGreaterThan(0);
});
