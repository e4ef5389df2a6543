import type { Closure } from "./design.ts";
import { hemGirthOf } from "./flare.ts";
import type { Laid } from "./laid.ts";
import { layMarker } from "./pattern/marker.ts";
import { cutAreaMm2, type EdgeKind, lengthOf, type PatternPiece } from "./pattern/outline.ts";
import { type Pattern, patternOf } from "./pattern/pattern.ts";

/** A measure of the finished garment, laid flat or around, mm. */
export interface FinishedMeasure {
  name: string;
  valueMm: number;
  /** Either way: the house's for machine-sewn clothes. */
  toleranceMm: number;
}

export interface Trim {
  name: string;
  count: number;
  /** A zip's length, a button's width, thread in all, mm. */
  sizeMm: number;
}

/** What a workshop needs to cut and sew a garment: every number follows from the flat pieces. */
export interface TechPack {
  finished: readonly FinishedMeasure[];
  pieces: readonly { name: string; count: number; areaM2: number }[];
  /** Of all cut pieces with their allowances. */
  fabricAreaM2: number;
  clothWidthMm: number;
  /** Cloth to buy at that width. */
  clothLengthMm: number;
  wastePercent: number;
  massG: number;
  /** Sewn lines, each once; hems apart. */
  seamLengthMm: number;
  hemLengthMm: number;
  sewingMinutes: number;
  trims: readonly Trim[];
}

/** Length of edges of a kind over all cut pieces, mm. */
export function edgeLength(pieces: readonly PatternPiece[], kind: EdgeKind): number {
  const ofPiece = ({ edges, count, isOnFold }: PatternPiece) =>
    edges
      .filter((edge) => edge.kind === kind)
      .reduce((sum, { points }) => sum + lengthOf(points), 0) *
    count *
    (isOnFold ? 2 : 1);
  return pieces.reduce((sum, piece) => sum + ofPiece(piece), 0);
}

function dartLength(pieces: readonly PatternPiece[]): number {
  const ofPiece = ({ marks, count, isOnFold }: PatternPiece) =>
    marks
      .filter(({ name }) => name.includes("dart"))
      .reduce((sum, { points }) => sum + lengthOf(points) / 2, 0) *
    count *
    (isOnFold ? 2 : 1);
  return pieces.reduce((sum, piece) => sum + ofPiece(piece), 0);
}

/** Every seam joins two edges; a bound edge is sewn by itself. */
export const seamLength = (pieces: readonly PatternPiece[]) =>
  edgeLength(pieces, "seam") / 2 + edgeLength(pieces, "bound") + dartLength(pieces);

const measure = (name: string, valueMm: number, toleranceMm: number): FinishedMeasure => ({
  name,
  valueMm,
  toleranceMm,
});

function torsoMeasures(
  { design, torso }: Laid,
  { front, back, sleeve, neckMm, armholeMm }: Pattern,
): FinishedMeasure[] {
  if (!torso || !front || !back) return [];
  const around = (of: "bustMm" | "waistMm") => 2 * (front[of] + back[of]);
  const hem = front.hem && back.hem ? 2 * (front.hem.halfMm + back.hem.halfMm) : null;
  const shoulder = Math.hypot(front.tip[0] - front.neck[0], front.tip[1] - front.neck[1]);
  return [
    measure("Bust, around", around("bustMm"), 10),
    measure("Waist, around", around("waistMm"), 10),
    ...(front.hem ? [measure("Hip, around", 4 * front.hem.hipMm, 10)] : []),
    ...(hem === null ? [] : [measure("Hem, around", hem, 15)]),
    measure("Shoulder seam", shoulder, 3),
    measure("Centre back, neck to waist", back.waistY - back.middleY, 6),
    measure("Centre front, neck to waist", front.waistY - front.middleY, 6),
    measure("Neck opening, around", neckMm, 6),
    measure("Armhole, around", armholeMm, 6),
    ...(design.torso!.belowWaistMm > 0
      ? [measure("Length below the waist", design.torso!.belowWaistMm, 8)]
      : []),
    ...(sleeve
      ? [
          measure("Sleeve length", sleeve.lengthMm, 6),
          measure("Upper arm, around", sleeve.upperArmMm, 6),
          ...(sleeve.isCap ? [] : [measure("Sleeve hem, around", sleeve.hemMm, 6)]),
        ]
      : []),
  ];
}

function skirtMeasures({ skirt, girths, torso }: Laid): FinishedMeasure[] {
  if (!skirt) return [];
  return [
    ...(torso ? [] : [measure("Waist, around", girths.waistMm, 10)]),
    measure("Skirt length", skirt.flare.lengthMm, 8),
    measure("Skirt hem, around", hemGirthOf(skirt.flare), 20),
    ...(skirt.design.waistbandMm > 0
      ? [measure("Waistband height", skirt.design.waistbandMm, 3)]
      : []),
    ...(skirt.design.slitMm > 0 ? [measure("Slit", skirt.design.slitMm, 5)] : []),
  ];
}

