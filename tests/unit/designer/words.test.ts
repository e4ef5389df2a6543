import { describe, expect, it } from "vitest";
import { english } from "#lib/kinds/read/languages/en.ts";
import { type Quantity, QuantityReader } from "#lib/kinds/read/quantities.ts";
import { tokenise } from "#lib/kinds/read/tokens.ts";
import { slipDistance, Vocabulary } from "#lib/kinds/read/vocabulary.ts";

const quantities = new QuantityReader(english);
const quantity = (text: string): Quantity | undefined => quantities.at(tokenise(text), 0)?.quantity;

describe("numbers with units", () => {
  it.each<[string, Quantity]>([
    ["2.4 mm", { type: "length", mm: 2.4 }],
    ["2,4mm", { type: "length", mm: 2.4 }],
    [".5 cm", { type: "length", mm: 5 }],
    ["3/8 inch", { type: "length", mm: 9.525 }],
    ['1 1/2"', { type: "length", mm: 38.1 }],
    ["½ in", { type: "length", mm: 12.7 }],
    ["two mm", { type: "length", mm: 2 }],
    ["7 x 5 mm", { type: "sides", mm: [7, 5], hasUnit: true }],
    ["7×5", { type: "sides", mm: [7, 5], hasUnit: false }],
    ["7mm by 5", { type: "sides", mm: [7, 5], hasUnit: true }],
    ["20 %", { type: "percent", fraction: 0.2 }],
    ["1.5 carats", { type: "carats", ct: 1.5 }],
    ["90°", { type: "angle", deg: 90 }],
    ["€ 1,200", { type: "money", amount: 1200, currency: "EUR" }],
    ["800 eur", { type: "money", amount: 800, currency: "EUR" }],
    ["1/0 mm", { type: "length", mm: 1e9 }],
    ["0/0 mm", { type: "length", mm: 0 }],
    [`${"9".repeat(400)} mm`, { type: "length", mm: 1e9 }],
    ["six", { type: "number", value: 6, isWord: true }],
    ["7 in rose gold", { type: "number", value: 7, isWord: false }],
  ])("reads %s", (text, expected) => {
    expect(quantity(text)).toEqual(expected);
  });
});

describe("slips of the pen", () => {
  it.each([
    ["saphire", "sapphire", 1],
    ["rign", "ring", 1],
    ["platnium", "platinum", 1],
    ["moisanite", "moissanite", 1],
    ["aquamrine", "aquamarine", 1],
  ])("takes %s for %s", (written, word, distance) => {
    expect(slipDistance(written, word)).toBe(distance);
  });

  it.each([
    ["king", "ring"],
    ["us", "is"],
    ["bank", "bezel"],
    ["rings", "rivets"],
  ])("keeps %s apart from %s", (written, word) => {
    expect(slipDistance(written, word)).toBeNull();
  });

  it("does not choose between two words that are equally near", () => {
    const colours = new Vocabulary([
      ["a", "garnat"],
      ["b", "garnot"],
    ]);
    expect(colours.near(tokenise("garnet"), 0)).toBeNull();
  });
});

describe("words", () => {
  it("are matched without accents, in the plural and across hyphens", () => {
    const terms = new Vocabulary([["pave", "pave stone"]]);
    expect(terms.exact(tokenise("Pavé-Stones"), 0)).toEqual({
      value: "pave",
      length: 2,
      distance: 0,
    });
  });

  it("keep their place in the text as written", () => {
    const text = "a pavé band";
    expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "a",
      "pavé",
      "band",
    ]);
  });
});
