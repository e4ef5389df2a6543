import { expect, test } from "vitest";
import { isBlobKey } from "#lib/adapters/blob/key.ts";

test.each(["a", "designs/0192-ab/ring.stl", "images/a_b-C.9.png"])("%s is a key", (key) => {
  expect(isBlobKey(key)).toBe(true);
});

test.each([
  "",
  "/etc/passwd",
  "../secrets",
  "a/../../b",
  "a//b",
  "a/",
  ".hidden",
  "a/.git/config",
  "a\\b",
  "a%2e%2e",
  "a b",
  "a~entry",
  "a\0b",
  `${"a/".repeat(400)}b`,
])("%j is no key", (key) => {
  expect(isBlobKey(key)).toBe(false);
});
