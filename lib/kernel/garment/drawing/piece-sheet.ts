import {
  cutAreaMm2,
  cuttingLine,
  type P2,
  type PatternPiece,
  sewingLine,
} from "../pattern/outline.ts";
import { type Ink, moved } from "./ink.ts";

const GAP_MM = 130;

const extentOf = (points: readonly P2[]) => {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    width: Math.max(...xs) - Math.min(...xs),
    height: Math.max(...ys) - Math.min(...ys),
  };
};

/** Long bands are drawn lying down. */
const isLong = ({ width, height }: { width: number; height: number }) => height > 6 * width;

const lying = (points: readonly P2[]): P2[] => points.map(([x, y]) => [y, x]);

function drawPiece(
  ink: Ink,
  piece: PatternPiece,
  x: number,
  y: number,
): { width: number; height: number } {
  const raw = extentOf(cuttingLine(piece));
  const turn = isLong(raw) ? lying : (points: readonly P2[]) => [...points];
  const cut = turn(cuttingLine(piece));
  const { left, top, width, height } = extentOf(cut);
  const place = (points: readonly P2[]) => moved(turn(points), x - left, y - top);
  ink.shape(place(cuttingLine(piece)), "cut", "#fcfbf9");
  ink.shape(place(sewingLine(piece)), "sew");
  for (const { points, kind } of piece.edges) if (kind === "fold") ink.line(place(points), "fold");
  for (const { points } of piece.marks) ink.line(place(points), "dart");
  const lines = [
    piece.name,
    `cut ${piece.count}${piece.isOnFold ? " on the fold" : ""}`,
    `${(cutAreaMm2(piece) / 1e6).toFixed(4)} m² each`,
  ];
  for (const [i, line] of lines.entries()) {
    ink.text([x, y + height + 38 + 32 * i], line, { sizeMm: 26, isBold: i === 0 });
  }
  drawGrain(ink, x + width / 2, y + height / 2, Math.min(height * 0.3, 160), isLong(raw));
  return { width: Math.max(width, 330), height: height + 130 };
}

function drawGrain(ink: Ink, x: number, y: number, half: number, isLying: boolean): void {
  const at = (along: number, across: number): P2 =>
    isLying ? [x + along * 2, y + across] : [x + across, y + along];
  ink.line([at(-half, 0), at(half, 0)], "thin");
  for (const sign of [-1, 1])
    ink.line([at(sign * (half - 16), -8), at(sign * half, 0), at(sign * (half - 16), 8)], "thin");
}

/** All pieces in rows of at most `widthMm`, from `y` down; cut lines solid, sewing lines dashed, grain arrows. */
export function drawPieces(
  ink: Ink,
  pieces: readonly PatternPiece[],
  left: number,
  top: number,
  widthMm: number,
): void {
  let x = left;
  let y = top;
  let tall = 0;
  const sized = pieces.map((piece) => {
    const { width, height } = extentOf(cuttingLine(piece));
    return {
      piece,
      width: isLong({ width, height }) ? height : width,
      height: isLong({ width, height }) ? width : height,
    };
  });
  for (const { piece, width } of sized.sort((a, b) => b.height - a.height)) {
    if (x > left && x + width > left + widthMm) {
      x = left;
      y += tall + GAP_MM;
      tall = 0;
    }
    const size = drawPiece(ink, piece, x, y);
    x += size.width + GAP_MM;
    tall = Math.max(tall, size.height);
  }
}
