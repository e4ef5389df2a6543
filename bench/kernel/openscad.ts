import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { writeStl } from "#lib/kernel/export/stl.ts";
import { loadSolidKernel, type SolidKernel } from "#lib/kernel/solid/kernel.ts";
import { timesMs } from "../measure.ts";

const run = promisify(execFile);
/** A band of 17.3 mm with fifteen holes of 1.5 mm through it, all of so many segments. */
const BAND = {
  inner: 17.3,
  outer: 21.3,
  height: 4,
  holes: 15,
  hole: 1.5,
  segments: 256,
  round: 64,
};

const SCAD = `difference() {
  cylinder(d = ${BAND.outer}, h = ${BAND.height}, center = true, $fn = ${BAND.segments});
  cylinder(d = ${BAND.inner}, h = ${2 * BAND.height}, center = true, $fn = ${BAND.segments});
  for (i = [0 : ${BAND.holes - 1}])
    rotate([0, 90, i * ${360 / BAND.holes}])
      cylinder(d = ${BAND.hole}, h = ${BAND.outer}, $fn = ${BAND.round});
}
`;

function bandStl(kernel: SolidKernel): Uint8Array {
  return kernel.scope(() => {
    const centred = (d: number, h: number) => kernel.cylinder(h, d / 2, d / 2, BAND.segments, true);
    const holes = Array.from({ length: BAND.holes }, (_, i) =>
      kernel.rotate(kernel.cylinder(BAND.outer, BAND.hole / 2, BAND.hole / 2, BAND.round), [
        0,
        90,
        (i * 360) / BAND.holes,
      ]),
    );
    const bore = centred(BAND.inner, 2 * BAND.height);
    const band = kernel.difference(centred(BAND.outer, BAND.height), [bore, ...holes]);
    const mesh = kernel.toMesh(band);
    return writeStl([{ name: "band", role: "metal", material: "bronze", mesh }], "band");
  });
}

export interface BandTimes {
  /** Kernel loaded already, band built and written as STL, ms. */
  kernel: number[];
  /** OpenSCAD's whole process, ms; null where it is not installed. */
  openscad: number[] | null;
  version: string | null;
}

/** The same band by this kernel and by OpenSCAD, both to a binary STL. */
export async function bandTimes(runs: number): Promise<BandTimes> {
  const kernel = await loadSolidKernel();
  bandStl(kernel);
  const own = await timesMs(runs, () => bandStl(kernel));
  const version = await run("openscad", ["--version"]).catch(() => null);
  if (!version) return { kernel: own, openscad: null, version: null };
  const folder = mkdtempSync(path.join(tmpdir(), "band-"));
  const source = path.join(folder, "band.scad");
  writeFileSync(source, SCAD);
  const openscad = await timesMs(Math.min(runs, 3), () =>
    run("openscad", ["-o", path.join(folder, "band.stl"), "--export-format", "binstl", source]),
  );
  rmSync(folder, { recursive: true });
  const name = `${version.stdout}${version.stderr}`.trim().replace(/ version/, "");
  return { kernel: own, openscad, version: name };
}
