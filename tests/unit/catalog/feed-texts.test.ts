import { describe, expect, test } from "vitest";
import { plainText } from "#lib/catalog/feed/plain-text.ts";
import { readPrice } from "#lib/catalog/feed/read-price.ts";
import { toColourNames, toMaterialNames } from "#lib/catalog/words.ts";

describe("a price in a feed", () => {
  test.each([
    ["1,299.00 EUR", "EUR", 129_900, "EUR"],
    ["1.299,00 EUR", "EUR", 129_900, "EUR"],
    ["EUR 25", "USD", 2500, "EUR"],
    ["€25", "USD", 2500, "EUR"],
    ["25.5", "EUR", 2550, null],
    ["1,299", "EUR", 129_900, null],
    ["1'299.00 CHF", "EUR", 129_900, "CHF"],
    ["1500000 VND", "EUR", 1_500_000, "VND"],
    ["1.500.000 ₫", "EUR", 1_500_000, "VND"],
    ["21000 JPY", "EUR", 21_000, "JPY"],
    ["0", "EUR", 0, null],
  ])("is read: %s", (text, standard, amountMinor, currency) => {
    expect(readPrice(text, standard)).toEqual({ amountMinor, currency });
  });

  test.each([
    "",
    "free",
    "-5 EUR",
    "5 EUR USD",
    "5 €USD",
    "1.2345 EUR",
    "9".repeat(30),
    "12.34.5",
    "1e3",
    "NaN",
  ])("is refused: %s", (text) => {
    expect(readPrice(text, "EUR")).toBeNull();
  });
});

describe("a text in a feed", () => {
  test.each([
    ["Plain <b>band</b> &amp; more", "Plain band & more", true],
    ["&lt;script&gt;alert(1)&lt;/script&gt;Ring", "Ring", true],
    ["<style>a{}</style>Ring<br/>two", "Ring two", true],
    ["3 < 5 > 2", "3 < 5 > 2", false],
    ["Ring &#8364;&#x41;&bogus;", "Ring €A&bogus;", false],
    ["a\u202eb\u0000c", "a b c", false],
  ])("loses markup and control characters: %j", (text, plain, hadMarkup) => {
    expect(plainText(text)).toEqual({ text: plain, hadMarkup });
  });
});

test("colours and materials get the names that filters know", () => {
  expect(toColourNames(["Blush", "18k rose gold", "Glow in the dark"])).toEqual([
    "light pink",
    "rose gold",
    "glow in the dark",
  ]);
  expect(toMaterialNames("18K rose gold with sapphires, silk cord")).toEqual([
    "gold",
    "sapphire",
    "silk",
  ]);
});
