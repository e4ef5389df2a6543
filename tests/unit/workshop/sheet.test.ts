import { describe, expect, test } from "vitest";
import type { Finding } from "#lib/kernel/finding.ts";
import { measureParts } from "#lib/kernel/measure/measure-parts.ts";
import type { Subject } from "#lib/workshop/sheet/tables.ts";
import { tablesOf } from "#lib/workshop/sheet/tables.ts";
import { writeSheet } from "#lib/workshop/sheet/write-sheet.ts";
import { jewelledBand } from "../kernel/shapes.ts";

const finding: Finding = {
  rule: "wall-thickness",
  process: "cast-metal",
  status: "pass",
  value: 1.2,
  limit: 0.8,
  unit: "mm",
  at: null,
  message: "The thinnest wall is 1.20 mm; 0.80 mm is enough.",
};
const parts = jewelledBand();
const piece: Subject = {
  kind: "ring",
  words: "A band for Thảo Nguyễn, 17.3 mm inside, ř and ő too",
  meshHash: "ab12cd34",
  parts,
  measures: measureParts(parts, null),
  findings: new Array(60).fill(finding),
  price: {
    currency: "EUR",
    totalMinor: 123_400,
    ratesAsOf: "2026-09-01",
    lines: [{ id: "metal", label: "Metal", basis: "2.84 g × 61.20 EUR/g", amountMinor: 17_381 }],
  },
};
const lineage = { title: "Nhẫn của Thảo", revision: "3", engine: "kernel 2" };

const sheet = await writeSheet(piece, lineage, null);

describe("the sheet", () => {
  test("is a PDF with its fonts embedded and as many pages as its findings need", () => {
    const text = Buffer.from(sheet).toString("latin1");
    expect(text.startsWith("%PDF-1.7")).toBe(true);
    expect(text.match(/\/Type \/Page\n/g)).toHaveLength(3);
    expect(text).toContain("/FontFile");
  });

  test("has the same bytes when written again", async () => {
    expect(await writeSheet(piece, lineage, null)).toEqual(sheet);
  });

  test("lists each material and sort of stone, and a price that names its sum", () => {
    const [bill, price] = tablesOf(piece);
    const stones = piece.measures.stones.length;
    expect(bill!.rows).toHaveLength(piece.measures.madeOf.length + stones);
    expect(price!.rows.at(-1)).toMatchObject({ label: "Total", value: "€1,234.00" });
  });
});
