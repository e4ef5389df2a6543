import { expect, test } from "vitest";
import { testDatabase } from "#tests/setup/database.ts";

const { db, clear } = await testDatabase();

test("the test database takes rows and forgets them", async () => {
  await db.user.create({ data: { email: "ada@example.com", name: "Ada" } });
  expect(await db.user.count()).toBe(1);
  await clear();
  expect(await db.user.count()).toBe(0);
});

test("the test database has pgvector", async () => {
  const rows = await db.$queryRaw`SELECT extname FROM pg_extension WHERE extname = 'vector'`;
  expect(rows).toEqual([{ extname: "vector" }]);
});
