import { expect, test } from "vitest";
import { addProduct, pack, unpack } from "#lib/kernel/look/packed.ts";

test("a matrix comes back to a 254th of the largest number of each row", () => {
  const values = Float32Array.of(1, -0.5, 0.25, 1000, -3, 0);
  const back = unpack(pack({ rows: 2, columns: 3, values }), 2, 3);
  for (const [at, value] of values.entries()) {
    const largest = at < 3 ? 1 : 1000;
    expect(Math.abs(back.values[at]! - value)).toBeLessThanOrEqual(largest / 254 + 1e-6);
  }
});

test("a single column comes back as it was", () => {
  const values = Float32Array.of(0.1, -7, 12_345.678);
  const back = unpack(pack({ rows: 3, columns: 1, values }), 3, 1);
  for (const [at, value] of values.entries()) expect(back.values[at]).toBeCloseTo(value, 2);
});

test("a product adds each row as often as its number says", () => {
  const to = Float32Array.of(1, 1);
  addProduct(to, Float32Array.of(2, 0, -1), {
    columns: 2,
    rows: 3,
    values: Float32Array.of(1, 2, 9, 9, 3, 4),
  });
  expect([...to]).toEqual([0, 1]);
});
