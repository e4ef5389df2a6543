/**
 * `npm run catalog:demo`: builds, draws and prices every piece of the demo catalogue, and describes its look. What is
 * drawn already is kept, so it goes on where it was stopped; `-- --again` draws everything anew, `-- --looks` only
 * describes what is drawn.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { toRaster } from "#lib/adapters/embedder/look.ts";
import { describeLook, LOOK_DIMENSIONS, LOOK_VERSION } from "#lib/kernel/look/describe.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { createStudio } from "#lib/workshop/drawing/studio.ts";
import type { DemoProduct } from "../prisma/seed/catalog/demo-product.ts";
import {
  PRODUCTS_FILE,
  readDemoProducts,
  toVectorsFile,
  VECTORS_FILE,
} from "../prisma/seed/catalog/read-demo.ts";
import { buildProduct, drawProduct } from "./catalog/draw-product.ts";
import { type PlannedProduct, planCatalogue } from "./catalog/plan/plan.ts";
import { toRow } from "./catalog/to-row.ts";

const PICTURES = "public/catalog";
const SAVED_EVERY = 25;

const again = process.argv.includes("--again");
const kernel = await loadSolidKernel();
const studio = createStudio({ threads: 1 });
const planned = planCatalogue();
const rows = new Map<string, DemoProduct>();
mkdirSync(PICTURES, { recursive: true });
if (!again) for (const row of readDemoProducts()) rows.set(row.sku, row);

const pictureOf = (sku: string) => path.join(PICTURES, `${sku}.webp`);

/** In the plan's order, without what is no longer planned. */
function save(): void {
  const lines = planned.flatMap(({ sku }) => rows.get(sku) ?? []).map((row) => JSON.stringify(row));
  writeFileSync(PRODUCTS_FILE, `${lines.join("\n")}\n`);
}

const isDrawn = ({ sku, spec }: PlannedProduct) =>
  JSON.stringify(rows.get(sku)?.attributes.spec) === JSON.stringify(spec) &&
  existsSync(pictureOf(sku));

async function draw(product: PlannedProduct): Promise<void> {
  const piece = buildProduct(kernel, product);
  writeFileSync(pictureOf(product.sku), await drawProduct(studio, piece));
  const built = { words: piece.words, priceEurMinor: piece.price.totalMinor };
  rows.set(product.sku, toRow(product, built));
}

/** The look of every picture, by the embedded descriptor. */
async function describeLooks(): Promise<void> {
  const looks = new Map<string, Float32Array>();
  for (const { sku } of readDemoProducts()) {
    looks.set(sku, describeLook(await toRaster(readFileSync(pictureOf(sku)))));
    process.stdout.write(`\r${looks.size} looks      `);
  }
  const embedder = { name: "look", version: LOOK_VERSION, dimensions: LOOK_DIMENSIONS };
  writeFileSync(VECTORS_FILE, toVectorsFile(embedder, looks));
}

let failed = 0;
const open = process.argv.includes("--looks") ? [] : planned.filter((product) => !isDrawn(product));
for (const [index, product] of open.entries()) {
  try {
    await draw(product);
  } catch (error) {
    failed++;
    console.error(`\n${product.sku} left out: ${error instanceof Error ? error.message : error}`);
  }
  if (index % SAVED_EVERY === 0) save();
  process.stdout.write(`\r${index + 1} of ${open.length}  ${product.sku}      `);
}
save();
await studio.close();
await describeLooks();
console.log(`\n${rows.size} products, ${failed} left out.`);
