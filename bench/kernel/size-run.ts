import { exportPiece } from "#lib/kernel/export/export-piece.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { sizeRun } from "#lib/kinds/size-run/size-run.ts";
import { sizesBetween } from "#lib/kinds/size-run/sizes-between.ts";
import { timesMs } from "../measure.ts";

/** Times of a run of rings from US 4 to 13 by halves, each with its wall check, STL and 3MF, in one ZIP; ms. */
export async function sizeRunTimes(runs: number): Promise<{ sizes: number; times: number[] }> {
  const kernel = await loadSolidKernel();
  const ring = getKind("ring");
  const sizes = sizesBetween({ system: "us", from: 4, to: 13 });
  const times = await timesMs(runs, () =>
    sizeRun(ring, ring.schema.parse({}), sizes, async (spec) => {
      const piece = buildPiece(kernel, ring, spec, "final");
      return { ...piece, files: await exportPiece(piece, ["stl", "3mf"]) };
    }),
  );
  return { sizes: sizes.length, times };
}
