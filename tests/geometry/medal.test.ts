import { describe, expect, it } from "vitest";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { medal } from "#lib/kinds/medal/index.ts";
import { medalSchema } from "#lib/kinds/medal/schema.ts";
import { buildPiece } from "#lib/kinds/piece.ts";

const kernel = await loadSolidKernel();
const medalOf = (fields: Record<string, unknown>) =>
  buildPiece(kernel, medal, medalSchema.parse(fields), "final");
const notPassed = (fields: Record<string, unknown>) =>
  medalOf(fields)
    .findings.filter(({ status }) => status !== "pass")
    .map(({ rule, message }) => `${rule}: ${message}`);

describe("a medal with text on both sides", () => {
  const text = { frontText: "Anno 2026", reverseText: "For Anna" };

  it.each(["roman", "sans", "script"])("passes its own rules in %s letters", (font) => {
    expect(notPassed({ ...text, font, textHeightMm: 3.5 })).toEqual([]);
  });

  it("passes them with the usual letters", () => {
    expect(notPassed(text)).toEqual([]);
  });

  it("fails the rule of its letters where they are too low to stay open, or too flat", () => {
    const rules = (fields: Record<string, unknown>) =>
      medal
        .check(medalSchema.parse({ ...text, ...fields }), medalOf({}).measures)
        .filter(({ status }) => status === "fail")
        .map(({ rule }) => rule);
    expect(rules({ textHeightMm: 1.5 })).toContain("engraving-width");
    expect(rules({ rimHeightMm: 0.4 })).toContain("engraving-depth");
  });
});
