import os from "node:os";
import type { Part } from "#lib/kernel/mesh.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { createStudio } from "#lib/workshop/drawing/studio.ts";
import { type Row, timeRow, timesMs } from "./measure.ts";

const SIZES_PX = [512, 768, 1024];
const WARM_RUNS = 5;
const COLD_RUNS = 3;
const GOALS: Record<string, string> = { "768 draft": "< 1 s", "768 final": "< 5 s" };

async function solitaire(): Promise<Part[]> {
  const ring = getKind("ring");
  return buildPiece(await loadSolidKernel(), ring, ring.schema.parse({}), "final").parts;
}

/**
 * The renderer alone, on the default solitaire's final mesh: cold is the first picture of new threads (light, piece
 * and all), warm a further one of a piece known already.
 */
export async function benchRender(): Promise<Row[]> {
  const parts = await solitaire();
  const rows: Row[] = [];
  for (const sizePx of SIZES_PX)
    for (const quality of ["draft", "final"] as const) {
      const order = { view: "hero", seed: 0, sizePx, quality } as const;
      const cold = await timesMs(COLD_RUNS, async () => {
        const studio = createStudio({ threads: os.availableParallelism() });
        await studio.draw(parts, order);
        await studio.close();
      });
      const studio = createStudio({ threads: os.availableParallelism() });
      const times = await timesMs(WARM_RUNS + 1, () => studio.draw(parts, order));
      await studio.close();
      const name = `picture, ${sizePx} px ${quality}`;
      rows.push(timeRow(`${name}, cold`, cold));
      rows.push(timeRow(`${name}, warm`, times.slice(1), GOALS[`${sizePx} ${quality}`]));
    }
  return rows;
}

if (import.meta.main) {
  for (const { what, median, goal, runs } of await benchRender())
    console.log(`${what.padEnd(32)} ${median.padStart(9)}  ${goal ?? ""} (${runs} runs)`);
}
