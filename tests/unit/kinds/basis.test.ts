import { expect, test } from "vitest";
import { basisIn } from "#lib/kinds/tongues/sentences/basis.ts";

const plain = (text: string) => text.replace(/\s/g, " ");

test.each([
  ["per piece", "je Stück"],
  ["12 links × 0.40 EUR + clasp 18.00 EUR", "12 Glieder × 0,40 € + Verschluss 18,00 €"],
  ["3 % of 120.00 EUR", "3 % von 120,00 €"],
  ["to 1.00 EUR", "auf 1,00 €"],
  ["1 × 0.450 ct emerald × 300.00 EUR/ct", "1 × 0,450 ct Smaragd × 300,00 €/ct"],
  ["10.00 EUR + 90 min × 30.00 EUR/h", "10,00 € + 90 Min. × 30,00 €/h"],
])("“%s” is told in German", (basis, told) => {
  expect(plain(basisIn("de", basis))).toBe(told);
});

test("in English the words stay, the sums are written as people write them", () => {
  expect(plain(basisIn("en", "3 % of 120.00 EUR"))).toBe("3 % of €120.00");
});
