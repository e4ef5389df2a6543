import { writeStl } from "#lib/kernel/export/stl.ts";
import { bringMesh } from "#lib/kernel/import/bring-mesh.ts";
import { type BroughtMesh, unpackMesh } from "#lib/kernel/import/packed-mesh.ts";
import type { Vec3 } from "#lib/kernel/mesh.ts";
import type { SolidKernel } from "#lib/kernel/solid/kernel.ts";

const HEIGHT_MM = 120;
const FLUTES = 12;
const LAYERS = 120;
const AROUND = 240;
const WALL_MM = 2.4;
const FLOOR_MM = 3;
const FLUTE_MM = 1.6;
/** Of a flute on its way up, radians. */
const TURN = 0.9;

/** Radius of the belly by height, 0 to 1. */
const belly = (t: number) => 21 + 17 * Math.sin(Math.PI * (0.12 + 0.78 * t)) - 12 * t + 9 * t ** 6;

function ringAt(t: number, insetMm: number, zMm: number): Vec3[] {
  return Array.from({ length: AROUND }, (_, i): Vec3 => {
    const angle = (2 * Math.PI * i) / AROUND;
    const flute = FLUTE_MM * (1 - t ** 8) * Math.cos(FLUTES * (angle + TURN * t));
    const radius = belly(t) + flute - insetMm;
    return [radius * Math.cos(angle), radius * Math.sin(angle), zMm];
  });
}

/** A fluted vase as it comes out of somebody else's STL: what the sheet shows of imported models. */
export function importedVase(kernel: SolidKernel): BroughtMesh {
  const steps = Array.from({ length: LAYERS + 1 }, (_, i) => i / LAYERS);
  const mesh = kernel.scope(() => {
    const outside = kernel.loft(steps.map((t) => ringAt(t, 0, HEIGHT_MM * t)));
    const inside = kernel.loft(
      steps.map((t) => ringAt(t, WALL_MM, FLOOR_MM + (HEIGHT_MM - FLOOR_MM + 0.1) * t)),
    );
    return kernel.toMesh(kernel.difference(outside, [inside]));
  });
  const stl = writeStl([{ name: "vase", role: "body", material: "pla-white", mesh }], "vase");
  return unpackMesh(bringMesh(kernel, stl, "vase.stl").packed);
}
