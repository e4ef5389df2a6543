import { expect, test } from "vitest";
import { usualCandidates } from "#lib/concepts/fit-outline.ts";

const kinds = usualCandidates().map(({ kind }) => kind.id);

test("an outline may be of a figurine as well as of a jewel or a garment", () => {
  expect(kinds).toEqual(expect.arrayContaining(["figurine", "ring", "pendant", "dress"]));
});

test("what is made of a picture or of a brought mesh has no outline of its own", () => {
  for (const kind of ["medal", "lithophane", "object", "model"]) expect(kinds).not.toContain(kind);
});

test("a figurine is built once: its bodies are told apart only when it is the nearest", () => {
  expect(kinds.filter((kind) => kind === "figurine")).toHaveLength(1);
  expect(kinds.filter((kind) => kind === "pendant").length).toBeGreaterThan(1);
});
