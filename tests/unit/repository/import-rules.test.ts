import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findCircles } from "../../../scripts/imports/circles.ts";
import { checkFile } from "../../../scripts/imports/rules.ts";
import { scanImports } from "../../../scripts/imports/scan.ts";
import { sourceFiles } from "../../../scripts/imports/source-files.ts";

test("every import of the repository follows the order", () => {
  const breaches = sourceFiles().flatMap((file) => checkFile(file, readFileSync(file, "utf8")));
  expect(breaches).toEqual([]);
});

test.each([
  [
    "lib/kernel/a.ts",
    'import { ring } from "../kinds/ring/kind.ts";',
    "kernel may not import kinds",
  ],
  ["lib/shared/a.ts", 'import { box } from "#lib/kernel/mesh.ts";', "shared may not import kernel"],
  ["lib/kinds/a.ts", 'import { db } from "../db.ts";', "kinds may not import db"],
  ["lib/designs/a.ts", 'import { Page } from "#app/page.tsx";', "nouns may not import app"],
  [
    "lib/designs/a.ts",
    'import { Chat } from "#components/chat/chat.tsx";',
    "may not import components",
  ],
  [
    "lib/jobs/a.ts",
    'import { draw } from "#inngest/functions/draw-pictures.ts";',
    "may not import inngest",
  ],
  [
    "lib/designs/a.ts",
    'import { defineRoute } from "../http/define-route.ts";',
    "may not import http",
  ],
  [
    "lib/adapters/a.ts",
    'import { createDesign } from "../designs/create-design.ts";',
    "adapters may not import nouns",
  ],
  [
    "components/a.tsx",
    'import { getDesign } from "#lib/designs/get-design.ts";',
    "may not import nouns",
  ],
  ["app/page.tsx", 'import { inngest } from "#inngest/client.ts";', "app may not import inngest"],
  ["app/page.tsx", 'import { up } from "../scripts/up.mjs";', "may not import scripts/up.mjs"],
  [
    "inngest/client.ts",
    'export { Chat } from "#components/chat/chat.tsx";',
    "may not import components",
  ],
  [
    "lib/kernel/a.ts",
    'const kinds = await import("../kinds/registry.ts");',
    "kernel may not import kinds",
  ],
  [
    "lib/kernel/a.ts",
    'new Worker(new URL("../workshop/w.ts", import.meta.url));',
    "may not import workshop",
  ],
  ["lib/kernel/a.ts", 'import {\n  readFileSync,\n} from "node:fs";', "may not import node:fs"],
  ["lib/log.ts", "const level = process.env.LOG_LEVEL;", "reads process.env"],
  ["components/a.tsx", 'import { env } from "node:process";', "reads process.env"],
])("%s with %s is a breach", (file, text, message) => {
  const breaches = checkFile(file, text);
  expect(breaches).toHaveLength(1);
  expect(breaches[0]?.message).toContain(message);
});

test.each([
  ["components/a.tsx", 'import type { DesignJson } from "#lib/designs/to-design-json.ts";'],
  ["components/a.tsx", 'import { RING } from "#lib/kinds/registry.ts";'],
  ["app/api/inngest/route.ts", 'import { inngest } from "#inngest/client.ts";'],
  ["lib/designs/a.ts", 'import { createJob } from "../jobs/create-job.ts";'],
  ["lib/kernel/a.ts", '// import { db } from "../db.ts";'],
  ["lib/kernel/a.ts", "/* process.env.HOME */"],
  ["lib/env.ts", "parseEnv(process.env);"],
  ["proxy.ts", 'const development = process.env.NODE_ENV === "development";'],
  ["tests/unit/a.test.ts", 'import { up } from "../../scripts/up.mjs";'],
])("%s with %s is allowed", (file, text) => {
  expect(checkFile(file, text)).toEqual([]);
});

test("a breach is told with its line", () => {
  const text = '/*\n * a ring\n */\nimport { db } from "../db.ts";\n';
  expect(checkFile("lib/kinds/a.ts", text)).toMatchObject([{ file: "lib/kinds/a.ts", line: 4 }]);
});

test("an address in a string hides nothing", () => {
  const text = 'const home = "https://example.com"; const db = await import("../db.ts");';
  expect(scanImports("lib/kinds/a.ts", text)).toMatchObject([{ target: "lib/db.ts" }]);
});

test("finds every loop of imports, and each once", () => {
  const graph = new Map([
    ["a", ["b"]],
    ["b", ["c", "d"]],
    ["c", ["a"]],
    ["d", ["e"]],
    ["e", []],
    ["f", ["g"]],
    ["g", ["f", "a"]],
  ]);
  expect(findCircles(graph)).toEqual([
    ["a", "b", "c"],
    ["f", "g"],
  ]);
});
