import { type PerspectiveCamera, Vector3 } from "three";
import type { Box } from "#lib/kernel/mesh.ts";

export type ViewName = "studio" | "front" | "side" | "top";

/** Directions from the piece to the camera, in the kernel's frame: Z up, front is −Y. */
const DIRECTIONS: Record<ViewName, [x: number, y: number, z: number]> = {
  studio: [0.62, -0.86, 0.46],
  front: [0, -1, 0.0001],
  side: [1, 0, 0.0001],
  // A hair off the pole, where the camera would have no up.
  top: [0, -0.001, 1],
};

export interface Pose {
  position: Vector3;
  target: Vector3;
}

/** Room around the piece, as a part of it; the tools lie over the lower edge, so it stands a little high. */
const AIR = 1.14;
const LIFT = 0.06;

/** Where the camera stands so that the whole box is seen with some air around it. */
export function poseFor(view: ViewName, box: Box, camera: PerspectiveCamera): Pose {
  const min = new Vector3(...box.min);
  const max = new Vector3(...box.max);
  const target = min.clone().add(max).multiplyScalar(0.5);
  const radius = Math.max(min.distanceTo(max) / 2, 1);
  const half = (camera.fov * Math.PI) / 360;
  const halfAcross = Math.atan(Math.tan(half) * camera.aspect);
  const distance = (radius * AIR) / Math.sin(Math.min(half, halfAcross));
  const direction = new Vector3(...DIRECTIONS[view]).normalize();
  if (view !== "top") target.z -= 2 * radius * LIFT;
  return { position: target.clone().addScaledVector(direction, distance), target };
}

/** Box of all vertices, mm. */
export function boxOf(meshes: { positions: Float32Array }[]): Box {
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (const { positions } of meshes) {
    for (let at = 0; at < positions.length; at += 3) {
      for (const axis of [0, 1, 2] as const) {
        const value = positions[at + axis] ?? 0;
        if (value < min[axis]) min[axis] = value;
        if (value > max[axis]) max[axis] = value;
      }
    }
  }
  return { min, max };
}
