import { expect, test } from "vitest";
import { preferredLocale } from "#lib/shared/locales.ts";
import { toNextPage } from "../../../app/(auth)/next-page.ts";

test.each(["/profile", "/studio/1?x=2#y", "/"])("signing in leads on to %s", (path) => {
  expect(toNextPage(path)).toBe(path);
});

test.each([
  undefined,
  "",
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "javascript:alert(1)",
  "/a b",
  "studio",
])("signing in never leads to %j", (path) => {
  expect(toNextPage(path)).toBe("/studio");
});

test("an unknown language falls back to English", () => {
  expect(preferredLocale("vi-VN,vi;q=0.9,en-US;q=0.5")).toBe("vi");
  expect(preferredLocale("pl,de-CH;q=0.8,en;q=0.5")).toBe("de");
  expect(preferredLocale("pl")).toBe("en");
  expect(preferredLocale(null)).toBe("en");
});
