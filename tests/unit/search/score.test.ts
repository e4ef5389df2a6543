import { describe, expect, test } from "vitest";
import { brandScore } from "#lib/catalog/brand-score.ts";
import {
  beforeBetter,
  collapseDuplicates,
  makeVarious,
  type Ranked,
} from "#lib/search/diversity.ts";
import { ndcgAt, recallAt } from "#lib/search/quality.ts";
import { steered } from "#lib/search/query-vector.ts";
import { cheaperShares, priceAlignment, scoreOf } from "#lib/search/score.ts";
import { DEFAULT_WEIGHTS, toShares } from "#lib/search/weights.ts";

describe("the score", () => {
  test("is the weighted sum of its terms", () => {
    const terms = { cosine: 0.9, price: 0.5, brand: 0.25, availability: 1 };
    const shares = { cosine: 0.5, price: 0.25, brand: 0.125, availability: 0.125 };
    expect(scoreOf(terms, shares)).toBeCloseTo(0.45 + 0.125 + 0.03125 + 0.125, 12);
  });

  test("has weights that add up to 1 whatever they were, and the standard ones where all are 0", () => {
    const none = { cosine: 0, price: 0, brand: 0, availability: 0 };
    expect(toShares({ cosine: 2, price: 1, brand: 1, availability: 0 })).toEqual({
      cosine: 0.5,
      price: 0.25,
      brand: 0.25,
      availability: 0,
    });
    expect(toShares(none)).toEqual(DEFAULT_WEIGHTS);
  });
});

describe("price alignment", () => {
  test("near an amount falls as the logarithm of the ratio, faster above it", () => {
    expect(priceAlignment(100, { about: 100 }, 0)).toBe(1);
    expect(priceAlignment(200, { about: 100 }, 0)).toBeCloseTo(0.38255, 4);
    expect(priceAlignment(50, { about: 100 }, 0)).toBeCloseTo(0.78646, 4);
  });

  test("in a range is 1 at its cheapest end and 0.5 at its dearest", () => {
    const range = { min: 100, max: 300 };
    expect([100, 200, 300].map((cents) => priceAlignment(cents, range, 0))).toEqual([1, 0.75, 0.5]);
    expect(priceAlignment(301, range, 0)).toBe(0);
    expect(priceAlignment(150, { max: 300 }, 0)).toBe(0.75);
  });

  test("without a wish is the share that is not cheaper", () => {
    const shares = cheaperShares([300, 100, 200, 200]);
    expect([100, 200, 300].map((cents) => priceAlignment(cents, null, shares.get(cents)!))).toEqual(
      [1, 0.75, 0.25],
    );
  });
});

test("a brand's score is the Bayesian mean of its stars", () => {
  expect(brandScore(0, 0)).toBe(0.625);
  expect(brandScore(5, 1)).toBeCloseTo(0.6429, 4);
  expect(brandScore(5, 1000)).toBeCloseTo(0.9926, 4);
  expect(brandScore(1, 1_000_000)).toBeCloseTo(0, 4);
});

const item = (productId: string, score: number, vector: number[], brandKey = "b"): Ranked => ({
  productId,
  score,
  brandKey,
  title: productId,
  vector: Float32Array.from(vector),
});

describe("the list", () => {
  test("puts the same thing of one brand behind the best of them, and leaves other brands' alone", () => {
    const items = [
      item("a", 0.9, [1, 0]),
      item("b", 0.8, [1, 0]),
      item("c", 0.7, [1, 0], "other"),
      item("d", 0.6, [0, 1]),
    ];
    const groups = collapseDuplicates(items);
    expect(groups.map(({ first }) => first.productId)).toEqual(["a", "c", "d"]);
    expect(groups[0]!.duplicates.map(({ productId }) => productId)).toEqual(["b"]);
  });

  test("is made various: what is unlike goes before what is much the same and a little better", () => {
    const groups = [
      item("a", 0.9, [1, 0]),
      item("b", 0.85, [0.99, 0.141]),
      item("c", 0.8, [0, 1]),
    ].map((first) => ({ first, duplicates: [] }));
    const list = makeVarious(groups);
    expect(list.map(({ first }) => first.productId)).toEqual(["a", "c", "b"]);
    expect([...beforeBetter(list)].map(({ first }) => first.productId)).toEqual(["c"]);
    expect(beforeBetter(groups).size).toBe(0);
  });
});

test("more and less like this move the query by Rocchio's rule, to length 1", () => {
  const moved = steered(Float32Array.of(1, 0), [Float32Array.of(0, 1)], [Float32Array.of(1, 0)]);
  expect([...moved]).toEqual([
    expect.closeTo(0.7 / Math.hypot(0.7, 0.6), 5),
    expect.closeTo(0.6 / Math.hypot(0.7, 0.6), 5),
  ]);
});

describe("quality", () => {
  const grades = new Map([
    ["a", 3],
    ["b", 2],
    ["c", 0],
  ]);

  test("nDCG is 1 for the best order and by the formula for others", () => {
    expect(ndcgAt(10, ["a", "b", "c"], grades)).toBe(1);
    const best = 7 + 3 / Math.log2(3);
    expect(ndcgAt(10, ["c", "a", "b"], grades)).toBeCloseTo((7 / Math.log2(3) + 3 / 2) / best, 12);
    expect(ndcgAt(10, ["x"], new Map())).toBe(1);
  });

  test("recall counts what is graded 2 or 3, of at most k", () => {
    expect(recallAt(1, ["a"], grades)).toBe(1);
    expect(recallAt(2, ["a", "c"], grades)).toBe(0.5);
    expect(recallAt(10, ["c"], grades)).toBe(0);
  });
});
