import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import sharp from "sharp";
import { readDemo } from "../../scripts/start/database.mjs";

const run = promisify(execFile);
const folder = mkdtempSync(path.join(tmpdir(), "maquette-docs-"));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
test.describe.configure({ timeout: 180_000 });

/** What an example prints when it is copied from the page and run as it stands. */
async function runExample(id: string, code: string): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300">
    <rect width="300" height="300" fill="#eee"/><circle cx="150" cy="150" r="90" fill="#a33"/></svg>`;
  await sharp(Buffer.from(svg)).jpeg().toFile(path.join(folder, "cup.jpg"));
  const isScript = code.startsWith("import");
  const file = path.join(folder, isScript ? `${id}.mts` : `${id}.sh`);
  writeFileSync(file, code);
  const demo = readDemo(process.env.MAQUETTE_TEST_HOME ?? "");
  const env = { ...process.env, MAQUETTE_KEY: demo?.customer.api_key, FORCE_COLOR: "0" };
  const program = isScript ? process.execPath : "/bin/bash";
  const { stdout } = await run(program, [file], { cwd: folder, env });
  return stdout;
}

for (const [id, expected] of [
  ["draw", /"success":true/],
  ["photos", /"task_ids":\["[0-9a-f-]{36}"\]/],
  ["photos-ts", /^cup\.glb \d+$/m],
] as const) {
  test(`the example "${id}" of the API page runs as it stands`, async ({ page }) => {
    await page.goto("/docs");
    const code = await page.locator(`[data-example="${id}"]`).textContent();
    expect(await runExample(id, code ?? "")).toMatch(expected);
  });
}

test("the second of the two commands makes pictures, every model file and a summary", async () => {
  const out = path.join(folder, "out");
  const env = { ...process.env, MAQUETTE_HOME: process.env.MAQUETTE_TEST_HOME };
  const words = "a plain silver band, EU 54, 3 mm wide";
  await run(process.execPath, ["scripts/make.mjs", "--out", out, words], { env });
  const endings = new Set(readdirSync(out).map((name) => path.extname(name)));
  const expected = [".3mf", ".stl", ".glb", ".usdz", ".zip", ".svg", ".pdf", ".json", ".md"];
  expect([...endings]).toEqual(expect.arrayContaining([...expected, ".webp"]));
});
