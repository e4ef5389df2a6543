import { expect, test } from "vitest";
import { compareMakers } from "#lib/designs/model-again.ts";
import { sentenceIn } from "#lib/kinds/tongues/sentences/index.ts";

const KERNEL = { name: "maquette-kernel", version: "2" };
const RENTED = { name: "fal", version: "tripo-3" };
const by = ({ name, version }: typeof KERNEL) => ({ engine: name, engineVersion: version });

test("the same kernel makes the same model of the same numbers", () => {
  const { isExact, message } = compareMakers(by(KERNEL), KERNEL, KERNEL);
  expect([isExact, message]).toEqual([
    true,
    "The same model: the same numbers and maquette-kernel 2.",
  ]);
});

test.each([
  ["an older kernel", by({ ...KERNEL, version: "1" }), KERNEL, /mesh it a little differently/],
  ["a service, then and now", by(RENTED), RENTED, /does not promise the same shape/],
  ["a service that is rented no more", by(RENTED), KERNEL, /another shape/],
])("%s gives no promise, and says why in every language", (_who, made, now, words) => {
  const { isExact, message } = compareMakers(made, now, KERNEL);
  expect(isExact).toBe(false);
  expect(message).toMatch(words);
  for (const locale of ["de", "fr", "vi"]) expect(sentenceIn(locale, message)).not.toBe(message);
});
