import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashOf, unlessUnchanged } from "../../../scripts/start/content-hash.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "maquette-hash-"));
  mkdirSync(path.join(folder, "deep"));
  writeFileSync(path.join(folder, "deep/a.ts"), "one");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the hash stays while contents stay and moves with contents and names", () => {
  const before = hashOf([folder]);
  expect(hashOf([folder])).toBe(before);
  writeFileSync(path.join(folder, "deep/a.ts"), "two");
  const changed = hashOf([folder]);
  expect(changed).not.toBe(before);
  renameSync(path.join(folder, "deep/a.ts"), path.join(folder, "deep/b.ts"));
  expect(hashOf([folder])).not.toBe(changed);
});

test("a place that does not exist counts as absent", () => {
  expect(hashOf([path.join(folder, "none")])).toBe(hashOf([]));
});

test("work is done once for a hash and again for another", async () => {
  const stamp = path.join(folder, "stamp");
  let times = 0;
  const work = async () => {
    times += 1;
  };
  expect(await unlessUnchanged(stamp, "a", work)).toBe("done");
  expect(await unlessUnchanged(stamp, "a", work)).toBe("unchanged");
  expect(await unlessUnchanged(stamp, "b", work)).toBe("done");
  expect(times).toBe(2);
});

test("work that failed counts as undone", async () => {
  const stamp = path.join(folder, "stamp");
  const failing = unlessUnchanged(stamp, "a", () => Promise.reject(new Error("no space")));
  await expect(failing).rejects.toThrow("no space");
  expect(existsSync(stamp)).toBe(false);
});
