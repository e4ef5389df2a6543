import type { Vec3 } from "../../mesh.ts";
import { type Plane, planeThrough } from "../half-spaces.ts";

/** One step of a step cut: how far it goes in from the girdle and how high or deep, shares of the width. */
interface Step {
  inset: number;
  height: number;
}

const GIRDLE = 0.035;
const INSIDE: Vec3 = [0, 0, 0];

const EMERALD_CROWN: readonly Step[] = [
  { inset: 0.05, height: 0.06 },
  { inset: 0.11, height: 0.11 },
  { inset: 0.18, height: 0.15 },
];
const EMERALD_PAVILION: readonly Step[] = [
  { inset: 0.13, height: 0.17 },
  { inset: 0.3, height: 0.33 },
  { inset: 0.5, height: 0.47 },
];
const PRINCESS_CROWN: readonly Step[] = [
  { inset: 0.05, height: 0.05 },
  { inset: 0.14, height: 0.1 },
];
/** The steep side below a princess girdle; the chevrons cut it off. */
const PRINCESS_SIDE: readonly Step[] = [{ inset: 0.16, height: 0.36 }];
const PRINCESS_DEPTH = 0.575;
/** Chevrons: turn from the side's own direction, degrees, and their angle to the girdle. */
const CHEVRONS = [
  { turnDeg: 9, angleDeg: 45 },
  { turnDeg: 26, angleDeg: 42 },
  { turnDeg: 40, angleDeg: 39.5 },
] as const;

type Corners = readonly (readonly [number, number])[];

/** A side of the outline: its ends, and the unit direction inwards. */
interface Side {
  from: readonly [number, number];
  to: readonly [number, number];
  inX: number;
  inY: number;
}

function sidesOf(corners: Corners): Side[] {
  return corners.map((from, index) => {
    const to = corners[(index + 1) % corners.length]!;
    const dx = to[0] - from[0];
    const dy = to[1] - from[1];
    const size = Math.sqrt(dx * dx + dy * dy);
    return { from, to, inX: -dy / size, inY: dx / size };
  });
}

/** Facets of one side, from the girdle at z0 step by step; `up` is 1 for the crown, −1 for the pavilion. */
function stepFacets(side: Side, steps: readonly Step[], widthMm: number, up: 1 | -1): Plane[] {
  const z0 = (up * GIRDLE * widthMm) / 2;
  let before: Step = { inset: 0, height: 0 };
  return steps.map((step) => {
    const at = (end: readonly [number, number], { inset, height }: Step): Vec3 => [
      end[0] + side.inX * inset * widthMm,
      end[1] + side.inY * inset * widthMm,
      z0 + up * height * widthMm,
    ];
    const plane = planeThrough(
      at(side.from, before),
      at(side.to, before),
      at(side.from, step),
      INSIDE,
    );
    before = step;
    return plane;
  });
}

const girdlePlane = ({ from, inX, inY }: Side): Plane => ({
  normal: [-inX, -inY, 0],
  offset: -inX * from[0] - inY * from[1],
});

const tablePlane = (steps: readonly Step[], widthMm: number): Plane => ({
  normal: [0, 0, 1],
  offset: (GIRDLE / 2 + steps.at(-1)!.height) * widthMm,
});

/** Half-spaces of an emerald cut over its eight-sided outline: three steps above, three below to a keel. */
export function emeraldPlanes(corners: Corners, widthMm: number): Plane[] {
  return [
    tablePlane(EMERALD_CROWN, widthMm),
    ...sidesOf(corners).flatMap((side) => [
      girdlePlane(side),
      ...stepFacets(side, EMERALD_CROWN, widthMm, 1),
      ...stepFacets(side, EMERALD_PAVILION, widthMm, -1),
    ]),
  ];
}

/** Chevrons of one side: planes through the culet turned to both hands of the side's direction. */
function chevrons({ inX, inY }: Side, culetZ: number): Plane[] {
  const facing = Math.atan2(-inY, -inX);
  return CHEVRONS.flatMap(({ turnDeg, angleDeg }) =>
    [-turnDeg, turnDeg].map((turn): Plane => {
      const azimuth = facing + (turn * Math.PI) / 180;
      const angle = (angleDeg * Math.PI) / 180;
      const flat = Math.sin(angle);
      const normal: Vec3 = [flat * Math.cos(azimuth), flat * Math.sin(azimuth), -Math.cos(angle)];
      return { normal, offset: normal[2] * culetZ };
    }),
  );
}

/** Half-spaces of a princess cut over its square: a two-step crown, steep sides and chevrons to the point. */
export function princessPlanes(corners: Corners, widthMm: number): Plane[] {
  const culetZ = -(GIRDLE / 2 + PRINCESS_DEPTH) * widthMm;
  return [
    tablePlane(PRINCESS_CROWN, widthMm),
    ...sidesOf(corners).flatMap((side) => [
      girdlePlane(side),
      ...stepFacets(side, PRINCESS_CROWN, widthMm, 1),
      ...stepFacets(side, PRINCESS_SIDE, widthMm, -1),
      ...chevrons(side, culetZ),
    ]),
  ];
}
