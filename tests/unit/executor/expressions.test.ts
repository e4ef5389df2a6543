import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, holds } from "#inngest/embedded/cel/evaluate.ts";
import { parseExpression } from "#inngest/embedded/cel/parse.ts";

const scope = {
  event: { data: { id: "a1", n: 4, ok: true, tags: ["x", "y"], none: null, deep: { k: 2 } } },
  async: { data: { id: "a1", n: 5 } },
};

describe("an expression", () => {
  test.each([
    ["event.data.id == async.data.id", true],
    ["event.data.id == 'a1' && async.data.n > 4", true],
    ['event.data.id != "a1" || event.data.n >= 4', true],
    ["!event.data.ok", false],
    ["event.data.n * 2 + 1 == 9", true],
    ["1 + 2 * 3 - 4 / 2", 5],
    ["(1 + 2) * 3 % 4", 1],
    ["-event.data.n < 0", true],
    ["event.data['deep'].k", 2],
    ["event.data.tags[1]", "y"],
    ["'x' in event.data.tags", true],
    ["event.data.n in [1, 2, 3]", false],
    ["event.data.ok ? 100 : 0", 100],
    ["has(event.data.id) && !has(event.data.gone)", true],
    ["size(event.data.tags) == 2", true],
    ["event.data.id.startsWith('a') && event.data.id.endsWith('1')", true],
    ["'in' == 'in'", true],
    ["event.data.none == null", true],
    ["'it\\'s' == \"it's\"", true],
  ])("%s", (text, value) => {
    expect(evaluate(text, scope)).toEqual(value);
  });

  test.each([
    "event.data.gone == event.data.gone",
    "event.data.gone != 'x'",
    "event.data.gone > 1",
    "!event.data.gone",
    "event.data.id.constructor == 'x'",
    "event.data.id > 1",
  ])("is not true of a field that is not there or of another type: %s", (text) => {
    expect(holds(text, scope)).toBe(false);
  });

  test("that is not given always holds", () => {
    expect([holds(undefined, scope), holds(null, scope), holds("", scope)]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test.each(["a ==", "a = b", "(a", "a b", "'open", "a.1", "f(x", "[1,", "eval(1)", "a.map(x, x)"])(
    "is refused when it cannot be read: %s",
    (text) => {
      expect(() => parseExpression(text)).toThrow(`The expression "${text}"`);
    },
  );

  test("compares any two texts as they are", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        const text = `${JSON.stringify(left)} == ${JSON.stringify(right)}`;
        expect(evaluate(text, {})).toBe(left === right);
      }),
      { numRuns: 200 },
    );
  });
});
