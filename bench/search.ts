/**
 * `npm run bench:search`: how well the look finds a product again and what it finds near it, on the demo catalogue, and
 * how fast the index answers at 100,000 products; writes both into docs/search.md. `-- quality` or `-- scale` only one.
 * `-- import` brings a feed of a million rows in whole, which takes half an hour. `-- choosing` only prints the quality
 * by the half of the held-out products that settings are chosen by.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { replaceSection } from "../scripts/docs/section.ts";
import { importReport } from "./search/import.ts";
import { qualityReport, qualityTable } from "./search/quality.ts";
import { scaleReport } from "./search/scale-report.ts";

const DOCUMENT = "docs/search.md";
const PARTS = { quality: () => qualityReport(), scale: scaleReport, import: importReport };
const USUAL = ["quality", "scale"];

const given = process.argv.slice(2);
if (given.includes("choosing")) console.log(await qualityTable("choosing"));
const asked = given.length > 0 ? given : USUAL;
for (const [name, report] of Object.entries(PARTS)) {
  if (!asked.includes(name)) continue;
  const text = await report();
  console.log(text);
  const document = readFileSync(DOCUMENT, "utf8");
  writeFileSync(DOCUMENT, replaceSection(document, `search-${name}`, text));
}
