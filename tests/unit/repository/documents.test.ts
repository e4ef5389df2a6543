import { expect, test } from "vitest";
import { z } from "zod";
import { environmentTable } from "../../../scripts/docs/environment-table.ts";
import { lockFileFaults } from "../../../scripts/docs/lock-file.ts";
import { namedCommands, namedPaths } from "../../../scripts/docs/references.ts";
import { replaceSection } from "../../../scripts/docs/section.ts";
import { machinePaths } from "../../../scripts/docs/tracked-text.ts";

test("paths in backticks and links are found, with their lines", () => {
  const document =
    "See `lib/env.ts`\nand [the order](ARCHITECTURE.md), not `a + b` or `.maquette/x`.";
  expect(namedPaths(document)).toEqual([
    { line: 1, text: "lib/env.ts" },
    { line: 2, text: "ARCHITECTURE.md" },
  ]);
});

test("npm commands are found, npm's own are not", () => {
  const document = "`npm run up`, then npm test. Never `npm ci`.";
  expect(namedCommands(document).map(({ text }) => text)).toEqual(["up", "test"]);
});

test("the environment table holds name, default and description", () => {
  const shape = {
    PORT: z.coerce.number().default(3000).describe("Where it listens."),
    FAL_KEY: z.string().optional().describe("Rented pictures."),
  };
  expect(environmentTable(shape).split("\n").slice(2)).toEqual([
    "| `PORT` | `3000` | Where it listens. |",
    "| `FAL_KEY` |  | Rented pictures. |",
  ]);
});

test("a section is replaced between its markers and nowhere else", () => {
  const document = "before\n<!-- t: begin -->\nold\n<!-- t: end -->\nafter";
  const renewed = replaceSection(document, "t", "new");
  expect(renewed).toBe("before\n<!-- t: begin -->\n\nnew\n\n<!-- t: end -->\nafter");
  expect(replaceSection(renewed, "t", "new")).toBe(renewed);
  expect(() => replaceSection("no markers", "t", "new")).toThrow(/"t" are missing/);
});

test("a path of one machine is found, an address or a package path is not", () => {
  const home = ["", "home", "ada", "ring.stl"].join("/");
  expect(machinePaths("a.md", `ok\nopen ${home} now`)).toMatchObject([{ line: 2 }]);
  expect(machinePaths("a.ts", 'import "#lib/home/page.ts"; // GET /api/home/x')).toEqual([]);
});

test("a lock file that names a registry or lacks a platform's package is found", () => {
  const optionalDependencies = { "@x/linux": "1.0.0", "@x/darwin": "1.0.0" };
  const faults = lockFileFaults({
    "": {},
    "node_modules/x": { version: "1.0.0", optionalDependencies },
    "node_modules/@x/linux": { version: "1.0.0", resolved: "https://example.com/x.tgz" },
  });
  expect(faults).toEqual([
    'node_modules/@x/linux names a registry ("resolved")',
    "@x/darwin, optional for node_modules/x, is not in it",
  ]);
});
