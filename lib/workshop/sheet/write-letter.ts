import { Paper } from "./paper.ts";
import { BOTTOM, LEFT, MUTED, tableAt, WIDTH } from "./table.ts";
import type { TableRows } from "./tables.ts";

/** A sheet of words, facts and tables: a quote, an order. */
export interface Letter {
  title: string;
  subtitle: string;
  /** JPEG or PNG, shown square at the top. */
  picture: Uint8Array | null;
  facts: readonly (readonly [label: string, value: string])[];
  tables: readonly TableRows[];
  paragraphs: readonly { title: string; text: string }[];
  /** The two ends of the last line of every page. */
  foot: readonly [left: string, right: string];
}

const PICTURE = 190;
const FACT_HEIGHT = 21;
const TOP = 48;

/** The letter as a PDF; the same letter gives the same bytes. */
export async function writeLetter(letter: Letter): Promise<Uint8Array> {
  const paper = new Paper(letter.title, letter.subtitle);
  // A page that follows, however it is begun, ends like the first.
  paper.document.on("pageAdded", () => foot(paper, letter));
  paper.page("portrait");
  paper.line(letter.title, LEFT, 40, { size: 20, weight: "bold" });
  let y = paper.block(letter.subtitle, LEFT, 70, WIDTH, { size: 10, colour: MUTED }) + 12;
  y = pictureAndFacts(paper, letter, y);
  for (const table of letter.tables) y = tableAt(paper, table, y);
  for (const paragraph of letter.paragraphs) y = paragraphAt(paper, paragraph, y);
  return paper.bytes();
}

function pictureAndFacts(paper: Paper, { picture, facts }: Letter, y: number): number {
  if (picture) paper.document.image(Buffer.from(picture), LEFT, y, { fit: [PICTURE, PICTURE] });
  const x = picture ? LEFT + PICTURE + 24 : LEFT;
  const width = LEFT + WIDTH - x;
  let at = y;
  for (const [label, value] of facts) {
    paper.line(label, x, at, { size: 9, colour: MUTED });
    paper.line(value, x + width, at, { size: 9, weight: "bold", align: "right" });
    paper.rule(x, at + 15, width);
    at += FACT_HEIGHT;
  }
  return Math.max(at, picture ? y + PICTURE : y) + 22;
}

function paragraphAt(
  paper: Paper,
  { title, text }: { title: string; text: string },
  start: number,
) {
  let y = start;
  if (y > BOTTOM - 60) {
    paper.page("portrait");
    y = TOP;
  }
  paper.line(title, LEFT, y, { size: 11, weight: "bold" });
  y += 18;
  for (const line of text.split("\n")) {
    if (y > BOTTOM - 16) {
      paper.page("portrait");
      y = TOP;
    }
    y = paper.block(line, LEFT, y, WIDTH, { size: 9.5 });
  }
  return y + 14;
}

function foot(paper: Paper, { foot: [left, right] }: Letter): void {
  paper.rule(LEFT, 806, WIDTH);
  paper.line(left, LEFT, 812, { size: 7.5, colour: MUTED });
  paper.line(right, LEFT + WIDTH, 812, { size: 6.5, colour: MUTED, align: "right" });
}
