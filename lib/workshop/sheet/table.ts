import type { Paper } from "./paper.ts";
import type { TableRows } from "./tables.ts";

/** Margins of a portrait page, and where its text ends, points. */
export const LEFT = 42;
export const WIDTH = 511;
export const BOTTOM = 790;
export const MUTED = "#6b655b";

/** Draws a table from a height on, over as many pages as it needs; answers the height below it. */
export function tableAt(paper: Paper, { title, rows }: TableRows, start: number): number {
  if (rows.length === 0) return start;
  let y = start;
  if (y > BOTTOM - 90) {
    paper.page("portrait");
    y = 48;
  }
  paper.line(title, LEFT, y, { size: 11, weight: "bold" });
  y += 19;
  for (const { label, basis, value, isTotal } of rows) {
    if (y > BOTTOM - 20) {
      paper.page("portrait");
      y = 48;
    }
    const weight = isTotal ? "bold" : "regular";
    paper.line(label, LEFT, y, { size: 9, weight });
    paper.line(value, LEFT + WIDTH, y, { size: 9, weight, align: "right" });
    const below = paper.block(basis, LEFT + 130, y, WIDTH - 220, { size: 8, colour: MUTED });
    y = Math.max(y + 13, below) + 3;
    paper.rule(LEFT, y - 2, WIDTH);
    y += 3;
  }
  return y + 14;
}
