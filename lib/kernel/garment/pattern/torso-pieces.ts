import { solveGrowing } from "../curve.ts";
import type { TorsoDesign } from "../design.ts";
import type { FinishedGirths } from "../ease.ts";
import type { DressForm } from "../form.ts";
import { type Neckline, necklineAt } from "../neckline.ts";
import { type Torso, torsoGirthBelow } from "../torso.ts";
import { curve, type Edge, lengthOf, type P2, type PatternPiece } from "./outline.ts";

/** A bodice block in numbers: x from the middle, y down from the shoulder's neck point, mm. */
export interface Block {
  side: "front" | "back";
  neck: P2;
  tip: P2;
  underarm: P2;
  /** Half of the side's share of the girths. */
  bustMm: number;
  waistMm: number;
  waistY: number;
  middleY: number;
  hem: { y: number; halfMm: number; hipY: number; hipMm: number } | null;
  /** Cloth the waist dart takes up. */
  dartMm: number;
  /** How much the side seam itself comes in at the waist. */
  sideInMm: number;
  neckline: Neckline;
}

/** The side seam takes a third of what the waist is smaller than the bust, at most this; the dart the rest. */
const SIDE_SHARE = 1 / 3;
const MOST_SIDE_MM = 34;
/** Less than this is eased in and needs no dart. */
const LEAST_DART_MM = 8;

export function blockOf(
  torso: Torso,
  design: TorsoDesign,
  girths: FinishedGirths,
  side: "front" | "back",
): Block {
  const { form, neckline, shoulder } = torso;
  const top = form.levels.shoulderNeckMm;
  const waistY = top - torso.waistZ;
  const surplus = Math.max(0, girths.bustMm - girths.waistMm) / 4;
  const sideInMm = Math.min(MOST_SIDE_MM, surplus * SIDE_SHARE);
  const rest = surplus - sideInMm;
  const dartMm = rest >= LEAST_DART_MM ? rest : 0;
  return {
    side,
    neck: [neckline.halfWidthMm, top - shoulder.neck.z],
    tip: [shoulder.tipXMm, top - shoulder.tip.z],
    underarm: [girths.bustMm / 4, top - torso.underarmZ],
    bustMm: girths.bustMm / 4,
    waistMm: girths.waistMm / 4,
    waistY,
    middleY: side === "front" ? neckline.frontMm : neckline.backMm,
    hem: design.belowWaistMm > 0 ? hemOf(form, design, girths, waistY) : null,
    dartMm,
    sideInMm: dartMm > 0 ? sideInMm : surplus,
    neckline,
  };
}

function hemOf({ levels }: DressForm, design: TorsoDesign, girths: FinishedGirths, waistY: number) {
  const hipDepth = levels.waistMm - levels.hipMm;
  const at = (mm: number) => torsoGirthBelow(design, girths, hipDepth, mm) / 4;
  const hip = Math.min(hipDepth, design.belowWaistMm);
  return {
    y: waistY + design.belowWaistMm,
    halfMm: at(design.belowWaistMm),
    hipY: waistY + hip,
    hipMm: at(hip),
  };
}

export function necklineCurve({ neck, middleY, neckline, side }: Block): P2[] {
  const shape = side === "front" ? neckline.shape : "round";
  const steps = 50;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const { across, down } = necklineAt(shape, i / steps);
    return [neck[0] * across, neck[1] + (middleY - neck[1]) * down];
  });
}

/** The armhole from shoulder to underarm: in towards the chest, then out under the arm. */
export function armholeCurve({ tip, underarm, side }: Block): P2[] {
  const deep = underarm[1] - tip[1];
  const chest = Math.min(tip[0], underarm[0]) - (side === "front" ? 20 : 10);
  return curve(tip, [chest - 6, tip[1] + deep * 0.5], [chest - 4, underarm[1]], underarm, 32);
}

/** The side seam from underarm to waist, and on to the hem. */
function sideSeam({ underarm, waistY, bustMm, sideInMm, hem }: Block): P2[] {
  const waist: P2 = [bustMm - sideInMm, waistY];
  if (!hem) return [underarm, waist];
  const hip: P2 = [hem.hipMm, hem.hipY];
  const toHip = curve(
    waist,
    [waist[0], waistY + (hip[1] - waistY) * 0.35],
    [hip[0], hip[1] - (hip[1] - waistY) * 0.35],
    hip,
    12,
  );
  return hem.y > hem.hipY + 1 ? [underarm, ...toHip, [hem.halfMm, hem.y]] : [underarm, ...toHip];
}

