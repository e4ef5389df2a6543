import type { Solid, SolidKernel } from "../solid/kernel.ts";
import { frontOf } from "./head.ts";
import type { Patch } from "./parts.ts";

const mirroredFront = ({ onto }: Patch) => ({
  distance: (x: number, y: number, z: number) => onto.distance(-x, -y, z),
  box: {
    min: [-onto.box.max[0], -onto.box.max[1], onto.box.min[2]] as const,
    max: [-onto.box.min[0], -onto.box.min[1], onto.box.max[2]] as const,
  },
});

/**
 * A patch as a solid that follows the surface it lies on: its face stands `raise` before it and its root
 * `root` within, edges at most `edge` long. Where the outline leaves the surface it keeps the last depth.
 */
export function patchSolid(kernel: SolidKernel, patch: Patch, edge: number): Solid {
  const onto = patch.isBehind ? mirroredFront(patch) : patch.onto;
  const flat = kernel.extrude([patch.outline], 1).refineToLength(edge);
  const depths = new Map<string, number>();
  const middle = middleOf(patch);
  const fallback = frontOf(onto, middle[0], middle[1]) ?? onto.box.min[1];
  const depthAt = (x: number, z: number) => {
    const key = `${x.toFixed(5)},${z.toFixed(5)}`;
    const known = depths.get(key);
    if (known !== undefined) return known;
    const depth = frontOf(onto, x, z) ?? fallback;
    depths.set(key, depth);
    return depth;
  };
  const laid = kernel.warp(flat, (point) => {
    const [x, z, out] = point;
    const depth = depthAt(x, z) + (out > 0.5 ? -patch.raise : patch.root);
    point[1] = depth;
    point[2] = z;
  });
  return patch.isBehind ? kernel.rotate(laid, [0, 0, 180]) : laid;
}

function middleOf({ outline }: Patch): readonly [number, number] {
  const sum = outline.reduce((so, [x, z]) => [so[0]! + x, so[1]! + z], [0, 0]);
  return [sum[0]! / outline.length, sum[1]! / outline.length];
}
