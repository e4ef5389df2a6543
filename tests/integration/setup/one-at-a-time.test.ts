import { once } from "node:events";
import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, expect, it } from "vitest";
import { PrismaClient } from "#generated/prisma/client.ts";
import { testDatabase } from "#tests/setup/database.ts";

const { db, url } = await testDatabase();

const plain = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 1 }) });
const warnings: Error[] = [];
process.on("warning", (warning) => warnings.push(warning));
afterAll(() => plain.$disconnect());

/** Reads a row with three relations inside a transaction. */
const readInside = (client: PrismaClient, id: string) =>
  client.$transaction((tx) =>
    tx.user.findUniqueOrThrow({
      where: { id },
      select: { email: true, sessions: true, accounts: true, notices: true },
    }),
  );

it("asks a transaction's connection one thing at a time, as its driver wants it", async () => {
  const { id } = await db.user.create({ data: { email: "one@at-a-time.example", name: "One" } });
  expect(await readInside(db as PrismaClient, id)).toMatchObject({ sessions: [], notices: [] });
  expect(warnings).toEqual([]);
  // The driver's warning comes once in a process: without the queue it does.
  const warned = once(process, "warning");
  await readInside(plain, id);
  const [warning] = (await warned) as [Error];
  expect(warning.message).toContain("already executing a query");
});

it("goes on after a query that failed beside another", async () => {
  const [refused] = await db.$transaction((tx) =>
    Promise.allSettled([tx.$queryRaw`SELECT 1 FROM "NoSuchTable"`, tx.$queryRaw`SELECT 2`]),
  );
  expect(refused.status).toBe("rejected");
  expect(await db.$queryRaw`SELECT 3 AS three`).toEqual([{ three: 3 }]);
});
