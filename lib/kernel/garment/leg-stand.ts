import type { Part } from "../mesh.ts";
import { mix, ramp, smoothCurve } from "./curve.ts";
import type { DressForm } from "./form.ts";
import type { Legs } from "./legs.ts";
import { pointOf } from "./section.ts";
import { ringedSolid, turnedSolid } from "./stand.ts";

type P3 = [number, number, number];

const COLUMNS = 56;
const ABOVE_WAIST_MM = 70;
const LEG_RATIO = 1.12;

/** One leg of the form from the crotch to the ankle. */
function legMesh({ levels, lengths, body }: DressForm, legs: Legs, isLeft: boolean) {
  const girth = smoothCurve([
    [levels.ankleMm, lengths.ankleGirthMm],
    [levels.kneeMm, lengths.kneeGirthMm - 10],
    [levels.crotchMm, lengths.thighMm * 0.94],
    [levels.crotchMm + 60, lengths.thighMm * 0.98],
  ]);
  const rings: P3[][] = [];
  const top = legs.crotchZ + 30;
  for (let i = 0; i <= 40; i++) {
    const z = levels.ankleMm + ((top - levels.ankleMm) * i) / 40;
    const wide = girth(z) / (2 * Math.PI) / (0.5 + LEG_RATIO / 2);
    const x = mix(body.hipMm * 0.088, 96, ramp(0, 650, legs.crotchZ - z));
    const away = Math.max(x, wide + 2) * (isLeft ? 1 : -1);
    rings.push(
      Array.from({ length: COLUMNS }, (_, j) => {
        const angle = (2 * Math.PI * j) / COLUMNS;
        return [
          away + wide * 0.96 * Math.cos(angle),
          10 + wide * LEG_RATIO * 0.94 * Math.sin(angle),
          z,
        ];
      }),
    );
  }
  return ringedSolid(rings);
}

function hipMesh(form: DressForm, legs: Legs) {
  const top = form.levels.waistMm + ABOVE_WAIST_MM;
  const low = legs.crotchZ + 95;
  return ringedSolid(
    Array.from({ length: 33 }, (_, i) => {
      const z = low + ((top - low) * i) / 32;
      const s = form.at(z);
      const shrink = 1 - 0.25 * ramp(low + 45, low, z);
      const inside = {
        ...s,
        halfWidthMm: (s.halfWidthMm - 2) * shrink,
        halfDepthMm: (s.halfDepthMm - 2) * shrink,
      };
      return Array.from({ length: 72 }, (_, j) => pointOf(inside, (-2 * Math.PI * j) / 72, z));
    }),
  );
}

/** A trouser form: hips and legs on a pole between the feet. */
export function legStandParts(form: DressForm, legs: Legs): Part[] {
  const linen = (name: string, mesh: Part["mesh"]): Part => ({
    name,
    role: "support",
    material: "linen",
    mesh,
    colour: "#e9e2d6",
  });
  const steel = (name: string, mesh: Part["mesh"]): Part => ({
    name,
    role: "support",
    material: "steel",
    mesh,
    colour: "#b9bcc0",
  });
  const z = form.levels.waistMm + ABOVE_WAIST_MM;
  const top = form.at(z);
  const lid = ringedSolid(
    [0, 5, 9].map((up, i) =>
      Array.from({ length: 72 }, (_, j) => {
        const k = [1, 1.01, 0.94][i]!;
        return pointOf(
          { ...top, halfWidthMm: top.halfWidthMm * k, halfDepthMm: top.halfDepthMm * k, bustMm: 0 },
          (-2 * Math.PI * j) / 72,
          z - 1 + up,
        );
      }),
    ),
  );
  return [
    linen("hip form", hipMesh(form, legs)),
    linen("left leg form", legMesh(form, legs, true)),
    linen("right leg form", legMesh(form, legs, false)),
    { name: "lid", role: "support", material: "wood", mesh: lid, colour: "#9c6f45" },
    steel(
      "pole",
      turnedSolid(
        [
          [9, 10],
          [9, legs.crotchZ + 60],
        ],
        0,
        12,
      ),
    ),
    steel(
      "base",
      turnedSolid(
        [
          [165, 0],
          [167, 4],
          [163, 9],
          [60, 16],
          [16, 26],
          [10, 40],
        ],
        0,
        12,
        64,
      ),
    ),
  ];
}