/** Half of one side of the torso, its middle on the fold or with a closure. */
export function torsoPiece(block: Block, isOpen: boolean, isBound: boolean): PatternPiece {
  const { side, waistY, hem, underarm, dartMm, waistMm } = block;
  const neckline = necklineCurve(block);
  const armhole = armholeCurve(block);
  const seam = sideSeam(block);
  const low = seam.at(-1)!;
  const middleTop: P2 = [0, block.middleY];
  const bottom: P2 = [0, low[1]];
  const edges: Edge[] = [
    { kind: isBound ? "bound" : "seam", name: "neckline", points: [...neckline].reverse() },
    { kind: "seam", name: "shoulder seam", points: [block.neck, block.tip] },
    { kind: "seam", name: "armhole", points: armhole },
    { kind: "seam", name: "side seam", points: seam },
    { kind: hem ? "hem" : "seam", name: hem ? "hem" : "waist seam", points: [low, bottom] },
    {
      kind: isOpen ? "seam" : "fold",
      name: side === "front" ? "centre front" : "centre back",
      points: [bottom, middleTop],
    },
  ];
  const apexX = Math.min(waistMm * 0.55, 92);
  const tipY = side === "front" ? underarm[1] + 56 : underarm[1] + 24;
  const dart: P2[] = hem
    ? [
        [apexX, tipY],
        [apexX - dartMm / 2, waistY],
        [apexX, Math.min(hem.y - 20, waistY + 130)],
        [apexX + dartMm / 2, waistY],
        [apexX, tipY],
      ]
    : [
        [apexX - dartMm / 2, waistY],
        [apexX, tipY],
        [apexX + dartMm / 2, waistY],
      ];
  return {
    id: `${side}-body`,
    name: side === "front" ? "Front" : "Back",
    count: isOpen ? 2 : 1,
    isOnFold: !isOpen,
    edges,
    marks: dartMm > 0 ? [{ name: "waist dart", points: dart }] : [],
  };
}

export interface SleevePlan {
  /** Along the outside from the shoulder's tip. */
  lengthMm: number;
  upperArmMm: number;
  hemMm: number;
  capMm: number;
  /** Length of the armhole it is sewn into. */
  armholeMm: number;
  /** Cloth gathered into the cap, part more. */
  fullness: number;
  isCap: boolean;
}

/** Cloth eased into the armhole of a set-in sleeve, part more. */
const CAP_EASE = 0.03;

function capCurve(halfMm: number, capMm: number): P2[] {
  const left = curve([-halfMm, capMm], [-halfMm * 0.55, capMm], [-halfMm * 0.5, 0], [0, 0], 24);
  const right = left.map(([x, y]): P2 => [-x, y]).reverse();
  return [...left, ...right.slice(1)];
}

/** The height of cap whose edge fits the armhole. */
export function capHeight(upperArmMm: number, armholeMm: number, fullness: number): number {
  const wanted = armholeMm * (1 + CAP_EASE + fullness);
  const half = (upperArmMm * (1 + fullness)) / 2;
  return solveGrowing((cap) => lengthOf(capCurve(half, cap)), wanted, 10, 260);
}

/** A sleeve with its cap up; gathers widen all of it. */
export function sleevePiece({
  lengthMm,
  upperArmMm,
  hemMm,
  capMm,
  fullness,
  isCap,
}: SleevePlan): PatternPiece {
  const half = (upperArmMm * (1 + fullness)) / 2;
  const cap = capCurve(half, capMm);
  if (isCap) return capSleevePiece(cap, lengthMm, capMm);
  const hem = (hemMm * (fullness > 0 ? 1 + fullness : 1)) / 2;
  const low = Math.max(lengthMm, capMm + 20);
  return {
    id: "sleeve",
    name: "Sleeve",
    count: 2,
    isOnFold: false,
    marks: [],
    edges: [
      { kind: "seam", name: "sleeve cap", points: cap },
      {
        kind: "seam",
        name: "underarm seam",
        points: [
          [half, capMm],
          [hem, low],
        ],
      },
      {
        kind: "hem",
        name: "sleeve hem",
        points: [
          [hem, low],
          [-hem, low],
        ],
      },
      {
        kind: "seam",
        name: "underarm seam",
        points: [
          [-hem, low],
          [-half, capMm],
        ],
      },
    ],
  };
}

/** The upper part of a cap, down to where it runs out into the armhole. */
function capSleevePiece(cap: readonly P2[], lengthMm: number, capMm: number): PatternPiece {
  const down = Math.min(lengthMm, capMm * 0.86);
  const kept = cap.filter(([, y]) => y <= down);
  const first = kept[0]!;
  const last = kept.at(-1)!;
  return {
    id: "sleeve",
    name: "Cap sleeve",
    count: 2,
    isOnFold: false,
    marks: [],
    edges: [
      { kind: "seam", name: "sleeve cap", points: kept },
      {
        kind: "bound",
        name: "sleeve edge",
        points: curve(last, [last[0] * 0.6, last[1] + 8], [first[0] * 0.6, first[1] + 8], first),
      },
    ],
  };
}
