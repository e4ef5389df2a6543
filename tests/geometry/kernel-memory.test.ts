import { expect, test } from "vitest";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";

const kernel = await loadSolidKernel();

const build = () =>
  kernel.scope(() => {
    const ball = kernel.translate(kernel.sphere(1, 48), [0.5, 0, 0]);
    kernel.toMesh(kernel.difference(kernel.sphere(1, 48), [ball]));
  });

// Here and not with the units: those share processes, and memory that others let go would hide a leak.
test("scopes keep memory flat over 200 booleans", () => {
  for (let i = 0; i < 30; i++) build();
  const before = process.memoryUsage().rss;
  for (let i = 0; i < 200; i++) build();
  expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(40);
});
