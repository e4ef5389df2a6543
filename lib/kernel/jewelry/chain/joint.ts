import type { Vec3 } from "../../mesh.ts";
import type { Frame } from "../frame.ts";
import { clearanceMm, placeWires, type Wire } from "./wire.ts";

/** Something that hangs in a chain: it hooks its neighbours at the ends of its X axis; mm, in its own frame. */
export interface Member {
  /** The same for members of the same shape. */
  shape: string;
  wires: readonly Wire[];
  /** Where the middle of its wire is at its left and right end, and that wire's radius. */
  left: { x: number; radiusMm: number };
  right: { x: number; radiusMm: number };
}

/** A member and its turn about the chain against the bed, degrees. */
export interface Hung {
  member: Member;
  rollDeg: number;
}

const STEP_MM = 0.03;
const TRIES = 70;

const radians = (deg: number) => (deg * Math.PI) / 180;

/** A frame whose X axis lies on the bed at `headingDeg`, turned about it. */
function lying(origin: Vec3, headingDeg: number, rollDeg: number): Frame {
  const tx = Math.cos(radians(headingDeg));
  const ty = Math.sin(radians(headingDeg));
  const cos = Math.cos(radians(rollDeg));
  const sin = Math.sin(radians(rollDeg));
  return {
    origin,
    x: [tx, ty, 0],
    y: [-ty * cos, tx * cos, sin],
    z: [ty * sin, -tx * sin, cos],
  };
}

/** Only what is near the joint: the half of a member that hooks the other. */
const halfOf = (wires: readonly Wire[], side: 1 | -1): Wire[] =>
  wires.flatMap((wire) => {
    const xs = wire.points.map(([x]) => x * side);
    // A closed path is taken from its far end, so that the near half is one piece.
    const from = wire.isOpen ? 0 : xs.indexOf(Math.min(...xs));
    const points = [...wire.points.slice(from), ...wire.points.slice(0, from)].filter(
      ([x]: Vec3) => x * side >= 0,
    );
    return points.length > 1 ? [{ points, radiusMm: wire.radiusMm, isOpen: true }] : [];
  });

/**
 * How deep two taut members reach into each other, mm from the middle of one's end wire to that of the other's: the
 * least at which their surfaces keep `clearMm`, straight and where the chain bends to its left by `bendDeg`. Null
 * where they cannot hook each other so.
 */
export function hookDepthMm(
  { member: left, rollDeg: leftRoll }: Hung,
  { member: right, rollDeg: rightRoll }: Hung,
  bendDeg: number,
  clearMm: number,
): number | null {
  const a = placeWires(halfOf(left.wires, 1), lying([0, 0, 0], 0, leftRoll));
  const b = halfOf(right.wires, -1);
  let depth = left.right.radiusMm + right.left.radiusMm + clearMm;
  for (let tries = 0; tries < TRIES; tries++) {
    const jointX = left.right.x - depth / 2;
    const out = -right.left.x - depth / 2;
    const isClear = [0, bendDeg].every((bend) => {
      const origin: Vec3 = [
        jointX + out * Math.cos(radians(bend)),
        out * Math.sin(radians(bend)),
        0,
      ];
      return clearanceMm(a, placeWires(b, lying(origin, bend, rightRoll))) >= clearMm - 1e-3;
    });
    if (isClear) return depth;
    depth += STEP_MM;
  }
  return null;
}
