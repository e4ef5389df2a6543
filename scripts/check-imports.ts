/** `npm run lint:imports`: fails when an import runs against the order of DESIGN. */
import { readFileSync } from "node:fs";
import { checkFile } from "./imports/rules.ts";
import { sourceFiles } from "./imports/source-files.ts";

const files = sourceFiles();
const breaches = files.flatMap((file) => checkFile(file, readFileSync(file, "utf8")));
for (const { file, line, message } of breaches) console.error(`${file}:${line}: ${message}`);
console.log(`${files.length} files, ${breaches.length} imports against the order`);
process.exit(breaches.length === 0 ? 0 : 1);
