import type { Section, Shown } from "./catalogue.ts";

/** Sizes of the sheet, px. */
export const SHEET = {
  columns: 6,
  cell: 290,
  tall: 400,
  gap: 20,
  caption: 58,
  margin: 60,
  head: 210,
  sectionHead: 92,
  foot: 70,
} as const;

/** A piece and where its picture goes on the sheet, px. */
export interface Cell {
  shown: Shown;
  section: Section;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A section's heading and the line of its baseline, px. */
export interface Heading {
  title: string;
  baseline: number;
}

export interface Placed {
  cells: Cell[];
  headings: Heading[];
  width: number;
  height: number;
}

/** Where each piece of a section goes, in columns and rows: the first place where it fits. */
function slotsOf(pieces: readonly Shown[]): { column: number; row: number }[] {
  const taken = new Set<string>();
  return pieces.map(({ isLarge }) => {
    const span = isLarge ? 2 : 1;
    for (let row = 0; ; row++) {
      for (let column = 0; column + span <= SHEET.columns; column++) {
        const keys = Array.from({ length: span * span }, (_, i) => {
          return `${column + (i % span)} ${row + Math.floor(i / span)}`;
        });
        if (keys.some((key) => taken.has(key))) continue;
        for (const key of keys) taken.add(key);
        return { column, row };
      }
    }
  });
}

/** The whole sheet laid out from the top, section by section. */
export function placeCells(sections: readonly Section[]): Placed {
  const { columns, cell, tall, gap, caption, margin, head, sectionHead, foot } = SHEET;
  const cells: Cell[] = [];
  const headings: Heading[] = [];
  let top = head;
  for (const section of sections) {
    headings.push({ title: section.title, baseline: top + sectionHead - 30 });
    top += sectionHead;
    const high = section.frame === "tall" ? tall : cell;
    const slots = slotsOf(section.pieces);
    for (const [i, shown] of section.pieces.entries()) {
      const { column, row } = slots[i]!;
      cells.push({
        shown,
        section,
        left: margin + column * (cell + gap),
        top: top + row * (high + caption + gap),
        width: shown.isLarge ? 2 * cell + gap : cell,
        height: shown.isLarge ? 2 * high + caption + gap : high,
      });
    }
    const rows =
      1 + Math.max(...slots.map(({ row }, i) => row + (section.pieces[i]!.isLarge ? 1 : 0)));
    top += rows * (high + caption + gap);
  }
  const width = 2 * margin + columns * cell + (columns - 1) * gap;
  return { cells, headings, width, height: top + foot };
}
