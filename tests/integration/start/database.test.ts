import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { readMigrationFiles } from "../../../scripts/database/migrate.ts";
import { type Child, stopChild } from "../../../scripts/start/children.mjs";
import {
  demoFile,
  prepareDatabase,
  readDemo,
  startDatabase,
} from "../../../scripts/start/database.mjs";
import { processStart } from "../../../scripts/start/process-identity.mjs";

let home = "";
const started: Child[] = [];
beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), "maquette-start-"));
  mkdirSync(path.join(home, "logs"));
});
afterEach(async () => {
  for (const child of started.splice(0)) await stopChild(child, 10_000);
});
afterAll(() => rmSync(home, { recursive: true }));

function open(folder = home) {
  return startDatabase(folder, (child) => started.push(child));
}

async function query(url: string, text: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test("acknowledged rows survive a kill, and the next start opens the same data", async () => {
  const first = await open();
  await query(first.url, "CREATE TABLE note (text text)");
  await query(first.url, "INSERT INTO note VALUES ('kept')");
  first.child.process.kill("SIGKILL");
  await first.child.ended;
  const second = await open();
  expect(await query(second.url, "SELECT text FROM note")).toEqual([{ text: "kept" }]);
  await query(second.url, "DROP TABLE note");
});

test("only the owner may reach the socket", async () => {
  await open();
  expect(statSync(path.join(home, "socket")).mode & 0o777).toBe(0o700);
});

test("a state folder too deep for a socket path still works", async () => {
  const deep = path.join(home, "a-very-long-folder-name/".repeat(6));
  mkdirSync(path.join(deep, "logs"), { recursive: true });
  const { url } = await open(deep);
  expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("migrating twice changes nothing", async () => {
  const { url } = await open();
  const env = { DATABASE_URL: url };
  await prepareDatabase({ home, embedded: false, env });
  await prepareDatabase({ home, embedded: false, env });
  const applied = await query(
    url,
    "SELECT migration_name AS path FROM _prisma_migrations ORDER BY 1",
  );
  expect(applied).toEqual(readMigrationFiles().map(({ path }) => ({ path })));
});

test("a database of one's own gets no demo accounts", async () => {
  const { url } = await open();
  await prepareDatabase({ home, embedded: false, env: { DATABASE_URL: url } });
  expect(readDemo(home)).toBeNull();
  expect(await query(url, 'SELECT count(*)::int AS people FROM "User"')).toEqual([{ people: 0 }]);
});

test("demo accounts are made once, in the embedded database, with a private file", async () => {
  const { url } = await open();
  const env = { DATABASE_URL: url, MAQUETTE_HOME: home, NEXTAUTH_SECRET: "s".repeat(32) };
  expect(await prepareDatabase({ home, embedded: true, env })).toBe("done");
  const demo = readDemo(home);
  expect(demo?.customer.password.length).toBeGreaterThan(12);
  expect(statSync(demoFile(home)).mode & 0o777).toBe(0o600);
  expect(await prepareDatabase({ home, embedded: true, env })).toBe("unchanged");
  rmSync(path.join(home, "postgres/maquette.stamp"));
  await prepareDatabase({ home, embedded: true, env });
  expect(readDemo(home)).toEqual(demo);
});

test("the database ends by itself when its parent is killed", async () => {
  const script = `
    import { startDatabase } from ${JSON.stringify(path.resolve("scripts/start/database.mjs"))};
    const { child } = await startDatabase(process.argv[1], () => {});
    process.stdout.write(String(child.process.pid));`;
  const parent = spawn(process.execPath, ["--input-type=module", "-e", script, home]);
  const pid = Number(String(await once(parent.stdout, "data")));
  parent.kill("SIGKILL");
  await expect.poll(() => processStart(pid), { timeout: 10_000 }).toBeNull();
});

test("signals that reach the whole group leave the database to its parent", async () => {
  const { child, url } = await open();
  child.process.kill("SIGINT");
  child.process.kill("SIGTERM");
  expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});
