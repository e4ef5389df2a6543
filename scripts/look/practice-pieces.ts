import { type PlannedProduct, planCatalogue } from "../catalog/plan/plan.ts";
import { seedOf } from "../catalog/random.ts";

/** Name series of pieces that are in no catalogue, and how many of them there are to practise on. */
const ALL_KINDS = { series: ["-p1"], pieces: 600 };
/** Of what is hardest to tell apart more than of the rest. */
const HARD_KINDS = { series: ["-p2", "-p3", "-p4", "-p5"], pieces: 400 };
const HARD = new Set("dress top skirt coat trousers bracelet bangle cuff necklace".split(" "));
/** Of the others one in so many is among them. */
const REST_EVERY = 3;

function some(
  series: readonly string[],
  pieces: number,
  isWanted: (piece: PlannedProduct) => boolean,
): PlannedProduct[] {
  return series
    .flatMap((name) => planCatalogue(name))
    .filter(isWanted)
    .sort((a, b) => seedOf(a.sku) - seedOf(b.sku))
    .slice(0, pieces);
}

/** Pieces to practise on: others than the catalogue's. */
export function practicePieces(isOpen: (piece: PlannedProduct) => boolean): PlannedProduct[] {
  const isHard = ({ sku, kind }: PlannedProduct) =>
    HARD.has(kind) || seedOf(sku) % REST_EVERY === 0;
  return [
    ...some(ALL_KINDS.series, ALL_KINDS.pieces, isOpen),
    ...some(HARD_KINDS.series, HARD_KINDS.pieces, (piece) => isOpen(piece) && isHard(piece)),
  ];
}
