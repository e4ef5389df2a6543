/**
 * Measures one kind in a process of its own, so that its peak of memory is its own:
 * `node bench/kernel/one-kind.ts KIND RUNS` prints JSON.
 */
import os from "node:os";
import { exportPiece } from "#lib/kernel/export/export-piece.ts";
import { MODEL_FORMATS } from "#lib/kernel/export/types.ts";
import { measureParts } from "#lib/kernel/measure/measure-parts.ts";
import type { Part } from "#lib/kernel/mesh.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { createStudio } from "#lib/workshop/drawing/studio.ts";
import { timesMs } from "../measure.ts";
import { type EditTime, editTimes } from "./edits.ts";

/** Times of each step, ms. */
export interface KindTimes {
  triangles: number;
  edits: EditTime[];
  preview: number[];
  final: number[];
  measure: number[];
  export: number[];
  draft: number[];
  picture: number[];
  /** The process's peak of resident memory up to the end of each step, MB. */
  peakMb: { build: number; measure: number; export: number; render: number };
}

const EDGE_PX = 768;

const peakMb = () => process.resourceUsage().maxRSS / 1024;

/** Draft and final pictures of a piece whose light and rays are ready. */
async function drawTimes(parts: readonly Part[], runs: number) {
  const studio = createStudio({ threads: os.availableParallelism() });
  const order = { view: "hero", seed: 0, sizePx: EDGE_PX } as const;
  await studio.draw(parts, { ...order, quality: "draft" });
  const draw = (quality: "draft" | "final") =>
    timesMs(runs, () => studio.draw(parts, { ...order, quality }));
  const times = { draft: await draw("draft"), picture: await draw("final") };
  await studio.close();
  return times;
}

async function measureKind(id: string, runs: number): Promise<KindTimes> {
  const kernel = await loadSolidKernel();
  const kind = getKind(id);
  const spec = kind.schema.parse({});
  const build = (quality: "preview" | "final") => buildPiece(kernel, kind, spec, quality);
  build("preview");
  const edits = editTimes(kernel, kind);
  const preview = await timesMs(runs, () => build("preview"));
  const final = await timesMs(runs, () => build("final"));
  const piece = build("final");
  const built = peakMb();
  const measure = await timesMs(runs, () => measureParts(piece.parts, {}));
  const measured = peakMb();
  const written = await timesMs(runs, () => exportPiece(piece, MODEL_FORMATS));
  const exported = peakMb();
  const drawn = await drawTimes(piece.parts, runs);
  return {
    triangles: piece.parts.reduce((sum, { mesh }) => sum + mesh.indices.length / 3, 0),
    edits,
    preview,
    final,
    measure,
    export: written,
    ...drawn,
    peakMb: { build: built, measure: measured, export: exported, render: peakMb() },
  };
}

if (import.meta.main) {
  const [id = "ring", runs = "3"] = process.argv.slice(2);
  console.log(JSON.stringify(await measureKind(id, Number(runs))));
  process.exit(0);
}
