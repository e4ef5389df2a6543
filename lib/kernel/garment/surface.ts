import type { Vec3 } from "../mesh.ts";
import type { Hang } from "./hang.ts";
import type { Place, Torso } from "./torso.ts";
import type { OnCloth } from "./trim.ts";

type P3 = [number, number, number];
type At = (a: number, b: number) => Vec3;

/** The outward direction of a surface that goes around the z axis, at (a, b); `step` is small in both. */
export function outOf(
  at: At,
  a: number,
  b: number,
  stepA: number,
  stepB: number,
  middleY: number,
): OnCloth {
  const p = at(a, b);
  const q = at(a + stepA, b);
  const r = at(a, b + stepB);
  const u = [q[0] - p[0], q[1] - p[1], q[2] - p[2]];
  const v = [r[0] - p[0], r[1] - p[1], r[2] - p[2]];
  const n: P3 = [
    u[1]! * v[2]! - u[2]! * v[1]!,
    u[2]! * v[0]! - u[0]! * v[2]!,
    u[0]! * v[1]! - u[1]! * v[0]!,
  ];
  const length = Math.hypot(...n) || 1;
  const facing = n[0] * p[0] + n[1] * (p[1] - middleY) + n[2] * 1e-6 >= 0 ? 1 : -1;
  return {
    at: p,
    out: [(facing * n[0]) / length, (facing * n[1]) / length, (facing * n[2]) / length],
  };
}

/** A place of the torso with its outward direction; front places have angles from 0 to π, back ones below 0. */
export function onTorso(torso: Torso, { angle, z }: Place): OnCloth {
  const middleY = torso.sectionAt(z).middleMm;
  const away = Math.abs(Math.sin(angle)) < 0.02 ? 0.03 : 0.01;
  return outOf(
    (a, b) => torso.point({ angle: a, z: b }),
    angle,
    z,
    angle > 0 ? away : -away,
    -3,
    middleY,
  );
}

/** A place of hanging cloth: an angle, and the way from its top. */
export function onHang(hang: Hang, angle: number, fromTopMm: number): OnCloth {
  const ring = hang.ring(fromTopMm);
  const below = hang.ring(fromTopMm + 4);
  const at: At = (a, b) => hang.point(b > 0 ? below : ring, a);
  return outOf(at, angle, 0, 0.01, 1, ring.section.middleMm);
}

/** A place moved out of the cloth. */
export const lifted = ({ at, out }: OnCloth, mm: number): P3 => [
  at[0] + out[0] * mm,
  at[1] + out[1] * mm,
  at[2] + out[2] * mm,
];
