import { describe, expect, test } from "vitest";
import { z } from "zod";
import { cleanText } from "#lib/http/clean-text.ts";
import { parseInput } from "#lib/http/invalid-fields.ts";

describe("text a database cannot hold", () => {
  test("loses its NUL and its half pairs, and nothing else", () => {
    expect(cleanText("a\0 ring\ud83d")).toBe("a ring\ufffd");
    expect(cleanText("pav\u00e9 \ud83d\udc8d\n")).toBe("pav\u00e9 \ud83d\udc8d\n");
  });

  test("is cleaned in every field before it is parsed", () => {
    const schema = z.object({ spec: z.record(z.string(), z.unknown()), list: z.array(z.string()) });
    const given = { spec: { "a\0": { deep: "b\0" } }, list: ["c\0"] };
    expect(parseInput(schema, given)).toEqual({ spec: { a: { deep: "b" } }, list: ["c"] });
  });

  test("is no text any more when only NUL was written", () => {
    expect(() => parseInput(z.string().trim().min(1), "\0")).toThrow("Fill this in.");
  });
});
