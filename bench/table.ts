import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { replaceSection } from "../scripts/docs/section.ts";
import type { Row } from "./measure.ts";

const DOCUMENT = "docs/benchmarks.md";
const HEAD = "| what | median | goal | runs | measured |\n| --- | ---: | ---: | ---: | --- |";

/** Cores, memory and Node of this machine. */
export function machine(): string {
  const [first] = cpus();
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${first?.model.trim()}, ${memoryGb} GB, Node ${process.versions.node}`;
}

/** Lines of the table by what they measure. */
function linesOf(document: string): Map<string, string> {
  const [, table = ""] = document.split("<!-- benchmarks: begin -->");
  const [own = ""] = table.split("<!-- benchmarks: end -->");
  const lines = own.split("\n").filter((line) => /^\| (?!what|---)/.test(line));
  return new Map(lines.map((line) => [line.split(" | ")[0]?.slice(2) ?? "", line]));
}

/** Puts rows into the table of docs/benchmarks.md; those of other parts stay as they are. */
export function writeRows(rows: readonly Row[]): void {
  const document = readFileSync(DOCUMENT, "utf8");
  const lines = linesOf(document);
  const day = new Date().toISOString().slice(0, 10);
  for (const { what, median, goal, runs } of rows) {
    lines.set(what, `| ${what} | ${median} | ${goal ?? ""} | ${runs} | ${day} |`);
  }
  const table = `${machine()}\n\n${[HEAD, ...lines.values()].join("\n")}`;
  writeFileSync(DOCUMENT, replaceSection(document, "benchmarks", table));
}
