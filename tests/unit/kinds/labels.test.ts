import { describe, expect, it } from "vitest";
import { fieldsOf } from "#lib/kinds/read/fields.ts";
import { listKinds } from "#lib/kinds/registry.ts";
import { isTranslated, labelIn } from "#lib/kinds/tongues/labels/index.ts";

describe("labels of the kinds", () => {
  it("exist in every language", () => {
    const labels = listKinds().flatMap(({ title, schema }) => [
      title,
      ...fieldsOf(schema).flatMap(({ label, group, options = {} }) => [
        label,
        group ?? label,
        ...Object.values(options),
      ]),
    ]);
    expect([...new Set(labels)].filter((label) => !isTranslated(label))).toEqual([]);
  });

  it("are said in the language that is asked for, and as they are in any other", () => {
    expect(labelIn("de-CH", "Band width")).toBe("Bandbreite");
    expect(labelIn("vi", "Sterling silver 925")).toBe("Bạc 925");
    expect(labelIn("en", "Band width")).toBe("Band width");
    expect(labelIn("pl", "Band width")).toBe("Band width");
  });
});
