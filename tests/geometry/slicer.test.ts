import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { exportPiece } from "#lib/kernel/export/export-piece.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { repetitions } from "#tests/setup/length.ts";
import { ASSETS, kindsUnderTest, randomPiece } from "./any-kind.ts";

const kernel = await loadSolidKernel();

/** Nothing in `npm test`: there a slicer need not be installed. `npm run test:long` finds or installs one. */
const kinds = kindsUnderTest().slice(0, repetitions(0, kindsUnderTest().length));

/** What PrusaSlicer says of each object of a file: `manifold`, `number_of_parts`, `open_edges` … */
function slicerObjects(filename: string, bytes: Uint8Array): Record<string, string>[] {
  const slicer = process.env.PRUSA_SLICER_PATH ?? "/usr/bin/prusa-slicer";
  const folder = mkdtempSync(path.join(tmpdir(), "maquette-slicer-"));
  const file = path.join(folder, filename);
  writeFileSync(file, bytes);
  const { stdout, error } = spawnSync(slicer, ["--info", file], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  if (error) throw new Error(`PrusaSlicer is missing at ${slicer}: run npm run test:long.`);
  const [, ...sections] = stdout.split(`[${filename}]`);
  return sections.map((section) =>
    Object.fromEntries([...section.matchAll(/^(\w+) =\s+(.*)$/gm)].map(([, a, b]) => [a, b])),
  );
}

describe.runIf(kinds.length > 0)("PrusaSlicer", () => {
  it.each(kinds.map((kind) => [kind.id, kind] as const))(
    "opens the files of a %s as manifold without repair",
    async (_id, kind) => {
      const standard = buildPiece(kernel, kind, kind.schema.parse({}), "final", { assets: ASSETS });
      for (const piece of [standard, randomPiece(kernel, kind, 7, "preview")]) {
        const files = await exportPiece(piece, ["stl", "3mf"]);
        for (const { filename, format, bytes } of files.filter((f) => f.format !== "manifest")) {
          const objects = slicerObjects(filename, bytes);
          expect(objects.length).toBeGreaterThan(0);
          expect([format, ...objects.map(({ manifold }) => manifold)]).toEqual([
            format,
            ...objects.map(() => "yes"),
          ]);
          expect(
            objects
              .flatMap(Object.keys)
              .filter((key) => /open_edges|repaired|fixed|reversed/.test(key)),
          ).toEqual([]);
          const volumeMm3 = objects.reduce((sum, { volume }) => sum + Number(volume), 0);
          expect(Math.abs(volumeMm3 / piece.measures.volumeMm3 - 1)).toBeLessThan(0.001);
        }
      }
    },
  );
});
