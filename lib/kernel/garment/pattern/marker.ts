import type { Fabric } from "../design.ts";
import { cutAreaMm2, cutSize, type PatternPiece } from "./outline.ts";
import { CLOTH_WIDTH_MM } from "./skirt-pieces.ts";

/** How much cloth a pattern takes, laid on cloth of a stated width. */
export interface Marker {
  clothWidthMm: number;
  /** Length of cloth to buy. */
  lengthMm: number;
  /** Cut pieces with their allowances. */
  piecesMm2: number;
  /** Of the cloth bought, what is not in a piece. */
  wastePercent: number;
}

interface Box {
  widthMm: number;
  lengthMm: number;
}

const GAP_MM = 6;

/** Prints that must meet at the seams cost up to a repeat for each row of pieces. */
const isMatched = ({ print }: Fabric) => print === "check" || print === "stripes";

interface Shelf {
  lengthMm: number;
  freeMm: number;
  /** Columns of pieces under one another: what is left of the shelf's length in each. */
  stacks: { widthMm: number; freeMm: number }[];
}

/** Sets a box under another on the shelf when one leaves room for it. */
function stacked(shelf: Shelf, { widthMm, lengthMm }: Box): boolean {
  const stack = shelf.stacks.find((s) => s.widthMm >= widthMm && s.freeMm >= lengthMm + GAP_MM);
  if (!stack) return false;
  stack.freeMm -= lengthMm + GAP_MM;
  return true;
}

function place(shelves: Shelf[], box: Box): void {
  for (const shelf of shelves) {
    if (stacked(shelf, box)) return;
    if (shelf.freeMm >= box.widthMm) {
      shelf.freeMm -= box.widthMm + GAP_MM;
      shelf.stacks.push({ widthMm: box.widthMm, freeMm: shelf.lengthMm - box.lengthMm });
      return;
    }
  }
  shelves.push({
    lengthMm: box.lengthMm,
    freeMm: CLOTH_WIDTH_MM - box.widthMm - GAP_MM,
    stacks: [{ widthMm: box.widthMm, freeMm: 0 }],
  });
}

/** A box wider than the cloth is cut in lengths that are joined. */
function fitted({ widthMm, lengthMm }: Box): Box[] {
  const parts = Math.ceil(widthMm / CLOTH_WIDTH_MM);
  return Array.from({ length: parts }, () => ({ widthMm: widthMm / parts, lengthMm }));
}

/**
 * Lays the boxes of all pieces along the grain in rows across cloth of 1,500 mm, the longest first. A cutter
 * nests the outlines closer: what this gives is enough, not the least.
 */
export function layMarker(pieces: readonly PatternPiece[], fabric: Fabric): Marker {
  const boxes = pieces
    .flatMap((piece) => Array.from({ length: piece.count }, () => cutSize(piece)))
    .flatMap(fitted)
    .sort((a, b) => b.lengthMm - a.lengthMm || b.widthMm - a.widthMm);
  const shelves: Shelf[] = [];
  for (const box of boxes) place(shelves, box);
  const matchMm = isMatched(fabric) ? fabric.repeatMm : 0;
  const lengthMm =
    Math.ceil(shelves.reduce((sum, shelf) => sum + shelf.lengthMm + GAP_MM + matchMm, 0) / 10) * 10;
  const piecesMm2 = pieces.reduce((sum, piece) => sum + piece.count * cutAreaMm2(piece), 0);
  return {
    clothWidthMm: CLOTH_WIDTH_MM,
    lengthMm,
    piecesMm2,
    wastePercent: (1 - piecesMm2 / (lengthMm * CLOTH_WIDTH_MM)) * 100,
  };
}
