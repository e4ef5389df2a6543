import { expect, test } from "vitest";
import { addProduct } from "#lib/kernel/look/packed.ts";
import { Random } from "../../../../scripts/catalog/random.ts";
import { leadingDirections } from "../../../../scripts/look/leading-directions.ts";
import { fitNetwork, type Network } from "../../../../scripts/look/network.ts";
import { attributeVectors } from "../../../../scripts/look/targets.ts";

/** What a network makes of an input. */
function outputOf({ first, firstShift, second, secondShift }: Network, input: Float32Array) {
  const hidden = Float32Array.from(firstShift);
  addProduct(hidden, input, { rows: input.length, columns: hidden.length, values: first });
  const output = Float32Array.from(secondShift);
  const shown = hidden.map((value) => Math.max(0, value));
  addProduct(output, shown, { rows: shown.length, columns: output.length, values: second });
  return output;
}

/** Points of a square, and whether the first two of their numbers have the same sign; the third says nothing. */
const points = Array.from({ length: 200 }, (_, n) =>
  Float32Array.of(Math.sin(7 * n), Math.cos(11 * n + 1), Math.sin(3 * n + 2)),
);
const lesson = {
  inputs: points,
  targets: points.map(([x, y]) => Float32Array.of(Math.sign(x! * y!))),
  ...{ hidden: 32, rounds: 160 },
};
const asIs = [[points[0]!, points[0]!]] as const;

test("a network finds what no linear map can, and the same again", () => {
  const fitted = () => fitNetwork({ ...lesson, same: asIs, random: new Random(5) });
  const network = fitted();
  const right = points.filter(
    (point) => outputOf(network, point)[0]! * Math.sign(point[0]! * point[1]!) > 0,
  );
  expect(right.length).toBeGreaterThan(0.9 * points.length);
  expect(fitted()).toEqual(network);
});

test("a network minds a difference less when told that it says nothing", () => {
  const moved = (point: Float32Array) => Float32Array.of(-point[0]!, point[1]!, point[2]!);
  const pairs = points.map((point) => [point, moved(point)] as const);
  const change = (same: readonly (readonly [Float32Array, Float32Array])[]) => {
    const network = fitNetwork({ ...lesson, same, random: new Random(5) });
    return pairs.reduce(
      (sum, [one, other]) =>
        sum + Math.abs(outputOf(network, one)[0]! - outputOf(network, other)[0]!),
      0,
    );
  };
  expect(change(pairs)).toBeLessThan(0.6 * change(asIs));
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
