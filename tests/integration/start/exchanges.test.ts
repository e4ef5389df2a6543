import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type EmbeddedPostgres,
  openEmbeddedPostgres,
} from "../../../scripts/database/embedded-postgres.ts";

let postgres: EmbeddedPostgres;
let pool: pg.Pool;

beforeAll(async () => {
  postgres = await openEmbeddedPostgres({ folder: null });
  pool = new pg.Pool({ connectionString: postgres.url, max: 6 });
});

afterAll(async () => {
  await pool.end();
  await postgres.close();
});

test("keeps queries of several connections apart when they arrive in pieces", async () => {
  const large = "x".repeat(300_000);
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, number) =>
      number % 2 === 0
        ? pool.query("select $1::int as number", [number])
        : pool.query("select length($1::text) as length, $2::int as number", [large, number]),
    ),
  );
  expect(answers.map(({ rows }) => rows[0].number)).toEqual(answers.map((_, number) => number));
});

test("goes on for the others after a query failed and after a client left in the middle", async () => {
  const leaving = new pg.Client({ connectionString: postgres.url });
  await leaving.connect();
  await leaving.query("begin");
  const failing = pool.query("select 1 / ($1::int - $1::int)", [1]);
  const left = leaving.end();
  await expect(failing).rejects.toThrow("division by zero");
  await left;
  const { rows } = await pool.query("select $1::int as number", [7]);
  expect(rows).toEqual([{ number: 7 }]);
});
