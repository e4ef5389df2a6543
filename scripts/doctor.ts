/** `npm run doctor`: looks at a configuration, reaches each part, says what is missing and how to mend it. */
import { existsSync } from "node:fs";
import process from "node:process";
import { examine } from "./doctor/examine.ts";
import type { Finding } from "./doctor/finding.ts";

const MARKS = { ok: "ok   ", note: "note ", wrong: "WRONG" } as const;
const PART_WIDTH = 16;

function show({ part, state, what, fix }: Finding): void {
  console.log(`${MARKS[state]}  ${part.padEnd(PART_WIDTH)} ${what}`);
  if (fix) console.log(`${" ".repeat(7 + PART_WIDTH)} → ${fix}`);
}

if (existsSync(".env")) process.loadEnvFile(".env");
const findings = await examine(process.env, show);
const wrong = findings.filter(({ state }) => state === "wrong").length;
console.log(wrong === 0 ? "\nNothing is wrong." : `\n${wrong} to mend.`);
process.exit(wrong === 0 ? 0 : 1);
