import { describe, expect, test } from "vitest";
import { readWords } from "#lib/search/read-words.ts";

describe("the words of a search", () => {
  test("name colour, material, piece and a highest price", () => {
    expect(readWords("blush pink silk dress under 200 EUR")).toMatchObject({
      colours: expect.arrayContaining(["light pink"]),
      materials: ["silk"],
      kind: "dress",
      price: { max: { amount: 200, currency: "EUR" }, min: null, about: null },
    });
  });

  test.each([
    ["gold ring up to € 1,500", { max: { amount: 1500, currency: "EUR" } }],
    ["ring less than 90 dollars", { max: { amount: 90, currency: "USD" } }],
    [
      "ring between 50 and 80 GBP",
      { min: { amount: 50, currency: "GBP" }, max: { amount: 80, currency: "GBP" } },
    ],
    ["ring over 300", { min: { amount: 300, currency: null } }],
    ["ring for about 3000000 VND", { about: { amount: 3_000_000, currency: "VND" } }],
    ["ring 250 EUR", { about: { amount: 250, currency: "EUR" } }],
  ])("say a price: %s", (text, price) => {
    expect(readWords(text).price).toMatchObject(price);
  });

  test("with a number that is no price say none", () => {
    expect(readWords("ring with 3 stones").price).toBeNull();
  });

  test("gold is the metal; rose gold is a colour too", () => {
    expect(readWords("gold ring")).toMatchObject({ colours: [], materials: ["gold"] });
    expect(readWords("rose gold ring")).toMatchObject({
      colours: ["rose gold"],
      materials: ["gold"],
    });
  });

  test("that are empty or odd name nothing", () => {
    for (const text of ["", "   ", "€ € €", "((('", "\u0000"]) {
      expect(readWords(text)).toMatchObject({
        colours: [],
        materials: [],
        kind: null,
        price: null,
      });
    }
  });
});
