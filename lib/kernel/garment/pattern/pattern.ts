import type { GarmentDesign, TorsoDesign } from "../design.ts";
import type { Laid } from "../laid.ts";
import { lengthOf, type P2, type PatternPiece } from "./outline.ts";
import { bandPiece, skirtPieces } from "./skirt-pieces.ts";
import {
  armholeCurve,
  type Block,
  blockOf,
  capHeight,
  necklineCurve,
  type SleevePlan,
  sleevePiece,
  torsoPiece,
} from "./torso-pieces.ts";
import { pocketPiece, trouserPieces } from "./trouser-pieces.ts";

/** A garment as flat pieces, and the lengths of the lines they are drawn by. */
export interface Pattern {
  pieces: readonly PatternPiece[];
  front: Block | null;
  back: Block | null;
  sleeve: SleevePlan | null;
  /** Around the finished neck opening, mm; 0 without a torso. */
  neckMm: number;
  armholeMm: number;
}

/** Along the outside of the arm; short ones are what shops sell, longer ones follow the arm. */
function sleeveLength({ sleeve }: TorsoDesign, armMm: number): number {
  return { none: 0, cap: 85, short: 220, "three-quarter": armMm * 0.72, long: armMm + 5 }[sleeve];
}

/** Cloth gathered into a puff sleeve, part more. */
const PUFF = 0.45;
const WRIST_ROOM_MM = 76;
const BELL = 1.65;

export function planSleeve({ design, girths, form }: Laid, armholeMm: number): SleevePlan | null {
  const torso = design.torso!;
  if (!hasSleeves(torso)) return null;
  const { armMm, wristMm } = form.lengths;
  const lengthMm = sleeveLength(torso, armMm);
  const t = lengthMm / armMm;
  const coatMm = design.kind === "coat" ? 60 : 0;
  const wrist = wristMm + WRIST_ROOM_MM + coatMm;
  const straight =
    girths.upperArmMm + (wrist - girths.upperArmMm) * Math.max(0, Math.min(1, (t - 0.12) / 0.88));
  const fullness = torso.sleeveShape === "puff" ? PUFF : 0;
  const hem = torso.sleeveShape === "puff" ? straight * 0.96 : straight;
  return {
    lengthMm,
    upperArmMm: girths.upperArmMm,
    hemMm:
      torso.sleeveShape === "bell" ? girths.upperArmMm * (1 + (BELL - 1) * Math.min(1, t)) : hem,
    capMm: capHeight(girths.upperArmMm, armholeMm, fullness),
    armholeMm,
    fullness,
    isCap: torso.sleeve === "cap",
  };
}

/** A halter has no shoulder to set a sleeve into. */
export const hasSleeves = ({ sleeve, neckline, collar }: TorsoDesign) =>
  sleeve !== "none" && !(neckline === "halter" && collar === "none");

const isFrontOpen = (torso: TorsoDesign) =>
  torso.closure === "buttons-front" || torso.closure === "zip-front" || torso.closure === "wrap";

/** A wrap front reaches over to the other side by this part of the bust's quarter. */
const WRAP_OVER = 0.85;
const PLACKET_MM = 25;

/** The front's middle edge moved out to overlap. */
function overlapped(piece: PatternPiece, torso: TorsoDesign, quarterMm: number): PatternPiece {
  const overMm =
    torso.closure === "wrap"
      ? quarterMm * WRAP_OVER
      : torso.closure === "buttons-front"
        ? PLACKET_MM
        : 0;
  if (overMm === 0) return piece;
  const moved = ([x, y]: P2): P2 => (Math.abs(x) < 1e-6 ? [-overMm, y] : [x, y]);
  const edges = piece.edges.map((edge) => ({ ...edge, points: edge.points.map(moved) }));
  return { ...piece, edges };
}

function torsoPieces(
  laid: Laid,
  front: Block,
  back: Block,
  sleeve: SleevePlan | null,
): PatternPiece[] {
  const torso = laid.design.torso!;
  const isBound = torso.collar === "none" && torso.neckline !== "turtleneck";
  const frontPiece = torsoPiece(front, isFrontOpen(torso), isBound);
  return [
    overlapped(frontPiece, torso, front.bustMm),
    torsoPiece(back, torso.closure === "zip-back", isBound),
    ...(sleeve ? [sleevePiece(sleeve)] : []),
  ];
}

function collarPieces({ design }: Laid, neckMm: number): PatternPiece[] {
  const torso = design.torso!;
  if (torso.collar === "stand") return [bandPiece("collar", "Stand collar", neckMm, 38)];
  if (torso.collar === "shirt") return [bandPiece("collar", "Collar", neckMm, 62)];
  if (torso.collar === "lapel")
    return [bandPiece("collar", "Collar and lapel facing", neckMm * 1.15, 85)];
  if (torso.neckline === "turtleneck")
    return [bandPiece("collar", "Turtleneck collar", neckMm * 0.92, 90)];
  return [];
}

function beltPieces({ design, girths }: Laid): PatternPiece[] {
  const TIE_MM = 900;
  const BUCKLE_MM = 180;
  if (design.beltMm === 0) return [];
  const tie = design.torso?.closure === "wrap" ? TIE_MM : BUCKLE_MM;
  return [bandPiece("belt", "Belt", girths.waistMm + tie, design.beltMm)];
}

function pocketPieces(design: GarmentDesign): PatternPiece[] {
  const pockets = design.torso?.pockets ?? "none";
  if (pockets === "patch") return [pocketPiece("Patch pocket", 170, 190, 2)];
  return pockets === "none" ? [] : [pocketPiece("Pocket bag", 170, 250, 4)];
}

/** The flat pieces of a garment. */
export function patternOf(laid: Laid): Pattern {
  const { design, torso, skirt, girths, legs } = laid;
  const front = torso && blockOf(torso, design.torso!, girths, "front");
  const back = torso && blockOf(torso, design.torso!, girths, "back");
  const armholeMm =
    front && back ? lengthOf(armholeCurve(front)) + lengthOf(armholeCurve(back)) : 0;
  const neckMm =
    front && back ? 2 * (lengthOf(necklineCurve(front)) + lengthOf(necklineCurve(back))) : 0;
  const sleeve = torso ? planSleeve(laid, armholeMm) : null;
  return {
    front,
    back,
    sleeve,
    neckMm,
    armholeMm,
    pieces: [
      ...(front && back ? torsoPieces(laid, front, back, sleeve) : []),
      ...(torso ? collarPieces(laid, neckMm) : []),
      ...(skirt ? skirtPieces(skirt.flare, skirt.design) : []),
      ...(legs ? trouserPieces(legs, design.trousers!) : []),
      ...pocketPieces(design),
      ...beltPieces(laid),
    ],
  };
}
