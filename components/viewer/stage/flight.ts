import { type PerspectiveCamera, Vector3 } from "three";
import type { Pose } from "./views.ts";

/** Moves the camera from where it is to a pose along an arc around the target. */
export interface Flight {
  to(pose: Pose, durationMs: number): void;
  /** Turns to the side of the piece a point lies on. */
  face(point: Vector3, durationMs: number): void;
  /** Goes on by some ms; true while it flies. */
  step(elapsedMs: number): boolean;
  stop(): void;
}

interface Leg {
  fromArm: Vector3;
  toArm: Vector3;
  fromTarget: Vector3;
  toTarget: Vector3;
  durationMs: number;
  doneMs: number;
}

export function createFlight(camera: PerspectiveCamera, target: Vector3): Flight {
  let leg: Leg | null = null;
  const start = (toTarget: Vector3, toArm: Vector3, durationMs: number) => {
    leg = {
      fromArm: camera.position.clone().sub(target),
      toArm,
      fromTarget: target.clone(),
      toTarget: toTarget.clone(),
      durationMs,
      doneMs: 0,
    };
    if (durationMs === 0) step(1);
  };
  const step = (elapsedMs: number): boolean => {
    if (!leg) return false;
    leg.doneMs += elapsedMs;
    const part = leg.durationMs === 0 ? 1 : Math.min(leg.doneMs / leg.durationMs, 1);
    const eased = 1 - (1 - part) ** 3;
    target.lerpVectors(leg.fromTarget, leg.toTarget, eased);
    camera.position.copy(target).add(between(leg.fromArm, leg.toArm, eased));
    if (part === 1) leg = null;
    return leg !== null;
  };
  return {
    to: (pose, durationMs) =>
      start(pose.target, pose.position.clone().sub(pose.target), durationMs),
    face(point, durationMs) {
      const arm = camera.position.clone().sub(target);
      const side = point.clone().sub(target);
      if (side.lengthSq() < 0.01) return;
      const toArm = side.setLength(arm.length());
      // From a little above, never from under the table.
      toArm.z = Math.max(toArm.z, arm.length() * 0.15);
      start(target, toArm.setLength(arm.length()), durationMs);
    },
    step,
    stop() {
      leg = null;
    },
  };
}

/** Between two arms by angle around the vertical, height and length, so that the camera never cuts through the piece. */
function between(from: Vector3, to: Vector3, part: number): Vector3 {
  const a = spherical(from);
  const b = spherical(to);
  const around = ((((b.around - a.around) % TURN) + TURN * 1.5) % TURN) - TURN / 2;
  const angle = a.around + around * part;
  const height = a.height + (b.height - a.height) * part;
  const length = a.length + (b.length - a.length) * part;
  return new Vector3(
    Math.cos(height) * Math.cos(angle),
    Math.cos(height) * Math.sin(angle),
    Math.sin(height),
  ).multiplyScalar(length);
}

const TURN = Math.PI * 2;
const spherical = (arm: Vector3) => ({
  around: Math.atan2(arm.y, arm.x),
  height: Math.atan2(arm.z, Math.hypot(arm.x, arm.y)),
  length: arm.length(),
});
