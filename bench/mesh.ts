import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { type Row, timeRow, timesMs } from "./measure.ts";

const RUNS = 15;
const WARM_UP_RUNS = 2;

/** The kernel alone, without REST, database and processes: an edited ring to mesh, measures, findings and price. */
export async function benchMesh(): Promise<Row[]> {
  const kernel = await loadSolidKernel();
  const ring = getKind("ring");
  const spec = ring.schema.parse({ shoulders: "pave" });
  const rows: Row[] = [];
  for (const quality of ["preview", "final"] as const) {
    const times = await timesMs(RUNS + WARM_UP_RUNS, (run) =>
      buildPiece(kernel, ring, { ...spec, bandWidthMm: 2 + run / 50 }, quality),
    );
    rows.push(
      timeRow(`ring with pavé shoulders, kernel alone, ${quality}`, times.slice(WARM_UP_RUNS)),
    );
  }
  return rows;
}
