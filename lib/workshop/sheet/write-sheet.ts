import type { Lineage } from "../../kernel/export/types.ts";
import { Paper } from "./paper.ts";
import { BOTTOM, LEFT, MUTED, tableAt, WIDTH } from "./table.ts";
import { type Subject, tablesOf } from "./tables.ts";
import { drawViews } from "./views-page.ts";

const PICTURE = 236;
/** Colours of a finding's mark. */
const STATUS = { pass: "#3d7a4f", warn: "#b07a1e", fail: "#b23a2e" } as const;

/**
 * A PDF sheet of a piece: picture and measures, bill of materials, price, findings, and on a second page its
 * dimensioned views to scale. `picture` is a JPEG or PNG. The same piece, picture and lineage give the same bytes.
 */
export async function writeSheet(
  piece: Subject,
  lineage: Lineage,
  picture: Uint8Array | null,
): Promise<Uint8Array> {
  const paper = new Paper(lineage.title ?? piece.kind, piece.words);
  paper.page("portrait");
  let y = head(paper, piece, lineage);
  y = pictureAndFacts(paper, piece, picture, y);
  for (const table of tablesOf(piece)) y = tableAt(paper, table, y);
  findings(paper, piece, y, () => foot(paper, piece, lineage));
  foot(paper, piece, lineage);
  paper.page("landscape");
  drawViews(paper, piece, lineage);
  return paper.bytes();
}

function head(paper: Paper, piece: Subject, lineage: Lineage): number {
  paper.line(lineage.title ?? piece.kind, LEFT, 40, { size: 20, weight: "bold" });
  const below = paper.block(piece.words, LEFT, 70, WIDTH, { size: 10, colour: MUTED });
  return below + 10;
}

function pictureAndFacts(
  paper: Paper,
  piece: Subject,
  picture: Uint8Array | null,
  y: number,
): number {
  if (picture) paper.document.image(Buffer.from(picture), LEFT, y, { width: PICTURE });
  const x = LEFT + PICTURE + 24;
  const width = WIDTH - PICTURE - 24;
  let at = y;
  for (const [label, value] of factsOf(piece)) {
    paper.line(label, x, at, { size: 9, colour: MUTED });
    paper.line(value, x + width, at, { size: 9, weight: "bold", align: "right" });
    paper.rule(x, at + 15, width);
    at += 21;
  }
  return Math.max(at, picture ? y + PICTURE : y) + 22;
}

function factsOf({ measures: m }: Subject): [label: string, value: string][] {
  const number = (value: number, digits: number) => value.toFixed(digits);
  const clothM2 = m.madeOf.reduce((sum, { clothMm2 }) => sum + clothMm2, 0) / 1e6;
  const stones = m.stones.reduce((sum, { count }) => sum + count, 0);
  const facts: ([string, string] | null)[] = [
    ["Width × depth × height", `${m.boxMm.map((v) => number(v, 1)).join(" × ")} mm`],
    ["Weight", `${number(m.massG, 2)} g`],
    m.volumeMm3 > 0 ? ["Volume", `${number(m.volumeMm3, 1)} mm³`] : null,
    clothM2 > 0 ? ["Cloth", `${number(clothM2, 2)} m²`] : null,
    stones > 0 ? ["Stones", `${stones}, ${number(m.totalCarats, 2)} ct`] : null,
    m.thinnestWallMm === null ? null : ["Thinnest wall", `${number(m.thinnestWallMm, 2)} mm`],
    ["Pieces", String(m.pieces)],
    clothM2 > 0 ? null : ["Closed surface", m.watertight ? "yes" : "no"],
    ["Triangles", m.triangles.toLocaleString("en")],
  ];
  return facts.filter((fact) => fact !== null);
}

function findings(paper: Paper, { findings: all }: Subject, start: number, end: () => void): void {
  if (all.length === 0) return;
  let y = start;
  const next = () => {
    if (y <= BOTTOM - 16) return;
    end();
    paper.page("portrait");
    y = 48;
  };
  next();
  paper.line("Findings", LEFT, y, { size: 11, weight: "bold" });
  y += 19;
  for (const { status, process, message } of all) {
    next();
    paper.document.circle(LEFT + 4, y + 5.5, 2.6).fill(STATUS[status]);
    paper.line(`${status}, ${process}`, LEFT + 14, y, { size: 8, colour: MUTED });
    y = paper.block(message, LEFT + 130, y, WIDTH - 130, { size: 8.5 }) + 3;
  }
}

function foot(paper: Paper, piece: Subject, lineage: Lineage): void {
  const left = [lineage.revision && `Revision ${lineage.revision}`, lineage.engine]
    .filter(Boolean)
    .join(", ");
  paper.rule(LEFT, 806, WIDTH);
  paper.line(left, LEFT, 812, { size: 7.5, colour: MUTED });
  const hash = `mesh ${piece.meshHash}`;
  paper.line(hash, LEFT + WIDTH, 812, { size: 6.5, colour: MUTED, align: "right" });
}
