import type { GarmentDesign } from "../design.ts";
import { hemGirthOf } from "../flare.ts";
import { type Laid, layGarment } from "../laid.ts";
import { type Pattern, patternOf } from "../pattern/pattern.ts";
import { type TechPack, techPackOf } from "../tech-pack.ts";
import { dimensionsOf } from "./dimensions.ts";
import { drawDetails } from "./flat-details.ts";
import { drawLegs } from "./flat-legs.ts";
import { drawCollar } from "./flat-neck.ts";
import { drawSkirt, isDrawnHanging } from "./flat-skirt.ts";
import { drawTorso, type Side } from "./flat-torso.ts";
import { Ink } from "./ink.ts";
import { drawPieces } from "./piece-sheet.ts";

/** Paper is a tenth of the garment. */
const SCALE = 10;
const MARGIN_MM = 120;
const GAP_MM = 260;

interface View {
  ink: Ink;
  title: string;
}

/** Height of the waist on the drawing: below the shoulder, or at the top of a skirt. */
const waistOf = (laid: Laid, { front }: Pattern) =>
  front?.waistY ?? laid.skirt?.design.waistbandMm ?? 0;

function drawView(laid: Laid, pattern: Pattern, side: Side): View {
  const ink = new Ink();
  const waistY = waistOf(laid, pattern);
  if (laid.skirt) drawSkirt(ink, laid.skirt, waistY, side);
  if (laid.torso) {
    drawTorso(ink, laid, pattern, side);
    drawDetails(ink, laid, pattern, waistY, side);
    drawCollar(ink, laid, pattern, side);
  } else drawDetails(ink, laid, pattern, waistY, side);
  drawLegs(ink, laid, side);
  const outX = Math.max(-ink.box.left, ink.box.right);
  for (const { name, from, to, offMm } of dimensionsOf(laid, pattern, side, waistY, outX))
    ink.dimension(from, to, offMm, name);
  if (laid.skirt && isDrawnHanging(laid.skirt) && side === "front") {
    const hem = Math.round(hemGirthOf(laid.skirt.flare)).toLocaleString("en-US");
    ink.text([0, waistY + laid.skirt.flare.lengthMm + 70], `drawn as it hangs; hem ${hem} around`, {
      anchor: "middle",
      sizeMm: 26,
      colour: "#2458a6",
    });
  }
  return { ink, title: side === "front" ? "FRONT" : "BACK" };
}

const mm = (value: number) => Math.round(value).toLocaleString("en-US");

function drawTable(ink: Ink, pack: TechPack, x: number, y: number): void {
  const row = 38;
  ink.text([x, y], "Finished measures, mm", { sizeMm: 30, isBold: true });
  pack.finished.forEach(({ name, valueMm, toleranceMm }, i) => {
    const at = y + row * (i + 1.3);
    ink.text([x, at], name, { sizeMm: 26 });
    ink.text([x + 640, at], mm(valueMm), { sizeMm: 26, anchor: "end" });
    ink.text([x + 670, at], `± ${toleranceMm}`, { sizeMm: 26, colour: "#5b616e" });
  });
  const below = y + row * (pack.finished.length + 2.4);
  const cut = [
    `Cloth ${(pack.clothLengthMm / 1000).toFixed(2)} m of ${mm(pack.clothWidthMm)} mm, pieces ${pack.fabricAreaM2.toFixed(3)} m², waste ${pack.wastePercent.toFixed(1)} %`,
    `Seams ${mm(pack.seamLengthMm)} mm, hems ${mm(pack.hemLengthMm)} mm`,
    ...pack.trims.map(
      ({ name, count, sizeMm }) => `${count > 1 ? `${count} × ` : ""}${name} ${mm(sizeMm)} mm`,
    ),
  ];
  ink.text([x, below], "Cloth and trims", { sizeMm: 30, isBold: true });
  for (const [i, line] of cut.entries()) {
    ink.text([x, below + row * (i + 1.3)], line, { sizeMm: 26 });
  }
}

function placed({ marks }: Ink, dx: number, dy: number): string {
  return `<g transform="translate(${dx.toFixed(2)} ${dy.toFixed(2)})">${marks.join("")}</g>`;
}

export interface DrawingTitle {
  title: string;
  /** One sentence about the garment. */
  words: string;
}

/**
 * The technical drawing of a garment as SVG at 1:10: front and back laid flat, measures, and the pieces to cut.
 * One unit of its view box is 1 mm of garment; widths shown are half of what is measured around.
 */
export function drawGarment(design: GarmentDesign, { title, words }: DrawingTitle): string {
  const laid = layGarment(design);
  const pattern = patternOf(laid);
  const pack = techPackOf(laid);
  const views = [drawView(laid, pattern, "front"), drawView(laid, pattern, "back")];
  const table = new Ink();
  drawTable(table, pack, 0, 0);
  const tops = Math.min(...views.map(({ ink }) => ink.box.top));
  const headMm = 250;
  let x = MARGIN_MM;
  const groups: string[] = [];
  let bottom = 0;
  for (const { ink, title: name } of views) {
    const dx = x - ink.box.left;
    const dy = headMm + 60 - tops;
    groups.push(placed(ink, dx, dy));
    const label = new Ink();
    label.text([dx, headMm], name, { anchor: "middle", sizeMm: 34, isBold: true });
    groups.push(...label.marks);
    x += ink.box.right - ink.box.left + GAP_MM;
    bottom = Math.max(bottom, dy + ink.box.bottom);
  }
  groups.push(placed(table, x, headMm));
  const widthMm = x + 1000 + MARGIN_MM;
  bottom = Math.max(bottom, headMm + table.box.bottom);
  const pieces = new Ink();
  pieces.text(
    [MARGIN_MM, bottom + 150],
    "PIECES TO CUT, seam allowance 10, hem 30, bound edge 6 mm included",
    { sizeMm: 34, isBold: true },
  );
  drawPieces(pieces, pattern.pieces, MARGIN_MM, bottom + 210, widthMm - 2 * MARGIN_MM);
  const heightMm = pieces.box.bottom + MARGIN_MM;
  const fullMm = Math.max(widthMm, pieces.box.right + MARGIN_MM);
  const head = new Ink();
  head.text([MARGIN_MM, 110], title, { sizeMm: 52, isBold: true });
  head.text([MARGIN_MM, 168], words, { sizeMm: 30, colour: "#5b616e" });
  head.text([fullMm - MARGIN_MM, 110], "Scale 1:10, measures in mm", { sizeMm: 30, anchor: "end" });
  const size = `width="${(fullMm / SCALE).toFixed(1)}mm" height="${(heightMm / SCALE).toFixed(1)}mm" viewBox="0 0 ${fullMm.toFixed(0)} ${heightMm.toFixed(0)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="Inter, Helvetica, Arial, sans-serif" fill="none" stroke-linejoin="round" stroke-linecap="round"><rect width="100%" height="100%" fill="#ffffff"/>${head.marks.join("")}${groups.join("")}${pieces.marks.join("")}</svg>\n`;
}
