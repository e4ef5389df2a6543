import type { Mesh, Part, Vec3 } from "../mesh.ts";
import { mix, ramp } from "./curve.ts";
import type { DressForm } from "./form.ts";
import { pointOf } from "./section.ts";

type P3 = [number, number, number];

/** A closed solid through rings of equally many points, its ends closed to their middles. */
export function ringedSolid(rings: readonly (readonly Vec3[])[]): Mesh {
  const n = rings[0]!.length;
  const positions: number[] = [];
  for (const ring of rings) for (const point of ring) positions.push(...point);
  const indices: number[] = [];
  for (let i = 0; i + 1 < rings.length; i++)
    for (let j = 0; j < n; j++) {
      const a = i * n + j;
      const b = i * n + ((j + 1) % n);
      indices.push(a, b, b + n, a, b + n, a + n);
    }
  for (const end of [0, rings.length - 1]) {
    const ring = rings[end]!;
    const middle = positions.length / 3;
    const sum = ring.reduce<P3>(
      (s, p) => [s[0] + p[0] / n, s[1] + p[1] / n, s[2] + p[2] / n],
      [0, 0, 0],
    );
    positions.push(...sum);
    for (let j = 0; j < n; j++) {
      const a = end * n + j;
      const b = end * n + ((j + 1) % n);
      indices.push(...(end === 0 ? [middle, b, a] : [middle, a, b]));
    }
  }
  return { positions: new Float32Array(positions), indices: new Uint32Array(indices) };
}

const circle = (radius: number, x: number, y: number, z: number, n: number): P3[] =>
  Array.from({ length: n }, (_, j) => {
    const angle = (2 * Math.PI * j) / n;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle), z];
  });

/** A turned solid along z: radius and height of each ring from below. */
export const turnedSolid = (
  profile: readonly (readonly [radius: number, z: number])[],
  x: number,
  y: number,
  n = 40,
): Mesh => ringedSolid(profile.map(([radius, z]) => circle(radius, x, y, z, n)));

/** The form stands inside its measures by this, so that close cloth hides it, mm; more where the shoulder's ridge turns sharply. */
const INSIDE_MM = { body: 1.5, shoulder: 7 };

function insideAt({ levels }: DressForm, z: number): number {
  const onShoulder =
    ramp(levels.underarmMm + 30, levels.shoulderTipMm - 8, z) *
    (1 - ramp(levels.shoulderNeckMm - 4, levels.shoulderNeckMm + 14, z));
  return mix(INSIDE_MM.body, INSIDE_MM.shoulder, onShoulder);
}

function formMesh(form: DressForm, rows: number, columns: number): Mesh {
  const { levels } = form;
  const bottom = levels.crotchMm - 40;
  const rings: P3[][] = [];
  for (let i = 0; i <= rows; i++) {
    const z = bottom + ((levels.neckTopMm - bottom) * i) / rows;
    const section = form.at(z);
    const by = insideAt(form, z);
    const inside = {
      ...section,
      halfWidthMm: section.halfWidthMm - by,
      halfDepthMm: section.halfDepthMm - by,
    };
    rings.push(
      Array.from({ length: columns }, (_, j) => pointOf(inside, (-2 * Math.PI * j) / columns, z)),
    );
  }
  return ringedSolid(rings);
}

/**
 * The dress form on its stand: linen torso, wooden cap, steel pole and base. The pole is as short as the
 * garment lets it be, so that the garment fills the picture.
 */
export function standParts(form: DressForm, lowestMm: number, fine: boolean): Part[] {
  const { levels } = form;
  const top = form.at(levels.neckTopMm);
  const y = top.middleMm;
  const floor = Math.max(0, Math.min(lowestMm, levels.crotchMm - 40) - 150);
  const neck = top.halfWidthMm;
  const capZ = levels.neckTopMm - 1;
  const cap: [number, number][] = [
    [neck + 2, capZ],
    [neck + 3.5, capZ + 4],
    [neck + 2, capZ + 9],
    [neck * 0.7, capZ + 13],
    [neck * 0.26, capZ + 15],
    [neck * 0.22, capZ + 24],
    [neck * 0.36, capZ + 32],
    [neck * 0.34, capZ + 44],
    [neck * 0.12, capZ + 50],
  ];
  const base: [number, number][] = [
    [150, floor],
    [152, floor + 4],
    [148, floor + 9],
    [60, floor + 16],
    [18, floor + 30],
    [13, floor + 46],
  ];
  const part = (name: string, material: string, mesh: Mesh, colour: string): Part => ({
    name,
    role: "support",
    material,
    mesh,
    colour,
  });
  return [
    part("dress form", "linen", formMesh(form, fine ? 110 : 60, fine ? 96 : 64), "#e9e2d6"),
    part("neck cap", "wood", turnedSolid(cap, 0, y), "#9c6f45"),
    part(
      "pole",
      "steel",
      turnedSolid(
        [
          [11, floor + 20],
          [11, levels.crotchMm],
        ],
        0,
        6,
      ),
      "#b9bcc0",
    ),
    part("base", "steel", turnedSolid(base, 0, 6, 64), "#b9bcc0"),
  ];
}
