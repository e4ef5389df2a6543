import { expect, test } from "vitest";
import { listQuery } from "#lib/http/list.ts";

test("a list takes 1 to 100 items, 20 when nothing is said", () => {
  expect(listQuery.parse({})).toEqual({ limit: 20 });
  expect(listQuery.parse({ limit: "100" }).limit).toBe(100);
  expect(listQuery.safeParse({ limit: "101" }).success).toBe(false);
  expect(listQuery.safeParse({ limit: "0" }).success).toBe(false);
});
