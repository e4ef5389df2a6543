import { expect, test } from "vitest";
import { fromCursor, toCursor } from "#lib/shared/cursor.ts";

const code = (cursor: string) => {
  try {
    fromCursor(cursor);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test("a cursor leads back to its position", () => {
  const position = { at: new Date("2026-11-21T10:00:00.123Z"), id: "01932c5e-0000-7000-8000-0a" };
  expect(fromCursor(toCursor(position))).toEqual(position);
});

test("a cursor that was made up is refused before the database sees it", () => {
  const madeUp = ["", "x", "no time", "+275760-09-13T00:00:00Z id", "-000500-01-01T00:00:00Z id"];
  const times = ["2026-11-21T10:00:00Z a\0b", "2026-11-21T10:00:00Z", "0000-01-01T00:00:00Z id"];
  expect([...madeUp, ...times].map((text) => code(btoa(text)))).toEqual(
    Array.from({ length: 8 }, () => "invalid_input"),
  );
  expect(code("%%%")).toBe("invalid_input");
});
