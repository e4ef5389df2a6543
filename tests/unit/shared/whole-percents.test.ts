import fc from "fast-check";
import { expect, test } from "vitest";
import { wholePercents } from "#lib/shared/whole-percents.ts";

test("three thirds are 34, 33 and 33 %", () => {
  expect(wholePercents([1 / 3, 1 / 3, 1 / 3])).toEqual([34, 33, 33]);
  expect(wholePercents([0.7, 0.12, 0.08, 0.1])).toEqual([70, 12, 8, 10]);
});

test("percents of shares add up to 100 and are each less than one off", () => {
  const parts = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(parts, (given) => {
      const sum = given.reduce((total, part) => total + part, 0);
      const shares = given.map((part) => part / sum);
      const percents = wholePercents(shares);
      expect(percents.reduce((total, percent) => total + percent, 0)).toBe(100);
      for (const [index, percent] of percents.entries()) {
        expect(Math.abs(percent - 100 * shares[index]!)).toBeLessThan(1 + 1e-6);
      }
    }),
    { numRuns: 200, seed: 5 },
  );
});
