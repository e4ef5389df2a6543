import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { VERSION } from "#lib/version.ts";

test("the version the API names is the package's", () => {
  expect(VERSION).toBe(JSON.parse(readFileSync("package.json", "utf8")).version);
});
