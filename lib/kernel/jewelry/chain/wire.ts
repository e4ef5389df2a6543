import type { Vec3 } from "../../mesh.ts";
import { type Frame, toOuter } from "../frame.ts";

/** A round wire bent into a path, mm; closed unless it is only a piece of one. */
export interface Wire {
  points: readonly Vec3[];
  radiusMm: number;
  isOpen?: boolean;
}

/** The wires of a thing placed in a frame. */
export const placeWires = (wires: readonly Wire[], frame: Frame): Wire[] =>
  wires.map((wire) => ({
    ...wire,
    points: wire.points.map((point) => toOuter(frame, point)),
  }));

/** Squared distance of a point from the straight piece a–b. */
function squaredToPiece(p: Vec3, a: Vec3, b: Vec3): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const dz = b[2] - a[2];
  const px = p[0] - a[0];
  const py = p[1] - a[1];
  const pz = p[2] - a[2];
  const run = dx * dx + dy * dy + dz * dz;
  const t = run > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy + pz * dz) / run)) : 0;
  return (px - t * dx) ** 2 + (py - t * dy) ** 2 + (pz - t * dz) ** 2;
}

function oneWay(a: Wire, b: Wire): number {
  let least = Number.POSITIVE_INFINITY;
  const pieces = b.points.length - (b.isOpen ? 1 : 0);
  for (const point of a.points) {
    for (let i = 0; i < pieces; i++) {
      const apart = squaredToPiece(point, b.points[i]!, b.points[(i + 1) % b.points.length]!);
      if (apart < least) least = apart;
    }
  }
  return Math.sqrt(least) - a.radiusMm - b.radiusMm;
}

/** Least distance between the surfaces of two things of wire, mm; negative where they cross. */
export function clearanceMm(a: readonly Wire[], b: readonly Wire[]): number {
  // Both ways: a straight piece has points at its ends alone.
  return Math.min(
    ...a.flatMap((one) => b.flatMap((other) => [oneWay(one, other), oneWay(other, one)])),
  );
}
