import { expect, test } from "vitest";
import { behindCursor, fromCursor, newestFirst, toCursor, toPage } from "#lib/shared/cursor.ts";

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

test("a list goes on behind the position of its cursor, and from the start without one", () => {
  const at = new Date("2026-11-21T10:00:00.123Z");
  expect(behindCursor("createdAt", toCursor({ at, id: "b" }))).toEqual({
    OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: "b" } }],
  });
  expect(behindCursor("createdAt", undefined)).toEqual({});
  expect(newestFirst("createdAt")).toEqual([{ createdAt: "desc" }, { id: "desc" }]);
});

test("the next page begins behind the last row kept, and the last page has none", () => {
  const rows = ["c", "b", "a"].map((id) => ({
    id,
    createdAt: new Date(`2026-11-2${id === "c" ? 2 : 1}`),
  }));
  const page = toPage(rows, 2, "createdAt", ["C", "B"]);
  expect(page.items).toEqual(["C", "B"]);
  expect(fromCursor(page.nextCursor!)).toEqual({ at: rows[1]!.createdAt, id: "b" });
  expect(toPage(rows, 3, "createdAt", ["C", "B", "A"]).nextCursor).toBeNull();
});
