import pg from "pg";
import { describe, expect, test } from "vitest";
import { testDatabase } from "#tests/setup/database.ts";

const { url } = await testDatabase();

async function withClients<T>(
  count: number,
  work: (clients: pg.Client[]) => Promise<T>,
): Promise<T> {
  const clients = Array.from({ length: count }, () => new pg.Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  try {
    return await work(clients);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

describe("clients of the embedded database that ask at the same time", () => {
  test("each get their own answers", async () => {
    const wrong = await withClients(12, (clients) =>
      Promise.all(
        clients.map(async (client, who) => {
          let mixed = 0;
          for (let index = 0; index < 60; index += 1) {
            const sent = `${who}:${index}`;
            const asked = index % 2 ? "SELECT $1::text AS a" : "SELECT $1 || $2 AS a";
            const values = index % 2 ? [sent] : [sent, ""];
            const { rows } = await client.query(asked, values);
            if (rows[0]?.a !== sent) mixed += 1;
          }
          return mixed;
        }),
      ),
    );
    expect(wrong).toEqual(wrong.map(() => 0));
  });

  test("do not see into an open transaction, and wait for it", async () => {
    await withClients(2, async ([first, second]) => {
      await first?.query("CREATE TABLE turn (n int)");
      await first?.query("BEGIN");
      await first?.query("INSERT INTO turn VALUES ($1)", [1]);
      const seen = second?.query("SELECT count(*)::int AS n FROM turn");
      await first?.query("ROLLBACK");
      expect((await seen)?.rows).toEqual([{ n: 0 }]);
    });
  });

  test("go on after a statement that fails", async () => {
    await withClients(1, async ([client]) => {
      await expect(client?.query("SELECT $1::int", ["no number"])).rejects.toThrow("invalid input");
      await expect(client?.query("SELEC 1")).rejects.toThrow("syntax error");
      expect((await client?.query("SELECT $1::int AS n", [4]))?.rows).toEqual([{ n: 4 }]);
    });
  });

  test("are not held up by one that went away within a transaction", async () => {
    await withClients(2, async ([leaving, staying]) => {
      await leaving?.query("CREATE TABLE held (n int)");
      await leaving?.query("BEGIN");
      await leaving?.query("INSERT INTO held VALUES (1)");
      const gone = new Promise((resolve) => leaving?.once("end", resolve));
      leaving?.on("error", () => {});
      (
        leaving as unknown as { connection: { stream: { destroy(): void } } }
      ).connection.stream.destroy();
      await gone;
      const { rows } = (await staying?.query("SELECT count(*)::int AS n FROM held")) ?? {};
      expect(rows).toEqual([{ n: 0 }]);
    });
  });

  test("get answers larger than a packet", async () => {
    await withClients(3, async (clients) => {
      const lengths = await Promise.all(
        clients.map(async (client, index) => {
          const text = String(index).repeat(3_000_000);
          const { rows } = await client.query("SELECT $1::text AS t", [text]);
          return rows[0]?.t === text;
        }),
      );
      expect(lengths).toEqual([true, true, true]);
    });
  });
});
