import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { offerLineForm, offerLinesForm, priced, totalOf } from "#lib/quotes/lines.ts";

const line = fc.record({
  label: fc.string({ minLength: 1, maxLength: 40 }).map((text) => `x${text}`),
  quantity: fc.integer({ min: 1, max: 50_000 }).map((thousandths) => thousandths / 1000),
  unit: fc.constantFrom("piece", "g", "h" as const),
  unitMinor: fc.integer({ min: 1, max: 200_000 }),
});

describe("the lines of an offer", () => {
  test("come to quantity times rate, to the cent", () => {
    const [grams, piece] = priced([
      { label: "Gold", quantity: 2.84, unit: "g", unitMinor: 6120 },
      { label: "Setting", quantity: 3, unit: "piece", unitMinor: 2200 },
    ]);
    expect([grams?.amountMinor, piece?.amountMinor]).toEqual([17_381, 6600]);
    expect(totalOf([grams!, piece!])).toBe(23_981);
  });

  test("add up to the total, whatever they are", () => {
    const property = fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
      const made = priced(lines);
      for (const { quantity, unitMinor, amountMinor } of made) {
        expect(Number.isInteger(amountMinor)).toBe(true);
        expect(Math.abs(amountMinor - quantity * unitMinor)).toBeLessThanOrEqual(0.5 + 1e-6);
      }
      // A thousandth of a cent alone comes to nothing: that is refused, as another test says.
      fc.pre(made.some(({ amountMinor }) => amountMinor > 0));
      expect(totalOf(made)).toBe(made.reduce((sum, { amountMinor }) => sum + amountMinor, 0));
    });
    fc.assert(property, { numRuns: 200 });
  });

  test("take no negative rate and no half cent", () => {
    for (const unitMinor of [-1, 0.5, Number.NaN]) {
      expect(offerLineForm.safeParse({ label: "Gold", unitMinor }).success).toBe(false);
    }
    expect(offerLineForm.safeParse({ label: "Gold", quantity: -2, unitMinor: 5 }).success).toBe(
      false,
    );
  });

  test("are refused when they come to nothing or to more than money has", () => {
    expect(() =>
      totalOf(priced([{ label: "Gift", quantity: 1, unit: "piece", unitMinor: 0 }])),
    ).toThrow("come to nothing");
    const dear = { label: "Much", quantity: 100, unit: "piece" as const, unitMinor: 2 ** 31 - 1 };
    expect(() => totalOf(priced([dear]))).toThrow("too much");
    expect(offerLinesForm.safeParse([]).success).toBe(false);
  });
});
