import { expect, test } from "vitest";
import { fromReader, toReader } from "#lib/shared/reader-money.ts";

const DOLLARS = { currency: "USD", perEuro: 1.17 };
const DONG = { currency: "VND", perEuro: 30_800 };

test("euros are read in the person's currency, in its own smallest unit", () => {
  expect(toReader({ amountMinor: 1000, currency: "EUR" }, DOLLARS)).toEqual({
    ...{ amountMinor: 1170, currency: "USD" },
  });
  // A dong has no cents.
  expect(toReader({ amountMinor: 1000, currency: "EUR" }, DONG)).toEqual({
    ...{ amountMinor: 308_000, currency: "VND" },
  });
});

test("a sum in another currency, and of somebody who reads euros, stays what it is", () => {
  const pounds = { amountMinor: 500, currency: "GBP" };
  expect(toReader(pounds, DOLLARS)).toEqual(pounds);
  const euros = { amountMinor: 500, currency: "EUR" };
  expect(toReader(euros, null)).toEqual(euros);
});

test("what a person says in their currency is counted in euro cents", () => {
  expect(fromReader(1170, DOLLARS)).toBe(1000);
  expect(fromReader(308_000, DONG)).toBe(1000);
  expect(fromReader(1170, null)).toBe(1170);
});
