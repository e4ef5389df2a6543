import { describe, expect, it } from "vitest";
import { z } from "zod";
import { colour, picture, text } from "#lib/kinds/field.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { parseSpec } from "#lib/kinds/parse-spec.ts";
import { fieldOf } from "#lib/kinds/read/fields.ts";
import { ring } from "#lib/kinds/ring/index.ts";
import { AppError } from "#lib/shared/errors.ts";

const schema = z.object({
  name: text(12, "Anna", { label: "Name", group: "Text" }),
  cloth: colour("#1f3a5f", { label: "Cloth", group: "Colour" }),
  motif: picture({ label: "Motif", group: "Picture" }),
});
const tag = { ...ring, title: "Tag", schema } as unknown as Kind<z.infer<typeof schema>>;

function refusalOf(spec: Record<string, unknown>): AppError {
  try {
    parseSpec(tag, spec);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("Nothing was refused.");
}

describe("text fields", () => {
  it("are known as data by how they are given", () => {
    expect(fieldOf(schema, "name")).toMatchObject({ type: "text", input: "text", maxLength: 12 });
    expect(fieldOf(schema, "cloth")).toMatchObject({ type: "text", input: "colour" });
    expect(fieldOf(schema, "cloth")?.pattern).toContain("[0-9a-fA-F]{6}");
    expect(fieldOf(schema, "motif")).toMatchObject({
      type: "text",
      input: "picture",
      default: null,
    });
  });

  it("are cleaned to one line before they are measured", () => {
    expect(parseSpec(tag, { name: "  Jo\u0000hn\n &\t Mary \u202e" }).name).toBe("Jo hn & Mary");
    expect(parseSpec(tag, { cloth: "#AABBCC" }).cloth).toBe("#aabbcc");
    expect(parseSpec(tag, {})).toEqual({ name: "Anna", cloth: "#1f3a5f", motif: null });
  });

  it("are refused with the limit and the nearest that works", () => {
    const long = refusalOf({ name: "Maximilian Friedrich" });
    expect(long.details).toMatchObject({ field: "name", maximum: 12, nearest: "Maximilian F" });
    expect(long.userMessage).toBe(
      'Name takes at most 12 characters; this has 20. The nearest that works is "Maximilian F".',
    );
    expect(refusalOf({ cloth: "navy" }).userMessage).toContain("#rrggbb");
    expect(refusalOf({ motif: "../x" }).userMessage).toContain("id of an uploaded picture");
  });

  it("cut no character in half", () => {
    expect(refusalOf({ name: "Anna Lena ❤🎉🎉" }).details.nearest).toBe("Anna Lena ❤");
  });
});
