import { expect, test } from "vitest";
import { letterIn } from "#lib/quotes/letter-words.ts";
import type { Letter } from "#lib/workshop/sheet/write-letter.ts";

const LETTER: Letter = {
  title: "Ada's band",
  subtitle: "Quote 0192",
  picture: null,
  facts: [
    ["Atelier", "Goldwerk 2.5, Hanau"],
    ["State", "answered"],
    ["Weight of one", "3.10 g"],
  ],
  tables: [
    {
      title: "Offer 1, valid until 2026-12-01, ready on 2026-12-20",
      rows: [
        { label: "Sterling silver 925", basis: "3.1 g × 1.80 EUR", value: "5.58 EUR" },
        { label: "Total", basis: "", value: "160.00 EUR", isTotal: true },
      ],
    },
  ],
  paragraphs: [{ title: "Asked for", text: "Total, please." }],
  foot: ["Locked proof of version 2", "sha256 ab"],
};

const plain = (letter: Letter) => JSON.parse(JSON.stringify(letter).replace(/\u00a0|\u202f/g, " "));

test("a sheet is read in German, its sums too, and what people wrote stays", () => {
  const { title, subtitle, facts, tables, paragraphs, foot } = plain(letterIn("de", LETTER));
  expect([title, subtitle]).toEqual(["Ada's band", "Angebot 0192"]);
  expect(facts).toEqual([
    ["Werkstatt", "Goldwerk 2.5, Hanau"],
    ["Stand", "beantwortet"],
    ["Gewicht je Stück", "3,10 g"],
  ]);
  expect(tables[0].title).toBe("Angebot 1, gültig bis 2026-12-01, fertig am 2026-12-20");
  expect(tables[0].rows[0]).toMatchObject({ basis: "3,1 g × 1,80 €", value: "5,58 €" });
  expect(tables[0].rows[1]).toMatchObject({ label: "Gesamt", value: "160,00 €", isTotal: true });
  expect(paragraphs).toEqual([{ title: "Gewünscht", text: "Total, please." }]);
  expect(foot).toEqual(["Gesperrter Entwurf, Fassung 2", "sha256 ab"]);
});

test.each(["de", "fr", "vi"])("no label of a sheet is left in English in %s", (locale) => {
  const told = letterIn(locale, LETTER);
  const labels = [told.subtitle, told.foot[0], told.tables[0]?.title, told.paragraphs[0]?.title];
  const english = [LETTER.subtitle, LETTER.foot[0], LETTER.tables[0]?.title, "Asked for"];
  for (const [at, label] of labels.entries()) expect(label).not.toBe(english[at]);
});

test("in English it is the letter itself", () => {
  expect(letterIn("en", LETTER)).toBe(LETTER);
});
