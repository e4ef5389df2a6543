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

  test.each<
    [text: string, kind: string, colours: string[], materials: string[], most: number | null]
  >([
    ["váy lụa màu hồng dưới 2 triệu", "dress", ["pink"], ["silk"], 2_000_000],
    [
      "nhẫn vàng hồng đính kim cương dưới 15.000.000đ",
      "ring",
      ["rose gold"],
      ["gold", "diamond"],
      15_000_000,
    ],
    ["rotes Kleid aus Seide unter 1.200 Euro", "dress", ["red"], ["silk"], 1200],
    ["Ring aus Roségold mit Saphir bis 900 €", "ring", ["rose gold"], ["gold", "sapphire"], 900],
    [
      "bague en or rose avec un saphir à moins de 1 500 €",
      "ring",
      ["rose gold"],
      ["gold", "sapphire"],
      1500,
    ],
    ["robe en soie verte, sans manches", "dress", ["green"], ["silk"], null],
    ["boucles d'oreilles en argent", "earrings", [], ["silver"], null],
    ["Hose, dunkelblau", "trousers", ["navy"], [], null],
  ])("mean the same in other languages: %s", (text, kind, colours, materials, most) => {
    const read = readWords(text);
    expect(read).toMatchObject({ kind, colours, materials });
    expect(read.price?.max?.amount ?? null).toBe(most);
  });

  test.each([
    ["ring từ 2 triệu đến 5 triệu", 2_000_000, 5_000_000],
    ["Kleid zwischen 50 und 80 Euro", 50, 80],
    ["Kleid von 50 bis 80 Euro", 50, 80],
    ["robe de 50 à 80 euros", 50, 80],
    ["robe entre 50 et 80 euros", 50, 80],
  ])("say a range in other languages: %s", (text, min, max) => {
    expect(readWords(text).price).toMatchObject({ min: { amount: min }, max: { amount: max } });
  });

  test("stay English where they are: or is no gold", () => {
    const read = readWords("red or blue dress");
    expect(read).toMatchObject({ colours: ["red", "blue"], materials: [], kind: "dress" });
    expect(readWords("camel coat, rock crystal")).toMatchObject({
      colours: ["camel"],
      materials: ["quartz"],
      kind: "coat",
    });
  });
});
