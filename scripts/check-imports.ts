/** `npm run lint:imports`: fails when an import runs against the order of DESIGN, or files import each other in a loop. */
import { readFileSync } from "node:fs";
import { findCircles } from "./imports/circles.ts";
import { checkFile } from "./imports/rules.ts";
import { scanImports } from "./imports/scan.ts";
import { sourceFiles } from "./imports/source-files.ts";

const files = sourceFiles();
const texts = files.map((file) => [file, readFileSync(file, "utf8")] as const);
const breaches = texts.flatMap(([file, text]) => checkFile(file, text));
const targetsOf = (file: string, text: string) =>
  scanImports(file, text).flatMap(({ target }) => target ?? []);
const circles = findCircles(new Map(texts.map(([file, text]) => [file, targetsOf(file, text)])));
for (const { file, line, message } of breaches) console.error(`${file}:${line}: ${message}`);
for (const circle of circles) console.error(`import each other in a loop: ${circle.join(", ")}`);
console.log(
  `${files.length} files, ${breaches.length} imports against the order, ${circles.length} circles`,
);
process.exit(breaches.length + circles.length === 0 ? 0 : 1);
