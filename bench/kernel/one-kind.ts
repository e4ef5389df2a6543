/**
 * Measures one kind in a process of its own, so that its peak of memory is its own:
 * `node bench/kernel/one-kind.ts KIND RUNS` prints JSON.
 */
import os from "node:os";
import { exportPiece } from "#lib/kernel/export/export-piece.ts";
import { MODEL_FORMATS } from "#lib/kernel/export/types.ts";
import { measureParts } from "#lib/kernel/measure/measure-parts.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { createStudio } from "#lib/workshop/drawing/studio.ts";
import { timesMs } from "../measure.ts";

/** Times of each step, ms, and the process's peak of resident memory, MB. */
export interface KindTimes {
  triangles: number;
  preview: number[];
  final: number[];
  measure: number[];
  export: number[];
  draft: number[];
  picture: number[];
  peakMb: number;
}

const EDGE_PX = 768;

async function measureKind(id: string, runs: number): Promise<KindTimes> {
  const kernel = await loadSolidKernel();
  const kind = getKind(id);
  const spec = kind.schema.parse({});
  const build = (quality: "preview" | "final") => buildPiece(kernel, kind, spec, quality);
  build("preview");
  const preview = await timesMs(runs, () => build("preview"));
  const final = await timesMs(runs, () => build("final"));
  const piece = build("final");
  const measure = await timesMs(runs, () => measureParts(piece.parts, {}));
  const written = await timesMs(runs, () => exportPiece(piece, MODEL_FORMATS));
  const studio = createStudio({ threads: os.availableParallelism() });
  const order = { view: "hero", seed: 0, sizePx: EDGE_PX } as const;
  await studio.draw(piece.parts, { ...order, quality: "draft" });
  const draw = (quality: "draft" | "final") =>
    timesMs(runs, () => studio.draw(piece.parts, { ...order, quality }));
  const [draft, picture] = [await draw("draft"), await draw("final")];
  await studio.close();
  const triangles = piece.parts.reduce((sum, { mesh }) => sum + mesh.indices.length / 3, 0);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  return { triangles, preview, final, measure, export: written, draft, picture, peakMb };
}

if (import.meta.main) {
  const [id = "ring", runs = "3"] = process.argv.slice(2);
  console.log(JSON.stringify(await measureKind(id, Number(runs))));
  process.exit(0);
}
