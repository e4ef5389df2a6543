import type { Vec3 } from "../../mesh.ts";
import { type Plane, planeThrough } from "../half-spaces.ts";
import type { Curve, Outline } from "../outline.ts";

/** Proportions of a brilliant; heights are shares of the stone's width. */
export interface BrilliantProportions {
  /** Table across ÷ girdle across. */
  table: number;
  crownHeight: number;
  pavilionDepth: number;
  girdle: number;
}

/** A modern round brilliant: crown 34.5°, pavilion 40.75°, table 57 %. Girdle chosen by the published carats. */
export const ROUND_PROPORTIONS: BrilliantProportions = {
  table: 0.57,
  crownHeight: 0.1478,
  pavilionDepth: 0.4308,
  girdle: 0.034,
};

const MAINS = 8;
/** How far a star facet reaches from the table to the girdle, and a lower girdle facet from girdle to point. */
const STAR_REACH = 0.5;
const LOWER_REACH = 0.77;

/** Height of a plane over a place seen from above. */
const heightOver = ({ normal, offset }: Plane, x: number, y: number) =>
  (offset - normal[0] * x - normal[1] * y) / normal[2];

/** Points of a brilliant by share of the way from its centre to the girdle, turn and height. */
type Place = (share: number, turn: number, z: number) => Vec3;

interface Frame {
  place: Place;
  curve: Curve;
  inside: Vec3;
  halfGirdle: number;
}

/** The facet along the girdle at a turn that leans to `apex`. */
function mainFacet({ place, curve, inside }: Frame, turn: number, z: number, apex: Vec3): Plane {
  const girdle = place(1, turn, z);
  const { nx, ny } = curve(turn);
  return planeThrough(girdle, [girdle[0] - ny, girdle[1] + nx, z], apex, inside);
}

function crown(frame: Frame, table: number, tableZ: number): Plane[] {
  const { place, inside, halfGirdle: g } = frame;
  const half = Math.PI / MAINS;
  const mains = Array.from({ length: MAINS }, (_, k) =>
    mainFacet(frame, 2 * k * half, g, place(table, 2 * k * half, tableZ)),
  );
  const between = mains.flatMap((main, k) => {
    const turn = 2 * k * half;
    const next = mains[(k + 1) % MAINS]!;
    const inner = table * Math.cos(half);
    const [x, y] = place(inner + STAR_REACH * (1 - inner), turn + half, 0);
    const tip: Vec3 = [x, y, Math.min(heightOver(main, x, y), heightOver(next, x, y))];
    const corner = (at: number) => place(table, at, tableZ);
    const middle = place(1, turn + half, g);
    return [
      planeThrough(corner(turn), corner(turn + 2 * half), tip, inside),
      planeThrough(place(1, turn, g), tip, middle, inside),
      planeThrough(place(1, turn + 2 * half, g), tip, middle, inside),
    ];
  });
  return [{ normal: [0, 0, 1], offset: tableZ }, ...mains, ...between];
}

function pavilion(frame: Frame, culet: Vec3): Plane[] {
  const { place, inside, halfGirdle: g } = frame;
  const half = Math.PI / MAINS;
  const mains = Array.from({ length: MAINS }, (_, k) => mainFacet(frame, 2 * k * half, -g, culet));
  const between = mains.flatMap((main, k) => {
    const turn = 2 * k * half;
    const next = mains[(k + 1) % MAINS]!;
    const [x, y] = place(1 - LOWER_REACH, turn + half, 0);
    const tip: Vec3 = [x, y, Math.max(heightOver(main, x, y), heightOver(next, x, y))];
    const middle = place(1, turn + half, -g);
    return [turn, turn + 2 * half].map((at) => planeThrough(place(1, at, -g), tip, middle, inside));
  });
  return [...mains, ...between];
}

/**
 * Half-spaces of a brilliant over any smooth convex outline: table, 8 mains, 8 stars and 16 girdle facets above,
 * 8 mains and 16 girdle facets below, and the girdle. The girdle's middle is z = 0; facets gather over (0, centreY).
 */
export function brilliantPlanes(
  curve: Curve,
  outline: Outline,
  widthMm: number,
  centreY: number,
  proportions: BrilliantProportions,
): Plane[] {
  const halfGirdle = (proportions.girdle * widthMm) / 2;
  const place: Place = (share, turn, z) => {
    const { x, y } = curve(turn);
    return [x * share, centreY + (y - centreY) * share, z];
  };
  const frame: Frame = { place, curve, inside: [0, centreY, 0], halfGirdle };
  const girdle = outline.map(
    ({ x, y, nx, ny }): Plane => ({ normal: [nx, ny, 0], offset: nx * x + ny * y }),
  );
  const culet: Vec3 = [0, centreY, -halfGirdle - proportions.pavilionDepth * widthMm];
  return [
    ...crown(frame, proportions.table, halfGirdle + proportions.crownHeight * widthMm),
    ...pavilion(frame, culet),
    ...girdle,
  ];
}