function legMeasures({ legs, design }: Laid): FinishedMeasure[] {
  if (!legs) return [];
  return [
    measure("Waist, around", legs.waistMm, 10),
    measure("Hip, around", legs.hipMm, 10),
    measure("Thigh, around", legs.legGirthAt(0), 8),
    ...(legs.inseamMm > legs.kneeMm + 20
      ? [measure("Knee, around", legs.legGirthAt(legs.kneeMm), 6)]
      : []),
    measure("Leg hem, around", legs.legGirthAt(legs.inseamMm), 6),
    measure("Rise, with waistband", legs.riseMm, 6),
    measure("Inseam", legs.inseamMm, 8),
    measure("Outseam, with waistband", legs.riseMm + legs.inseamMm, 10),
    measure("Waistband height", design.trousers!.waistbandMm, 3),
  ];
}

/** Zips are sold in steps of this, mm. */
const ZIP_STEP_MM = 20;
/** Lockstitch takes about 2.8 m of thread a metre of seam at 4 stitches a centimetre; overlocking the edges 5 times as much again. */
const THREAD_PER_SEAM = 2.8 + 14;

function zipOf(laid: Laid, pattern: Pattern, closure: Closure): Trim[] {
  const { skirt, legs, torso } = laid;
  const upTo = (mm: number) => Math.ceil(mm / ZIP_STEP_MM) * ZIP_STEP_MM;
  const zip = (sizeMm: number): Trim[] => [{ name: "Zip", count: 1, sizeMm: upTo(sizeMm) }];
  if (legs) return zip(closure === "zip-front" ? legs.riseMm * 0.55 : 200);
  if (closure === "zip-front" && torso)
    return zip(
      (pattern.front?.waistY ?? 0) -
        (pattern.front?.middleY ?? 0) +
        (torso.hang?.lengthMm ?? 0) * 0.9,
    );
  if (closure !== "zip-back") return [];
  const below = skirt ? Math.min(skirt.flare.hipDepthMm * 0.9, skirt.flare.lengthMm * 0.7) : 0;
  return zip((pattern.back ? pattern.back.waistY - pattern.back.middleY : 0) + below);
}

/** Width of a button by garment, mm. */
export const buttonMm = (laid: Laid) => (laid.design.kind === "coat" ? 26 : 13);

function trimsOf(laid: Laid, pattern: Pattern, threadMm: number): Trim[] {
  const { design } = laid;
  const closure =
    design.torso?.closure ?? design.skirt?.closure ?? design.trousers?.closure ?? "none";
  const buttons =
    closure === "buttons-front" ? (design.torso?.buttons ?? design.skirt?.buttons ?? 0) : 0;
  const bandButton = design.trousers || (design.skirt && !design.torso) ? 1 : 0;
  return [
    ...zipOf(laid, pattern, closure),
    ...(buttons > 0 ? [{ name: "Button", count: buttons, sizeMm: buttonMm(laid) }] : []),
    ...(bandButton ? [{ name: "Waistband button", count: bandButton, sizeMm: 15 }] : []),
    ...(design.beltMm > 0 && closure !== "wrap"
      ? [{ name: "Buckle", count: 1, sizeMm: design.beltMm }]
      : []),
    { name: "Thread", count: 1, sizeMm: Math.ceil(threadMm / 1000) * 1000 },
  ];
}

/** Minutes of the house's workroom. */
const MINUTES = {
  perSeamM: 2.1,
  perHemM: 1.6,
  perPiece: 1.5,
  perButton: 2,
  zip: 9,
  collar: 14,
  base: 12,
};

/** Works out the tech pack of a garment. Pure. */
export function techPackOf(laid: Laid): TechPack {
  const pattern = patternOf(laid);
  const { pieces } = pattern;
  const marker = layMarker(pieces, laid.design.fabric);
  const seamLengthMm = seamLength(pieces);
  const hemLengthMm = edgeLength(pieces, "hem");
  const trims = trimsOf(laid, pattern, (seamLengthMm + hemLengthMm) * THREAD_PER_SEAM);
  const cut = pieces.reduce((sum, { count }) => sum + count, 0);
  const buttons = trims
    .filter(({ name }) => name.includes("utton"))
    .reduce((sum, { count }) => sum + count, 0);
  const minutes =
    MINUTES.base +
    (seamLengthMm / 1000) * MINUTES.perSeamM +
    (hemLengthMm / 1000) * MINUTES.perHemM +
    cut * MINUTES.perPiece +
    buttons * MINUTES.perButton +
    (trims.some(({ name }) => name === "Zip") ? MINUTES.zip : 0) +
    (pieces.some(({ id }) => id === "collar") ? MINUTES.collar : 0);
  return {
    finished: [...torsoMeasures(laid, pattern), ...skirtMeasures(laid), ...legMeasures(laid)],
    pieces: pieces.map((piece) => ({
      name: piece.name,
      count: piece.count,
      areaM2: cutAreaMm2(piece) / 1e6,
    })),
    fabricAreaM2: marker.piecesMm2 / 1e6,
    clothWidthMm: marker.clothWidthMm,
    clothLengthMm: marker.lengthMm,
    wastePercent: marker.wastePercent,
    massG: (marker.piecesMm2 / 1e6) * laid.design.fabric.gsm,
    seamLengthMm,
    hemLengthMm,
    sewingMinutes: Math.round(minutes),
    trims,
  };
}
