import { describe, expect, it } from "vitest";
import { faultsOfTexts, placeholders } from "../../../scripts/docs/messages.ts";

describe("texts in several languages", () => {
  it("are alike when every key and placeholder is there", () => {
    const english = { a: { one: "{count, plural, one {# piece} other {# pieces}} of {name}" } };
    const german = { a: { one: "{count, plural, one {# Stück} other {# Stück}} von {name}" } };
    expect(faultsOfTexts(english, german)).toEqual([]);
  });

  it("differ by a missing key, a foreign one, an empty text and another placeholder", () => {
    const english = { a: "Hello {name}", b: "Two", c: "<link>There</link>", d: "Four" };
    const french = { a: "Bonjour {nom}", c: "Là", d: " ", e: "Cinq" };
    expect(faultsOfTexts(english, french)).toEqual([
      "lacks b",
      "has e, which English has not",
      "a fills in nom, English name",
      "c fills in nothing, English <link>",
      "d is empty",
    ]);
  });

  it("fill in what stands in braces, not the forms of a plural or quoted braces", () => {
    expect(
      placeholders("{stage, select, cartoon {The cartoon} other {{names} here}} '{'code'}'"),
    ).toEqual(["names", "stage"]);
    expect(placeholders("{count, plural, =0 {None} one {One} other {#}}")).toEqual(["count"]);
  });
});
