import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findHolder, takeLock } from "../../../scripts/start/lock.mjs";
import { processStart } from "../../../scripts/start/process-identity.mjs";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "maquette-lock-"));
  file = path.join(folder, "lock.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the first process takes the lock and the next one learns who holds it", () => {
  const first = takeLock(file);
  expect(first).toHaveProperty("lock");
  expect(takeLock(file)).toEqual({
    holder: { pid: process.pid, start: processStart(process.pid) },
  });
});

test("the holder's address can be read", () => {
  const taken = takeLock(file) as { lock: { update(facts: object): void } };
  taken.lock.update({ url: "http://127.0.0.1:3000", ready: true });
  expect(findHolder(file)).toMatchObject({ url: "http://127.0.0.1:3000", ready: true });
});

test("a lock whose process is dead is taken over", async () => {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  writeFileSync(file, JSON.stringify({ pid: child.pid, start: "long ago" }));
  expect(takeLock(file)).toHaveProperty("lock");
  expect(JSON.parse(readFileSync(file, "utf8")).pid).toBe(process.pid);
});

test("a lock whose process id was given to another program is taken over", () => {
  writeFileSync(file, JSON.stringify({ pid: process.pid, start: "before the last boot" }));
  expect(takeLock(file)).toHaveProperty("lock");
});

test("a lock that was cut short is taken over", () => {
  writeFileSync(file, '{"pid":');
  expect(takeLock(file)).toHaveProperty("lock");
});

test("releasing leaves nothing behind", () => {
  const taken = takeLock(file) as { lock: { release(): void } };
  expect(existsSync(file)).toBe(true);
  taken.lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test("of many processes that find a stale lock at once, one takes it", async () => {
  writeFileSync(file, JSON.stringify({ pid: process.pid, start: "before the last boot" }));
  const script = `
    import { takeLock } from ${JSON.stringify(path.resolve("scripts/start/lock.mjs"))};
    process.stdout.write("lock" in takeLock(process.argv[1]) ? "1" : "0");
    process.stdin.resume();`;
  const racers = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ["--input-type=module", "-e", script, file]),
  );
  const answers = await Promise.all(
    racers.map(async (racer) => String(await once(racer.stdout, "data"))),
  );
  for (const racer of racers) racer.kill();
  expect(answers.toSorted()).toEqual(["0", "0", "0", "0", "0", "1"]);
});
