import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { secretFromFile } from "#lib/adapters/secret-file.ts";

const home = mkdtempSync(path.join(tmpdir(), "maquette-secret-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

test("a secret that several calls make at once is one secret, readable by its owner alone", async () => {
  const file = path.join(home, "secrets", "together");
  const made = await Promise.all([1, 2, 3].map(() => secretFromFile(file)));
  for (const secret of made) expect(Buffer.compare(secret, made[0] as Uint8Array)).toBe(0);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
