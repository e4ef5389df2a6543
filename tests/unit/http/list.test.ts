import { describe, expect, test } from "vitest";
import { afterCursor, fromCursor, listQuery, toCursor, toPage } from "#lib/http/list.ts";

const place = { at: new Date("2026-11-21T08:00:00.123Z"), id: "0192" };

describe("a list", () => {
  test("reads its own cursors", () => {
    expect(fromCursor(toCursor(place))).toEqual(place);
  });

  test.each(["", "x", "eyJhIjoxfQ", toCursor(place).slice(3)])(
    "refuses the cursor %j",
    (cursor) => {
      expect(() => fromCursor(cursor)).toThrow("This cursor does not belong to the list.");
    },
  );

  test("asks for rows before the place, telling rows of one instant apart by id", () => {
    expect(afterCursor("createdAt", toCursor(place))).toEqual({
      OR: [{ createdAt: { lt: place.at } }, { createdAt: place.at, id: { lt: place.id } }],
    });
    expect(afterCursor("createdAt", undefined)).toEqual({});
  });

  test("has a next cursor only while there is more", () => {
    const rows = [1, 2, 3].map((n) => ({ id: String(n), at: place.at }));
    const placeOf = (row: { id: string; at: Date }) => row;
    const first = toPage(rows, 2, placeOf, (row) => row.id);
    expect(first.items).toEqual(["1", "2"]);
    expect(fromCursor(first.nextCursor ?? "").id).toBe("2");
    expect(toPage(rows, 3, placeOf, (row) => row.id).nextCursor).toBeNull();
  });

  test("takes 1 to 100 items, 20 when nothing is said", () => {
    expect(listQuery.parse({})).toEqual({ limit: 20 });
    expect(listQuery.parse({ limit: "100" }).limit).toBe(100);
    expect(listQuery.safeParse({ limit: "101" }).success).toBe(false);
    expect(listQuery.safeParse({ limit: "0" }).success).toBe(false);
  });
});
