import { describe, expect, it } from "vitest";
import { formatMoney } from "#components/design/format.ts";
import { readAmount } from "#components/design/read-amount.ts";
import { minorDigits } from "#lib/shared/currencies.ts";

describe("an amount a person writes", () => {
  it.each([
    ["4", 2, 4],
    ["4.5", 2, 4.5],
    ["4,5", 2, 4.5],
    [" 1,200 ", 2, 1200],
    ["1.200", 2, 1200],
    ["1.200", 3, 1.2],
    ["1,200", 3, 1200],
    ["0,125", 3, 0.125],
    ["1.200,50", 2, 1200.5],
    ["1,200.50", 2, 1200.5],
    ["1,200,000", 0, 1_200_000],
    ["15.000.000", 0, 15_000_000],
    ["1 200,5", 2, 1200.5],
    ["1'200", 2, 1200],
    [".5", 2, 0.5],
  ] as const)("%j with %i fraction digits is %d", (text, digits, value) => {
    expect(readAmount(text, digits)).toBe(value);
  });

  it.each(["", "-4", "four", "1,2,3", "1.2.3", "1.200,50,10", "12,34.5", "1e5", ".", "4 5"])(
    "%j is none",
    (text) => {
      expect(readAmount(text, 2)).toBeNaN();
    },
  );
});

it("a currency has its own fraction digits", () => {
  expect(["EUR", "VND", "JPY", "IDR"].map(minorDigits)).toEqual([2, 0, 0, 2]);
  expect(formatMoney(1_500_000, "VND", "en")).toBe("₫1,500,000");
});
