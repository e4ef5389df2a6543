import type { Mesh } from "../mesh.ts";

/** Light that comes through, linear rgb: through the thinnest and the thickest place. */
const BRIGHT = [0.96, 0.86, 0.68] as const;
const DARK = [0.1, 0.062, 0.036] as const;

/**
 * The mesh coloured as it looks with a lamp behind it: light falls off evenly with each millimetre (Lambert and Beer),
 * from bright at `minMm` to dark at `maxMm`. `thicknessAt` gives the plate's thickness at a vertex, mm.
 */
export function litFromBehind(
  mesh: Mesh,
  thicknessAt: (x: number, y: number, z: number) => number,
  [minMm, maxMm]: readonly [number, number],
): Mesh {
  const { positions } = mesh;
  const colors = new Float32Array(positions.length);
  for (let i = 0; i < positions.length; i += 3) {
    const t = thicknessAt(positions[i]!, positions[i + 1]!, positions[i + 2]!);
    const share = Math.max(0, Math.min(1, (t - minMm) / (maxMm - minMm)));
    for (let k = 0; k < 3; k++) {
      colors[i + k] = BRIGHT[k]! * (DARK[k]! / BRIGHT[k]!) ** share;
    }
  }
  return { ...mesh, colors };
}
