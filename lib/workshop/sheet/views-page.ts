import type { Loop } from "../../kernel/export/outline.ts";
import type { Lineage } from "../../kernel/export/types.ts";
import {
  type DimensionLine,
  dimensionsOf,
  type PlacedOutline,
  placeViews,
  scaleLabel,
} from "../../kernel/export/views.ts";
import { type Paper, POINTS_PER_MM } from "./paper.ts";
import type { Subject } from "./tables.ts";

/** A4 across, mm. */
const AREA = { x: 12, y: 18, width: 273, height: 166 };
const LINE = "#1c1a17";
const DIMENSION = "#5c564c";
const ARROW_MM = 2.4;

const STYLES: Record<PlacedOutline["weight"], { widthMm: number; fill?: string; dash?: number }> = {
  made: { widthMm: 0.5, fill: "#f4f1ec" },
  support: { widthMm: 0.25, dash: 1.4 },
  stone: { widthMm: 0.25, fill: "#e4ecf4" },
};

/** Front, side and top with their dimensions on the paper's landscape page. */
export function drawViews(paper: Paper, piece: Subject, lineage: Lineage): void {
  const { document } = paper;
  document.save().scale(POINTS_PER_MM);
  const views = placeViews(piece.parts, AREA);
  for (const { outlines, elevation, x, y } of views.views) {
    for (const weight of ["made", "support", "stone"] as const)
      drawLoops(
        paper,
        weight,
        outlines.filter((one) => one.weight === weight).map(({ loop }) => loop),
      );
    paper.line(elevation, x, y - 6, { size: 3, colour: DIMENSION });
  }
  for (const dimension of dimensionsOf(views)) drawDimension(paper, dimension);
  const title = lineage.title ?? piece.kind;
  const scale = `Scale ${scaleLabel(views.scale)} on A4, dimensions in mm`;
  const revision = [
    lineage.revision && `Revision ${lineage.revision}`,
    piece.meshHash.slice(0, 16),
  ];
  paper.line(title, 12, 193, { size: 4.2, weight: "bold" });
  paper.line(scale, 285, 193, { size: 3.2, align: "right" });
  const mesh = revision.filter(Boolean).join(", mesh ");
  paper.line(mesh, 285, 198, { size: 3.2, align: "right", colour: DIMENSION });
  document.restore();
}

function drawLoops(paper: Paper, weight: PlacedOutline["weight"], loops: readonly Loop[]): void {
  if (loops.length === 0) return;
  const { document } = paper;
  for (const loop of loops) {
    document.moveTo(loop[0]!, loop[1]!);
    for (let i = 2; i < loop.length; i += 2) document.lineTo(loop[i]!, loop[i + 1]!);
    document.closePath();
  }
  const { widthMm, fill, dash } = STYLES[weight];
  document.lineWidth(widthMm);
  if (dash) document.dash(dash, { space: 0.8 });
  if (fill) document.fillAndStroke(fill, LINE, "even-odd");
  else document.stroke(DIMENSION);
  document.undash();
}

function drawArrow(paper: Paper, x: number, y: number, upright: boolean, sign: number): void {
  const [long, wide] = [ARROW_MM * sign, ARROW_MM / 6];
  const { document } = paper;
  document.moveTo(x, y);
  if (upright) document.lineTo(x - wide, y + long).lineTo(x + wide, y + long);
  else document.lineTo(x + long, y - wide).lineTo(x + long, y + wide);
  document.closePath().fill(DIMENSION);
}

function drawDimension(paper: Paper, { from, to, ends, upright, text }: DimensionLine): void {
  const { document } = paper;
  for (const [x, y] of ends)
    if (upright) document.moveTo(x - 1, y).lineTo(from[0] - 1.5, y);
    else document.moveTo(x, y + 1).lineTo(x, from[1] + 1.5);
  document.moveTo(...from).lineTo(...to);
  document.lineWidth(0.18).stroke(DIMENSION);
  drawArrow(paper, ...from, upright, upright ? -1 : 1);
  drawArrow(paper, ...to, upright, upright ? 1 : -1);
  const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const;
  document.save();
  if (upright) document.rotate(-90, { origin: [middle[0], middle[1]] });
  paper.line(text, middle[0], middle[1] - 5.2, { size: 3.5, align: "middle" });
  document.restore();
}
