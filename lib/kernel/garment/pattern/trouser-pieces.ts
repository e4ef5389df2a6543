import type { TrousersDesign } from "../design.ts";
import type { Legs } from "../legs.ts";
import { curve, type P2, type PatternPiece } from "./outline.ts";
import { bandPiece } from "./skirt-pieces.ts";

/** The back is wider than the front by this at the hip, knee and hem, mm each way. */
const BACK_MORE_MM = 10;
const FORK_FRONT = 1 / 3;
/** The back's middle seam rises by this over the front's, so that one can sit. */
const BACK_RISE_MM = 24;

function legPiece(legs: Legs, side: "front" | "back", waistbandMm: number): PatternPiece {
  const isBack = side === "back";
  const more = isBack ? BACK_MORE_MM : -BACK_MORE_MM;
  const hip = legs.hipMm / 4 + more / 2;
  const fork = Math.max(
    20,
    (legs.legGirthAt(0) - legs.hipMm / 2) * (isBack ? 1 - FORK_FRONT : FORK_FRONT),
  );
  const top = waistbandMm;
  const crotchY = legs.riseMm;
  const hipY = crotchY * 0.68;
  const crease = (hip + fork) / 2;
  const half = (down: number) => legs.legGirthAt(down) / 4 + more / 2;
  const waist = legs.waistMm / 4;
  const surplus = Math.max(0, hip - waist);
  const dart = surplus > 34 ? Math.min(26, surplus - 20) : 0;
  const sideIn = surplus - dart - (isBack ? 8 : 4);
  const raise = isBack ? BACK_RISE_MM : 0;
  const middleX = hip - (isBack ? 8 : 4);
  const outer: P2[] = [
    ...curve(
      [Math.max(0, sideIn), top],
      [2, top + (hipY - top) * 0.5],
      [0, hipY * 0.9],
      [0, hipY],
      12,
    ),
    ...kneeAndHem(crease, half, legs, crotchY, -1),
  ];
  const crotch: P2 = [hip + fork, crotchY];
  const inner: P2[] = [...kneeAndHem(crease, half, legs, crotchY, 1).reverse(), crotch];
  const middle = [
    ...curve(
      crotch,
      [hip + fork * 0.35, crotchY],
      [hip, crotchY - fork * 0.6 - 20],
      [hip, hipY],
      16,
    ),
    [middleX, top - raise] as P2,
  ];
  const dartX = middleX * 0.55 + Math.max(0, sideIn) * 0.45;
  return {
    id: `leg-${side}`,
    name: isBack ? "Back leg" : "Front leg",
    count: 2,
    isOnFold: false,
    edges: [
      { kind: "seam", name: "side seam", points: outer },
      { kind: "hem", name: "hem", points: [outer.at(-1)!, inner[0]!] },
      { kind: "seam", name: "inseam", points: inner },
      { kind: "seam", name: isBack ? "seat seam" : "crotch seam", points: middle },
      { kind: "seam", name: "waist", points: [middle.at(-1)!, outer[0]!] },
    ],
    marks:
      dart > 0
        ? [
            {
              name: "dart",
              points: [
                [dartX - dart / 2, top],
                [dartX, top + 95],
                [dartX + dart / 2, top],
              ],
            },
          ]
        : [],
  };
}

/** Knee and hem of the side (−1) or the inseam (1), from above. */
function kneeAndHem(
  crease: number,
  half: (down: number) => number,
  legs: Legs,
  crotchY: number,
  sign: 1 | -1,
): P2[] {
  const hem: P2 = [crease + sign * half(legs.inseamMm), crotchY + legs.inseamMm];
  if (legs.inseamMm < legs.kneeMm + 20) return [hem];
  return [[crease + sign * half(legs.kneeMm), crotchY + legs.kneeMm], hem];
}

/** Two fronts, two backs, a waistband and what the pockets take. */
export function trouserPieces(
  legs: Legs,
  { waistbandMm, pockets }: TrousersDesign,
): PatternPiece[] {
  const OVERLAP_MM = 35;
  return [
    legPiece(legs, "front", waistbandMm),
    legPiece(legs, "back", waistbandMm),
    bandPiece("waistband", "Waistband", legs.waistMm + OVERLAP_MM, waistbandMm),
    ...(pockets === "none"
      ? []
      : [
          pocketPiece(
            pockets === "patch" ? "Patch pocket" : "Pocket bag",
            pockets === "patch" ? 150 : 165,
            pockets === "patch" ? 165 : 240,
            pockets === "patch" ? 2 : 4,
          ),
        ]),
  ];
}

/** A pocket with rounded lower corners. */
export function pocketPiece(
  name: string,
  widthMm: number,
  heightMm: number,
  count: number,
): PatternPiece {
  const r = 22;
  const w = widthMm;
  const h = heightMm;
  const round = (from: P2, over: P2, to: P2) => curve(from, over, over, to, 8);
  return {
    id: "pocket",
    name,
    count,
    isOnFold: false,
    marks: [],
    edges: [
      {
        kind: "hem",
        name: "pocket mouth",
        points: [
          [0, 0],
          [w, 0],
        ],
      },
      {
        kind: "seam",
        name: "pocket edge",
        points: [
          [w, 0],
          ...round([w, h - r], [w, h], [w - r, h]),
          ...round([r, h], [0, h], [0, h - r]),
          [0, 0],
        ],
      },
    ],
  };
}
