import { expect, test } from "vitest";
import { leadingDirections } from "../../../../scripts/look/leading-directions.ts";
import { ridge } from "../../../../scripts/look/ridge.ts";
import { attributeVectors } from "../../../../scripts/look/targets.ts";

test("ridge regression finds the map that made the targets", () => {
  const inputs = Array.from({ length: 40 }, (_, n) =>
    Float32Array.of(Math.sin(n), Math.cos(3 * n), Math.sin(7 * n + 1)),
  );
  const targets = inputs.map(([a, b, c]) => Float32Array.of(2 * a! - b!, 0.5 * c!));
  const matrix = ridge({ inputs, targets, penalty: 1e-9 });
  const wanted = [2, 0, -1, 0, 0, 0.5];
  for (const [at, value] of wanted.entries()) expect(matrix[at]).toBeCloseTo(value, 4);
  const held = ridge({ inputs, targets, penalty: 10 });
  expect(Math.abs(held[0]!)).toBeLessThan(1);
});

test("the leading directions of vectors along a line and a little beside it are that line, then its side", () => {
  const vectors = Array.from({ length: 30 }, (_, n) => {
    const [along, beside] = [5 * Math.sin(n), 0.1 * Math.cos(5 * n)];
    return Float32Array.of(0.6 * along - 0.8 * beside, 0.8 * along + 0.6 * beside, 0);
  });
  const directions = leadingDirections(vectors, 3, 2);
  const [x, y] = [Math.abs(directions[0]!), Math.abs(directions[1]!)];
  expect([x, y]).toEqual([expect.closeTo(0.6, 2), expect.closeTo(0.8, 2)]);
  expect(directions[0]! * directions[3]! + directions[1]! * directions[4]!).toBeCloseTo(0, 4);
});

test("products' attributes multiply to 1 with themselves and to what they share with others", () => {
  const ring = {
    ...{ kind: "ring", category: "rings", colours: ["gold", "red"] },
    look: { style: "halo", metal: "yellow", cut: "oval" },
  };
  const white = { ...ring, colours: ["silver", "red"], look: { ...ring.look, metal: "white" } };
  const whiteGold = { ...white, colours: ["white gold", "silver", "red"] };
  const coat = { kind: "coat", category: "coats", colours: ["red"], look: { style: "lapel" } };
  const vectors = attributeVectors([ring, white, whiteGold, coat]);
  const like = (a: number, b: number) =>
    vectors[a]!.reduce((sum, value, i) => sum + value * vectors[b]![i]!, 0);
  expect(like(0, 0)).toBeCloseTo(1, 5);
  expect(like(0, 1)).toBeCloseTo(0.16 + 0.16 + 0.28 / 2 + 0.2 + 0.1, 5);
  expect(like(1, 2)).toBeCloseTo(1, 5);
  expect(like(0, 3)).toBeCloseTo(0.14 / Math.sqrt(2), 5);
});
